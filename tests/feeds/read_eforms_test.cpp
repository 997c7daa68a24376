#include "feeds/read/eforms.h"

#include <algorithm>
#include <boost/json.hpp>
#include <filesystem>
#include <set>

#include "base/calendar.h"
#include "tests/feeds/stated_support.h"

namespace fundwatch::feeds {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// A notice of one lot, whose project and terms hold this.
std::string notice(std::string_view project, std::string_view terms,
                   std::string_view scheme = "Lot") {
  return R"(<ContractNotice xmlns:cbc="b" xmlns:cac="a" xmlns:ext="x" xmlns:efac="e" xmlns:efbc="f">
    <ext:UBLExtensions><ext:UBLExtension><ext:ExtensionContent><ext:EformsExtension>
      <efac:Organizations>
        <efac:Organization><efac:Company>
          <cac:PartyIdentification><cbc:ID>ORG-2</cbc:ID></cac:PartyIdentification>
          <cac:PartyName><cbc:Name languageID="SWE">Förvaltningsrätten</cbc:Name></cac:PartyName>
        </efac:Company></efac:Organization>
        <efac:Organization><efac:Company>
          <cac:PartyIdentification><cbc:ID>ORG-1</cbc:ID></cac:PartyIdentification>
          <cac:PartyName><cbc:Name languageID="SWE">Gävle kommun</cbc:Name></cac:PartyName>
        </efac:Company></efac:Organization>
      </efac:Organizations>
    </ext:EformsExtension></ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions>
    <cbc:ID schemeName="notice-id">52fe3748-f475-4381-9dbf-31ebb08889e8</cbc:ID>
    <cbc:NoticeTypeCode>cn-standard</cbc:NoticeTypeCode>
    <cbc:NoticeLanguageCode>FIN</cbc:NoticeLanguageCode>
    <cac:ContractingParty><cac:Party><cac:PartyIdentification><cbc:ID>ORG-1</cbc:ID>
    </cac:PartyIdentification></cac:Party></cac:ContractingParty>
    <cac:ProcurementProject><cbc:Name languageID="SWE">Lokalvård</cbc:Name></cac:ProcurementProject>
    <cac:ProcurementProjectLot><cbc:ID schemeName=")" +
         std::string(scheme) + R"(">LOT-0001</cbc:ID><cac:ProcurementProject>)" +
         std::string(project) + "</cac:ProcurementProject>" + std::string(terms) +
         "</cac:ProcurementProjectLot></ContractNotice>";
}

std::string reserved(std::string_view code) {
  return "<cac:TenderingTerms><cac:TendererQualificationRequest>"
         "<cac:SpecificTendererRequirement><cbc:TendererRequirementTypeCode "
         "listName=\"reserved-procurement\">" +
         std::string(code) +
         "</cbc:TendererRequirementTypeCode></cac:SpecificTendererRequirement>"
         "</cac:TendererQualificationRequest></cac:TenderingTerms>";
}

std::string tenders_until(std::string_view period) {
  return "<cac:TenderingProcess><cac:TenderSubmissionDeadlinePeriod>" + std::string(period) +
         "</cac:TenderSubmissionDeadlinePeriod></cac:TenderingProcess>";
}

Item read_notice(const std::string& xml) { return stated_item(SourceKind::eforms, xml); }

TEST(Eforms, OrganisationsAreNamedByReference) {
  EXPECT_EQ(read_notice(notice("", "")).notice->buyer, "Gävle kommun");
}

TEST(Eforms, CodeNoneIsNoReservation) {
  struct Case {
    const char* code;
    Reserved reserved;
  };
  for (const Case& each : {Case{"none", Reserved::none}, Case{"res-ws", Reserved::sheltered},
                           Case{"res-pub-ser", Reserved::public_service}}) {
    const Item item = read_notice(notice("", reserved(each.code)));
    EXPECT_EQ(item.notice->reserved, each.reserved) << each.code;
    EXPECT_EQ(item.notice->lots.at(0).reserved, each.reserved) << each.code;
  }
}

TEST(Eforms, PartsAreLotsAndGroupsReserveWithoutBeingOne) {
  EXPECT_EQ(read_notice(notice("", reserved("res-ws"), "Part")).notice->lots.size(), 1U);
  const Item group = read_notice(notice("", reserved("res-ws"), "LotsGroup"));
  EXPECT_THAT(group.notice->lots, IsEmpty());
  EXPECT_EQ(group.notice->reserved, Reserved::sheltered);
}

TEST(Eforms, SwedishThenEnglishThenTheNoticesOwnLanguageIsRead) {
  struct Case {
    const char* names;
    const char* read;
  };
  for (const Case& each :
       {Case{"<cbc:Name languageID='FIN'>f</cbc:Name><cbc:Name languageID='ENG'>e</cbc:Name>"
             "<cbc:Name languageID='SWE'>s</cbc:Name>",
             "s"},
        Case{"<cbc:Name languageID='FIN'>f</cbc:Name><cbc:Name languageID='ENG'>e</cbc:Name>", "e"},
        Case{"<cbc:Name languageID='EST'>t</cbc:Name><cbc:Name languageID='FIN'>f</cbc:Name>",
             "f"}}) {
    EXPECT_EQ(read_notice(notice(each.names, "")).notice->lots.at(0).title, each.read);
  }
}

TEST(Eforms, DeadlinesKeepTheirZoneAndTheDayThatTheyState) {
  struct Case {
    const char* period;
    const char* at;  // empty: the day alone
  };
  for (const Case& each :
       {Case{"<cbc:EndDate>2026-12-18+01:00</cbc:EndDate><cbc:EndTime>10:00:00+02:00</cbc:EndTime>",
             "2026-12-18T08:00:00Z"},
        Case{"<cbc:EndDate>2026-12-18+01:00</cbc:EndDate><cbc:EndTime>10:00:00</cbc:EndTime>",
             "2026-12-18T09:00:00Z"},
        Case{"<cbc:EndDate>2026-12-18+01:00</cbc:EndDate>", ""},
        Case{"<cbc:EndDate>2026-12-18</cbc:EndDate><cbc:EndTime>23:59:59-01:00</cbc:EndTime>",
             ""}}) {
    const auto due = read_notice(notice("", tenders_until(each.period))).deadline;
    ASSERT_TRUE(due.has_value()) << each.period;
    EXPECT_EQ(iso_day(due->day), "2026-12-18") << each.period;
    EXPECT_EQ(due->at ? iso8601_utc(*due->at) : "", each.at) << each.period;
  }
}

TEST(Eforms, TextAloneReservesForIdeburna) {
  const Item item = read_notice(notice(
      "<cbc:Description languageID='SWE'>Vi upphandlar. Kontraktet reserveras enligt 19 kap. "
      "25 a § LOU. Välkommen!</cbc:Description>",
      reserved("none")));
  EXPECT_EQ(item.notice->reserved, Reserved::idea_based);
  EXPECT_EQ(item.notice->reserved_ground, "Kontraktet reserveras enligt 19 kap. 25 a § LOU.");
}

TEST(Eforms, WhatIsNoNoticeIsRefusedInWords) {
  EXPECT_THAT(refusal_of(SourceKind::eforms, "<rss/>"), HasSubstr("<rss>"));
  EXPECT_THAT(refusal_of(SourceKind::eforms, notice("", "").substr(0, 900)), HasSubstr("whole"));
}

TEST(Eforms, NoticeWithoutAnythingSaysWhatItLacks) {
  const Reading reading = stated(SourceKind::eforms, "<ContractNotice/>");
  EXPECT_THAT(reading.problems, testing::Contains(HasSubstr("BT-701")));
  EXPECT_EQ(reading.items.size(), 1U);
}

std::vector<std::string> sorted_texts(const boost::json::value& value) {
  std::set<std::string> texts;
  for (const auto& text : value.as_array()) texts.insert(std::string(text.as_string()));
  return {texts.begin(), texts.end()};
}

std::vector<std::string> sorted(std::vector<std::string> texts) {
  std::sort(texts.begin(), texts.end());
  return texts;
}

void expect_read_as(const boost::json::object& expected, const Item& item) {
  const Notice& notice = *item.notice;
  std::set<std::string> grounds;
  std::set<std::string> deadlines;
  for (const Lot& lot : notice.lots) {
    if (lot.reserved == Reserved::sheltered) grounds.insert("res-ws");
    if (lot.reserved == Reserved::public_service) grounds.insert("res-pub-ser");
    if (lot.deadline) deadlines.insert(iso_day(lot.deadline->day));
  }
  const auto& id = expected.at("notice_id");
  EXPECT_EQ(notice.id, id.is_null() ? "" : std::string(id.as_string()));
  EXPECT_EQ(static_cast<std::int64_t>(notice.lots.size()), expected.at("lots").as_int64());
  EXPECT_THAT(sorted_texts(expected.at("reserved")), testing::ElementsAreArray(grounds));
  EXPECT_EQ(notice.reserved_execution.value_or(false), expected.at("reserved_execution").as_bool());
  EXPECT_EQ(sorted(notice.social_objectives), sorted_texts(expected.at("social_objectives")));
  EXPECT_EQ(sorted(notice.cpv), sorted_texts(expected.at("cpv")));
  EXPECT_EQ(sorted(item.place.nuts), sorted_texts(expected.at("nuts")));
  EXPECT_THAT(sorted_texts(expected.at("deadlines")), testing::ElementsAreArray(deadlines));
}

TEST(Eforms, ExampleNoticesAreReadAsExpected) {
  if (tests::skipped_without_shared("eforms/expected.jsonl")) return;
  std::istringstream lines(shared_file("eforms/expected.jsonl"));
  int count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    const auto expected = boost::json::parse(line).as_object();
    const std::string file(expected.at("file").as_string());
    SCOPED_TRACE(file);
    const std::string xml = shared_file("eforms/notices/" + file);
    expect_read_as(expected, read_notice(xml));
  }
  EXPECT_GT(count, 40);
}

TEST(Eforms, ExampleNoticesThatAreWholeAreReadWithoutProblem) {
  if (tests::skipped_without_shared("eforms/notices")) return;
  const auto folder = tests::shared_folder() / "eforms/notices";
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    const std::string name = file.path().filename();
    if (name.starts_with("INVALID")) continue;
    const Reading reading = stated(SourceKind::eforms, shared_file("eforms/notices/" + name));
    EXPECT_THAT(reading.problems, IsEmpty()) << name;
  }
}

}  // namespace
}  // namespace fundwatch::feeds
