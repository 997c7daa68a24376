#include "feeds/read/eforms_lot.h"

#include "base/names.h"
#include "base/text.h"
#include "feeds/read/languages.h"
#include "feeds/read/notice_item.h"
#include "feeds/read/xml_names.h"
#include "feeds/read/xml_path.h"

namespace fundwatch::feeds {
namespace {

// The extension of eForms below any element of UBL.
const std::string kExtension = "UBLExtensions/UBLExtension/ExtensionContent/EformsExtension/";

// The texts of the codes at the path whose list is called so.
std::vector<std::string> codes_at(const pugi::xml_node& from, std::string_view path,
                                  std::string_view list) {
  std::vector<std::string> codes;
  for (const auto& node : with_attribute(all_at(from, path), "listName", list)) {
    add_once(codes, trimmed_text_of(node));
  }
  return codes;
}

// BT-71. "none" stands there as well: presence alone is no reservation.
Reserved reserved_of(const pugi::xml_node& lot) {
  for (const std::string& code :
       codes_at(lot,
                "TenderingTerms/TendererQualificationRequest/SpecificTendererRequirement/"
                "TendererRequirementTypeCode",
                "reserved-procurement")) {
    const auto reserved = parse_reserved(code);
    if (reserved && *reserved != Reserved::none) return *reserved;
  }
  return Reserved::none;
}

// BT-736: yes, no or not-known.
std::optional<bool> reserved_execution_of(const pugi::xml_node& lot) {
  const auto codes =
      codes_at(lot, "TenderingTerms/ContractExecutionRequirement/ExecutionRequirementCode",
               "reserved-execution");
  std::optional<bool> reserved;
  for (const std::string& code : codes) {
    if (code == "yes") return true;
    if (code == "no") reserved = false;
  }
  return reserved;
}

std::optional<DueDate> end_of(const pugi::xml_node& period, const Calendar& calendar) {
  return due_date(line_at(period, "EndDate"), line_at(period, "EndTime"), calendar);
}

// Of tenders (BT-131), else of requests to participate (BT-1311), else of interest (BT-630).
std::optional<DueDate> deadline_of(const pugi::xml_node& lot, const Calendar& calendar) {
  const pugi::xml_node process = first_at(lot, "TenderingProcess");
  for (const std::string& period : {std::string("TenderSubmissionDeadlinePeriod"),
                                    std::string("ParticipationRequestReceptionPeriod"),
                                    kExtension + "InterestExpressionReceptionPeriod"}) {
    if (const auto deadline = end_of(first_at(process, period), calendar)) return deadline;
  }
  return std::nullopt;
}

void add_paragraph(std::string& text, const std::string& paragraph) {
  if (paragraph.empty()) return;
  if (!text.empty()) text += "\n\n";
  text += paragraph;
}

}  // namespace

Lot read_eforms_lot(const pugi::xml_node& lot, std::string_view language,
                    const Calendar& calendar) {
  const pugi::xml_node project = first_at(lot, "ProcurementProject");
  Lot read{.id = line_at(lot, "ID"),
           .title = eforms_title(project, language),
           .reserved = reserved_of(lot),
           .reserved_execution = reserved_execution_of(lot),
           .deadline = deadline_of(lot, calendar),
           .value = eforms_value(project),
           .cpv = {}};
  add_cpv(project, read.cpv);
  return read;
}

std::string in_our_language(const std::vector<pugi::xml_node>& elements,
                            std::string_view language) {
  if (elements.empty()) return {};
  std::vector<std::string> codes;
  for (const auto& element : elements) codes.emplace_back(element.attribute("languageID").value());
  return trimmed_text_of(elements[best_language(codes, language)]);
}

std::string eforms_title(const pugi::xml_node& project, std::string_view language) {
  return collapsed(in_our_language(all_at(project, "Name"), language));
}

std::string eforms_description(const pugi::xml_node& project, std::string_view language) {
  std::string text = in_our_language(all_at(project, "Description"), language);
  add_paragraph(text, in_our_language(all_at(project, "Note"), language));
  return text;
}

std::string eforms_lot_text(const pugi::xml_node& lot, std::string_view language) {
  const pugi::xml_node project = first_at(lot, "ProcurementProject");
  std::string text = eforms_title(project, language);
  add_paragraph(text, eforms_description(project, language));
  for (const auto& aim : all_at(project, "ProcurementAdditionalType")) {
    add_paragraph(text, in_our_language(all_at(aim, "ProcurementType"), language));
  }
  for (const auto& term : all_at(lot, "TenderingTerms/ContractExecutionRequirement")) {
    add_paragraph(text, in_our_language(all_at(term, "Description"), language));
  }
  return text;
}

void add_cpv(const pugi::xml_node& project, std::vector<std::string>& cpv) {
  for (const char* path : {"MainCommodityClassification/ItemClassificationCode",
                           "AdditionalCommodityClassification/ItemClassificationCode"}) {
    for (const auto& code : all_at(project, path)) add_once(cpv, trimmed_text_of(code));
  }
}

void add_nuts(const pugi::xml_node& project, std::vector<std::string>& nuts) {
  for (const auto& code : all_at(project, "RealizedLocation/Address/CountrySubentityCode")) {
    add_once(nuts, trimmed_text_of(code));
  }
}

std::optional<Amount> eforms_value(const pugi::xml_node& project) {
  const pugi::xml_node amount =
      first_at(project, "RequestedTenderTotal/EstimatedOverallContractAmount");
  return amount_of(text_of(amount), amount.attribute("currencyID").value());
}

void add_social_objectives(const pugi::xml_node& lot, std::vector<std::string>& objectives) {
  for (const std::string& code :
       codes_at(lot, "ProcurementProject/ProcurementAdditionalType/ProcurementTypeCode",
                "social-objective")) {
    if (code != "none") add_once(objectives, code);
  }
}

std::string eforms_documents(const pugi::xml_node& lot) {
  const pugi::xml_node terms = first_at(lot, "TenderingTerms");
  std::string restricted;
  for (const auto& reference : all_at(terms, "CallForTendersDocumentReference")) {
    const std::string address = line_at(reference, "Attachment/ExternalReference/URI");
    if (line_at(reference, "DocumentType") == "non-restricted-document" && !address.empty()) {
      return address;
    }
    if (restricted.empty()) restricted = address;
  }
  return restricted.empty() ? line_at(terms, "TenderRecipientParty/EndpointID") : restricted;
}

}  // namespace fundwatch::feeds
