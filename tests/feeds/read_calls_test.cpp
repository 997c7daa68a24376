// The calls of the EU's Funding & Tenders portal (SEDIA) and of Vinnova.
#include "base/calendar.h"
#include "tests/feeds/stated_support.h"

namespace fundwatch::feeds {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::string results(std::string_view list) {
  return R"({"totalResults":2,"results":[)" + std::string(list) + "]}";
}

std::string topic(std::string_view language, std::string_view metadata) {
  return R"({"reference":"9)" + std::string(language) + R"(","language":")" +
         std::string(language) + R"(","metadata":{"identifier":["ESF-1"],"title":["T )" +
         std::string(language) + R"("])" + std::string(metadata) + "}}";
}

TEST(Sedia, LanguagesOfOneTopicAreOneItem) {
  const Item item =
      stated_item(SourceKind::sedia, results(topic("bg", "") + "," + topic("en", "")));
  EXPECT_EQ(item.key, "ESF-1");
  EXPECT_EQ(item.title, "T en");
}

TEST(Sedia, OfTwoStagesTheNextIsTheDeadline) {
  const std::string answer = results(topic(
      "en", R"(,"deadlineDate":["2027-09-14T17:00:00.000+0000","2027-02-16T17:00:00.000+0000"],)"
            R"("deadlineModel":["two-stage"])"));
  struct Case {
    const char* now;
    const char* deadline;
  };
  for (const Case& each :
       {Case{"2026-11-26", "2027-02-16T17:00:00Z"}, Case{"2027-03-01", "2027-09-14T17:00:00Z"},
        Case{"2028-01-01", "2027-09-14T17:00:00Z"}}) {
    const auto reading =
        read({.bytes = answer, .kind = SourceKind::sedia, .now = parse_iso8601(each.now)},
             config::Read{});
    EXPECT_EQ(iso8601_utc(*reading->items.at(0).deadline->at), each.deadline) << each.now;
  }
  EXPECT_THAT(stated_item(SourceKind::sedia, answer).text, HasSubstr("(two-stage): 2027-09-14"));
}

TEST(Sedia, WhatIsNoDateIsNoneOfTheDeadlines) {
  const Item item = stated_item(
      SourceKind::sedia,
      results(topic("en", R"(,"deadlineDate":["2027-09-14","2027-02-16","senare, söndÖ"])")));
  EXPECT_EQ(item.text, "Deadlines: 2027-09-14, 2027-02-16");
}

TEST(Sedia, CodesAndKeywordsAreWords) {
  const Item item =
      stated_item(SourceKind::sedia,
                  results(topic("en", R"(,"status":["31094502"],"frameworkProgramme":["43254019"],)"
                                      R"("keywords":["[\"social economy\",\"WISE\"]","jobs"])")));
  EXPECT_THAT(item.categories, ElementsAre("ESF+", "open", "social economy", "WISE", "jobs"));
}

TEST(Sedia, WhatIsWrongIsSaidInWords) {
  struct Case {
    const char* answer;
    const char* says;
  };
  for (const Case& each :
       {Case{R"({"hits":[]})", "\"results\""}, Case{R"({"results":[{"x":1}]})", "\"metadata\""},
        Case{R"({"results":[{"metadata":{"title":["x"]}}]})", "\"identifier\""},
        Case{R"({"results":[{"metadata":{"identifier":["a"]}}]})", "\"title\""},
        Case{R"({"results":[{"metadata":{"identifier":["a"],"title":["b"],)"
             R"("deadlineDate":[{"date":1}]}}]})",
             "\"deadlineDate\" holds an object"},
        Case{"[]", "the answer is a list"}}) {
    EXPECT_THAT(refusal_of(SourceKind::sedia, each.answer), HasSubstr(each.says)) << each.answer;
  }
}

constexpr std::string_view kCall =
    R"({"Diarienummer":"2026-1","DiarienummerProgram":"2019-1","Titel":"Social innovation",)"
    R"("Beskrivning":"Stöd till ASF.","Publiceringsdatum":"2026-11-10T00:00:00","Publik":1,)"
    R"("LankLista":[{"URL":"https://www.vinnova.se/e/a/"}],)"
    R"("KontaktLista":[{"Namn":"Eva Ek","Epost":"eva@example.org"}]})";

std::string round(std::string_view number, std::string_view fields) {
  return R"({"Diarienummer":")" + std::string(number) +
         R"(","DiarienummerUtlysning":"2026-1","Titel":"Hösten 2026",)" + std::string(fields) +
         R"("LankLista":[],"KontaktLista":[{"Namn":"Eva Ek"}]})";
}

TEST(Vinnova, RoundIsAnItemWithWhatItsCallSays) {
  const Item item = stated_item(
      SourceKind::vinnova,
      "[" + std::string(kCall) + "," +
          round("2026-2", R"("Publik":1,"Stangningsdatum":"2027-01-19T14:00:00",)") + "]");
  EXPECT_EQ(item.key, "2026-2");
  EXPECT_EQ(item.title, "Hösten 2026");
  EXPECT_EQ(item.text, "Stöd till ASF.");
  EXPECT_EQ(item.url, "https://www.vinnova.se/e/a/");
  EXPECT_EQ(iso8601_utc(*item.deadline->at), "2027-01-19T13:00:00Z");
}

TEST(Vinnova, CallWithoutRoundsIsAnItem) {
  const Item item = stated_item(SourceKind::vinnova, "[" + std::string(kCall) + "]");
  EXPECT_EQ(item.title, "Social innovation");
  EXPECT_THAT(item.text, Not(HasSubstr("Eva")));
}

TEST(Vinnova, InvitationsAreLeftOutAndYear1900IsNoDate) {
  const std::string rounds = "[" + round("2026-2", R"("Publik":0,)") + "," +
                             round("2026-3", R"("Stangningsdatum":"1900-01-01T00:00:00",)") + "]";
  const Item item = stated_item(SourceKind::vinnova, rounds);
  EXPECT_EQ(item.key, "2026-3");
  EXPECT_FALSE(item.deadline);
}

TEST(Vinnova, TextsForTheWebComeInTwoShapes) {
  for (const char* texts : {R"({"TextSv":"<p>För ASF.</p>","TextEn":"For WISEs."})",
                            R"({"Text":"För ASF.","Lang":"sv"})"}) {
    const Item item =
        stated_item(SourceKind::vinnova,
                    "[" + round("2026-2", R"("WebTextLista":[)" + std::string(texts) + "],") + "]");
    EXPECT_EQ(item.text, "För ASF.") << texts;
  }
}

TEST(Vinnova, WhatIsWrongIsSaidInWords) {
  struct Case {
    const char* answer;
    const char* says;
  };
  for (const Case& each : {Case{"{}", "the answer is an object"}, Case{"[1]", "a number"},
                           Case{R"([{"Titel":"x"}])", "\"Diarienummer\""},
                           Case{R"([{"Diarienummer":"1"}])", "\"Titel\""}}) {
    EXPECT_THAT(refusal_of(SourceKind::vinnova, each.answer), HasSubstr(each.says)) << each.answer;
  }
}

TEST(Calls, SamplesAreRead) {
  if (tests::skipped_without_shared("samples/sedia_page.json")) return;
  EXPECT_EQ(stated_item(SourceKind::sedia, shared_file("samples/sedia_page.json")).key,
            "ESF-2026-SE-SYNTHETIC");
  for (const char* name : {"vinnova_ansokningsomgangar.json", "vinnova_utlysningar.json"}) {
    stated_item(SourceKind::vinnova, shared_file("samples/" + std::string(name)));
  }
}

}  // namespace
}  // namespace fundwatch::feeds
