#include "feeds/read/eforms.h"

#include <array>

#include "base/text.h"
#include "feeds/read/dates.h"
#include "feeds/read/eforms_lot.h"
#include "feeds/read/items.h"
#include "feeds/read/languages.h"
#include "feeds/read/links.h"
#include "feeds/read/notice_item.h"
#include "feeds/read/xml_names.h"
#include "feeds/read/xml_path.h"

namespace fundwatch::feeds {
namespace {

constexpr std::string_view kExtension =
    "UBLExtensions/UBLExtension/ExtensionContent/EformsExtension";

// The page of a notice, for people; its number without leading zeros.
constexpr std::string_view kNoticePage = "https://ted.europa.eu/sv/notice/-/detail/";

constexpr std::string_view kRegistration = "BusinessRegistrationInformationNotice";

// One reading of one notice.
class EformsReader {
 public:
  EformsReader(const pugi::xml_node& root, const Calendar& calendar,
               std::vector<std::string>& problems)
      : root_(root),
        extension_(first_at(root, kExtension)),
        project_(first_at(root, "ProcurementProject")),
        language_(line_at(root, "NoticeLanguageCode")),
        calendar_(calendar),
        problems_(problems) {}

  Item read() {
    Item item;
    item.notice = notice();
    texts(item);
    published(item);
    add_nuts(project_, item.place.nuts);
    for (const auto& lot : lots()) {
      add_nuts(first_at(lot, "ProcurementProject"), item.place.nuts);
    }
    item.author = item.notice->buyer;
    item.key = item.notice->id;
    item.url = web_link({}, page());
    if (item.url.empty()) item.url = web_link({}, item.notice->documents);
    complete_from_lots(item);
    tell_what_lacks(item);
    return item;
  }

 private:
  // Lots, parts and groups: whatever can be reserved.
  std::vector<pugi::xml_node> lots() const {
    auto lots = all_at(root_, "ProcurementProjectLot");
    if (lots.size() > kLotsMax) lots.resize(kLotsMax);
    return lots;
  }

  Notice notice() const {
    Notice notice;
    const auto ids = with_attribute(all_at(root_, "ID"), "schemeName", "notice-id");
    if (!ids.empty()) notice.id = collapsed(text_of(ids.front()));
    notice.procedure_id = line_at(root_, "ContractFolderID");
    notice.type = line_at(root_, "NoticeTypeCode");
    notice.changes = without_version(line_at(extension_, "Changes/ChangedNoticeIdentifier"));
    notice.buyer = buyer();
    notice.value = eforms_value(project_);
    add_cpv(project_, notice.cpv);
    for (const auto& lot : lots()) {
      add_social_objectives(lot, notice.social_objectives);
      if (notice.documents.empty()) notice.documents = eforms_documents(lot);
      Lot read = read_eforms_lot(lot, language_, calendar_);
      if (!is_group(lot)) {
        notice.lots.push_back(std::move(read));
      } else if (notice.reserved == Reserved::none) {
        notice.reserved = read.reserved;
      }
    }
    return notice;
  }

  // A group is of lots that stand there themselves.
  static bool is_group(const pugi::xml_node& lot) {
    return std::string_view(first_at(lot, "ID").attribute("schemeName").value()) == "LotsGroup";
  }

  // "…-4465-8fa6-57568cf69462-01": a notice's id is its first five groups.
  static std::string without_version(const std::string& id) {
    constexpr std::size_t kUuidLength = 36;
    return id.size() > kUuidLength && id[kUuidLength] == '-' ? id.substr(0, kUuidLength) : id;
  }

  // The names of the parties that buy, by reference into the organisations of the notice.
  std::string buyer() const {
    std::vector<std::string> names;
    for (const auto& id : all_at(root_, "ContractingParty/Party/PartyIdentification/ID")) {
      add_once(names, organisation(collapsed(text_of(id))));
    }
    std::string all;
    for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
    return std::string(utf8_prefix(all, kTitleBytesMax));
  }

  std::string organisation(const std::string& id) const {
    for (const auto& company : all_at(extension_, "Organizations/Organization/Company")) {
      if (line_at(company, "PartyIdentification/ID") != id) continue;
      return collapsed(in_our_language(all_at(company, "PartyName/Name"), language_));
    }
    return {};
  }

  void texts(Item& item) const {
    item.title = utf8_prefix(eforms_title(project_, language_), kTitleBytesMax);
    item.summary = utf8_prefix(eforms_description(project_, language_), kSummaryBytesMax);
    item.language = language_of_title();
    if (is_registration()) {
      item.title = line_at(root_, "BusinessParty/PartyLegalEntity/RegistrationName");
    }
    for (const auto& lot : lots()) {
      const std::string text = eforms_lot_text(lot, language_);
      if (item.title.empty()) item.title = eforms_title(first_at(lot, "ProcurementProject"), "");
      if (text.empty() || item.text.find(text) != std::string::npos) continue;
      item.text += (item.text.empty() ? "" : "\n\n") + text;
      if (item.text.size() > kTextBytesMax) break;
    }
    item.text = utf8_prefix(item.text, kTextBytesMax);
  }

  std::string language_of_title() const {
    std::vector<std::string> codes;
    for (const auto& name : all_at(project_, "Name")) {
      codes.emplace_back(name.attribute("languageID").value());
    }
    return language_of_code(codes.empty() ? language_ : codes[best_language(codes, language_)]);
  }

  void published(Item& item) const {
    std::string day = line_at(extension_, "Publication/PublicationDate");
    if (day.empty()) day = line_at(root_, "IssueDate");
    const auto date = parse_iso_day(day.substr(0, std::string_view("2026-11-18").size()));
    if (date) item.published = calendar_.instant(*date, {});
  }

  std::string page() const {
    const std::string number = line_at(extension_, "Publication/NoticePublicationID");
    const auto first = number.find_first_not_of('0');
    return first == std::string::npos ? "" : std::string(kNoticePage) + number.substr(first);
  }

  void tell_what_lacks(const Item& item) {
    const Notice& notice = *item.notice;
    if (notice.id.empty()) problems_.emplace_back("the notice has no id (BT-701)");
    if (notice.type.empty()) problems_.emplace_back("the notice has no type (BT-02)");
    if (is_registration()) return;
    if (item.title.empty()) problems_.emplace_back("the notice has no title (BT-21)");
    if (notice.buyer.empty()) problems_.emplace_back("the notice names no buyer (OPT-300)");
  }

  // Of a European company: it buys nothing.
  bool is_registration() const { return name_of(root_).local == kRegistration; }

  pugi::xml_node root_;
  pugi::xml_node extension_;
  pugi::xml_node project_;
  std::string language_;
  const Calendar& calendar_;
  std::vector<std::string>& problems_;
};

}  // namespace

bool is_eforms(const pugi::xml_node& root) {
  const std::string_view name = name_of(root).local;
  for (const std::string_view known :
       {"ContractNotice", "ContractAwardNotice", "PriorInformationNotice",
        "BusinessRegistrationInformationNotice"}) {
    if (name == known) return true;
  }
  return false;
}

Item read_eforms(const pugi::xml_node& root, const Calendar& calendar,
                 std::vector<std::string>& problems) {
  return EformsReader(root, calendar, problems).read();
}

}  // namespace fundwatch::feeds
