#include "feeds/read/ted.h"

#include "base/calendar.h"
#include "tests/feeds/stated_support.h"

namespace fundwatch::feeds {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// A page with one notice that also holds this.
std::string page(std::string_view fields) {
  return R"({"notices":[{"publication-number":"900001-2026","publication-date":"2026-11-18+01:00",)"
         R"("notice-type":"cn-standard","notice-title":{"eng":"Cleaning","swe":"Städning"})" +
         std::string(fields) +
         R"(}],"totalNoticeCount":3,"iterationNextToken":"t","timedOut":false})";
}

Item read_notice(std::string_view fields) { return stated_item(SourceKind::ted, page(fields)); }

TEST(Ted, NoticeIsReadInSwedishWhereItCan) {
  const Item item = read_notice(R"(,"buyer-name":{"eng":["Town"],"swe":["Staden"]})");
  EXPECT_EQ(item.key, "900001-2026");
  EXPECT_EQ(item.title, "Städning");
  EXPECT_EQ(item.language, "sv");
  EXPECT_EQ(item.notice->buyer, "Staden");
  EXPECT_EQ(item.url, "https://ted.europa.eu/sv/notice/-/detail/900001-2026");
}

TEST(Ted, AnyLotReservesTheNoticeButNoneDoesNot) {
  EXPECT_EQ(read_notice(R"(,"reserved-procurement-lot":["none"])").notice->reserved,
            Reserved::none);
  EXPECT_EQ(read_notice(R"(,"reserved-procurement-lot":["none","res-ws"])").notice->reserved,
            Reserved::sheltered);
}

TEST(Ted, LotSaysOnlyWhatIsCertain) {
  const Item mixed =
      read_notice(R"(,"title-lot":{"swe":["A","B"]},"reserved-procurement-lot":["none","res-ws"])");
  EXPECT_EQ(mixed.notice->lots.at(1).title, "B");
  EXPECT_EQ(mixed.notice->lots.at(1).reserved, Reserved::none);
  const Item same = read_notice(
      R"(,"title-lot":{"swe":["A","B"]},"reserved-procurement-lot":["res-ws","res-ws"])");
  EXPECT_EQ(same.notice->lots.at(1).reserved, Reserved::sheltered);
}

TEST(Ted, FirstDeadlineAndValuesTogetherAreTheItems) {
  const Item item = read_notice(
      R"(,"deadline-receipt-tender-date-lot":["2026-12-20+01:00","2026-12-18+01:00"],)"
      R"("estimated-value-lot":["1200000","800000.40"],"estimated-value-cur-lot":["SEK","SEK"],)"
      R"("place-of-performance":["SE313","SWE"],"classification-cpv":["90910000","90910000"])");
  EXPECT_EQ(iso_day(item.deadline->day), "2026-12-18");
  EXPECT_EQ(item.amount, (Amount{2'000'000, "SEK"}));
  EXPECT_THAT(item.place.nuts, ElementsAre("SE313"));
  EXPECT_THAT(item.notice->cpv, ElementsAre("90910000"));
}

TEST(Ted, ValuesInSeveralCurrenciesAreNotAdded) {
  EXPECT_FALSE(read_notice(R"(,"estimated-value-lot":["1","2"],"estimated-value-cur-lot":)"
                           R"(["SEK","EUR"])")
                   .amount);
}

TEST(Ted, ChangeNoticeCarriesTheIdOfWhatItChanges) {
  const Item item = read_notice(
      R"(,"notice-identifier":"71397268-6c47-4f2f-8ab0-f41a26138f81",)"
      R"("change-notice-version-identifier":"c4c415ee-ac08-4465-8fa6-57568cf69462-01")");
  EXPECT_EQ(item.notice->id, "71397268-6c47-4f2f-8ab0-f41a26138f81");
  EXPECT_EQ(item.notice->changes, "c4c415ee-ac08-4465-8fa6-57568cf69462");
}

TEST(Ted, PageTellsTheNextOnesToken) {
  const std::string bytes = page("");
  const auto read = read_ted({.bytes = bytes, .kind = SourceKind::ted}, 100);
  EXPECT_EQ(read->next_token, "t");
  EXPECT_EQ(read->total, 3);
}

TEST(Ted, OnlySoManyNoticesAreRead) {
  const std::string bytes = page("");
  const auto read = read_ted({.bytes = bytes, .kind = SourceKind::ted}, 0);
  EXPECT_THAT(read->items, IsEmpty());
  EXPECT_THAT(read->problems, ElementsAre(HasSubstr("only the first 0 of 1")));
}

TEST(Ted, WhatIsWrongIsSaidInWords) {
  struct Case {
    const char* answer;
    const char* says;
  };
  for (const Case& each :
       {Case{R"({"message":"Syntax","error":{"type":"QUERY_SYNTAX_ERROR"}})",
             "TED refused the query: Syntax (QUERY_SYNTAX_ERROR)"},
        Case{R"({"message":"Validation error","error":[{"field":"fields","message":"is empty"}]})",
             "Validation error (fields is empty)"},
        Case{R"({"results":[]})", "\"notices\""}, Case{R"({"notices":{}})", "it is an object"},
        Case{R"({"notices":["x"]})", "is a text"},
        Case{R"({"notices":[{"notice-title":{"swe":"x"}}]})", "publication-number"},
        Case{R"({"notices":[{"publication-number":"1-2026"}]})", "\"notice-title\" is missing"},
        Case{R"({"notices":[{"publication-number":"1-2026","notice-title":"x",)"
             R"("classification-cpv":[{"code":"1"}]}]})",
             "\"classification-cpv\" holds an object"},
        Case{"<html>", "expected JSON"}, Case{"", "it is empty"}}) {
    EXPECT_THAT(refusal_of(SourceKind::ted, each.answer), HasSubstr(each.says)) << each.answer;
  }
}

TEST(Ted, SamplePageIsRead) {
  if (tests::skipped_without_shared("samples/ted_v3_search_page.json")) return;
  const Reading reading = stated(SourceKind::ted, shared_file("samples/ted_v3_search_page.json"));
  ASSERT_EQ(reading.items.size(), 3U);
  EXPECT_EQ(reading.items[0].notice->reserved_ground,
            "Upphandlingen är reserverad enligt 4 kap. 18 § LOU.");
  EXPECT_EQ(iso8601_utc(*reading.items[1].deadline->at), "2026-12-01T22:59:00Z");
  EXPECT_THAT(stated(SourceKind::ted, shared_file("samples/ted_v3_search_last_page.json")).items,
              IsEmpty());
}

}  // namespace
}  // namespace fundwatch::feeds
