// What sources are asked, page after page, without a network: table by table.
#include "feeds/ask/inquiry.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "base/calendar.h"
#include "feeds/read/ted.h"

namespace fundwatch::feeds {
namespace {

namespace json = boost::json;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const Instant kNow = *parse_iso8601("2026-11-27T08:00:00Z");

Source source_of(SourceKind kind) {
  Source source;
  source.id = SourceId{7};
  source.kind = kind;
  source.url = "https://service.example/api";
  source.query = kind == SourceKind::sedia ? R"({"bool":{}})" : "buyer-country=SWE";
  return source;
}

Asked asked_of(SourceKind kind) {
  return {.source = source_of(kind), .now = kNow, .limits = {}, .pages_max = 4};
}

Answer answered(std::string body, int status = 200) {
  Answer answer{Response{.status = 200, .body = std::move(body)}};
  answer.status = status;
  if (status != 200) answer.response = Error{Stage::fetch, "answered " + std::to_string(status)};
  return answer;
}

Answer refused(std::string body) {
  Answer answer = answered("", 400);
  answer.refusal = std::move(body);
  return answer;
}

json::object json_of(const std::optional<Request>& request) {
  return json::parse(request.value().payload.value().bytes).as_object();
}

std::vector<std::string> keys_of(const Inquiry& inquiry) {
  std::vector<std::string> keys;
  if (!inquiry.reading()) return {inquiry.reading().error().message};
  for (const Item& item : inquiry.reading()->items) keys.push_back(item.key);
  return keys;
}

// ---------------------------------------------------------------- single documents

TEST(Inquiry, ADocumentIsAskedForByItsValidatorsAndReadOnce) {
  Asked asked = asked_of(SourceKind::rss);
  asked.source.validators.etag = "\"1\"";
  Inquiry inquiry(asked);
  EXPECT_EQ(inquiry.first().validators.etag, "\"1\"");
  EXPECT_FALSE(inquiry.first().payload);
  EXPECT_FALSE(inquiry.take(answered(
      "<rss "
      "version=\"2.0\"><channel><item><guid>k</guid><title>t</title></item></channel></rss>")));
  EXPECT_THAT(keys_of(inquiry), ElementsAre("k"));
}

TEST(Inquiry, AnUnchangedDocumentHasNoItems) {
  Inquiry inquiry(asked_of(SourceKind::rss));
  EXPECT_FALSE(inquiry.take({.response = Response{.status = 304}}));
  EXPECT_THAT(keys_of(inquiry), IsEmpty());
}

TEST(Inquiry, OnlyPagesAskRobots) {
  for (const SourceKind kind : {SourceKind::page, SourceKind::watch}) {
    EXPECT_TRUE(Inquiry(asked_of(kind)).first().obeys_robots);
  }
  for (const SourceKind kind : {SourceKind::rss, SourceKind::eforms, SourceKind::ted}) {
    EXPECT_FALSE(Inquiry(asked_of(kind)).first().obeys_robots);
  }
}

// ---------------------------------------------------------------- TED

std::string ted_page(const std::vector<std::string>& numbers, const std::string& token,
                     int total = 9) {
  std::string notices;
  for (const std::string& number : numbers) {
    notices += (notices.empty() ? "" : ",") + std::string(R"({"publication-number":")") + number +
               R"(","notice-title":{"swe":"T"}})";
  }
  const std::string next = token.empty() ? "null" : "\"" + token + "\"";
  return R"({"notices":[)" + notices + R"(],"totalNoticeCount":)" + std::to_string(total) +
         R"(,"iterationNextToken":)" + next + R"(,"timedOut":false})";
}

TEST(TedInquiry, FirstRequestIsOneThatTheServiceTakes) {
  const Request request = Inquiry(asked_of(SourceKind::ted)).first();
  EXPECT_EQ(request.payload->content_type, "application/json");
  const json::object body = json_of(request);
  EXPECT_EQ(body.at("query").as_string(),
            "(buyer-country=SWE) AND publication-date>=20260928 SORT BY publication-date DESC");
  EXPECT_EQ(body.at("scope").as_string(), "ACTIVE");
  EXPECT_EQ(body.at("paginationMode").as_string(), "ITERATION");
  EXPECT_TRUE(body.at("onlyLatestVersions").as_bool());
  EXPECT_FALSE(body.contains("iterationNextToken"));
  EXPECT_EQ(body.size(), 6U) << "an unknown key is a 400";
  const std::size_t fields = body.at("fields").as_array().size();
  EXPECT_EQ(fields, ted_fields().size());
  EXPECT_LE(fields * static_cast<std::size_t>(body.at("limit").as_int64()), 10'000U);
  EXPECT_LE(body.at("limit").as_int64(), 250);
}

TEST(TedInquiry, AsksFromTheLastSuccessWithAnOverlapButNotTooFarBack) {
  struct Case {
    const char* last_success;
    const char* since;
  };
  for (const Case& each :
       {Case{"2026-11-26T10:00:00Z", ">=20261123 "}, Case{"2026-10-02T10:00:00Z", ">=20260929 "},
        Case{"2026-01-01T10:00:00Z", ">=20260928 "}}) {
    Asked asked = asked_of(SourceKind::ted);
    asked.source.health.last_success = parse_iso8601(each.last_success);
    EXPECT_THAT(std::string(json_of(Inquiry(asked).first()).at("query").as_string()),
                HasSubstr(each.since))
        << each.last_success;
  }
}

TEST(TedInquiry, FollowsTheTokenToTheEmptyPage) {
  Inquiry inquiry(asked_of(SourceKind::ted));
  const auto second = inquiry.take(answered(ted_page({"1-2026", "2-2026"}, "a")));
  EXPECT_EQ(json_of(second).at("iterationNextToken").as_string(), "a");
  const auto third = inquiry.take(answered(ted_page({"3-2026"}, "b")));
  EXPECT_EQ(json_of(third).at("iterationNextToken").as_string(), "b");
  EXPECT_FALSE(inquiry.take(answered(ted_page({}, "c"))));
  EXPECT_THAT(keys_of(inquiry), ElementsAre("1-2026", "2-2026", "3-2026"));
  EXPECT_EQ(inquiry.reading()->format, "ted");
}

TEST(TedInquiry, EndsWithoutATokenToo) {
  Inquiry inquiry(asked_of(SourceKind::ted));
  EXPECT_FALSE(inquiry.take(answered(ted_page({"1-2026"}, ""))));
  EXPECT_THAT(keys_of(inquiry), ElementsAre("1-2026"));
}

TEST(TedInquiry, WhatFailsOnTheWayLeavesNothingAndIsSaidInWords) {
  struct Case {
    Answer second;
    const char* says;
  };
  for (const Case& each :
       {Case{answered("", 500), "after 1 of its pages: answered 500"},
        Case{answered(ted_page({"1-2026"}, "b")), "the same notices again after 1 of 9"},
        Case{answered(R"({"notices":{}})"), "expected a list in \"notices\""},
        Case{answered(R"({"notices":[],"timedOut":true})"), "ran out of time"},
        Case{refused(R"({"message":"Syntax","error":{"type":"QUERY_SYNTAX_ERROR"}})"),
             "TED refused the query: Syntax (QUERY_SYNTAX_ERROR)"},
        Case{refused(R"({"message":"No field x","error":{"type":"QUERY_UNKNOWN_FIELD"}})"),
             "No field x (QUERY_UNKNOWN_FIELD)"},
        Case{refused(R"({"message":"Validation error","error":[{"field":"fields",)"
                     R"("message":"must not be empty"}]})"),
             "Validation error (fields must not be empty)"},
        Case{refused("<html>"), "answered 400"}}) {
    Inquiry inquiry(asked_of(SourceKind::ted));
    ASSERT_TRUE(inquiry.take(answered(ted_page({"1-2026"}, "a"))));
    EXPECT_FALSE(inquiry.take(each.second));
    ASSERT_FALSE(inquiry.reading()) << each.says;
    EXPECT_THAT(inquiry.reading().error().message, HasSubstr(each.says));
  }
}

TEST(TedInquiry, ADeadTokenBeginsAnewOnce) {
  const Answer dead =
      refused(R"({"message":"Token expired","error":{"type":"EXPIRED_ITERATION_TOKEN"}})");
  Inquiry inquiry(asked_of(SourceKind::ted));
  inquiry.take(answered(ted_page({"1-2026"}, "a")));
  const auto anew = inquiry.take(dead);
  EXPECT_FALSE(json_of(anew).contains("iterationNextToken"));
  EXPECT_TRUE(inquiry.take(answered(ted_page({"1-2026", "2-2026"}, "b"))));
  EXPECT_FALSE(inquiry.take(dead));
  ASSERT_FALSE(inquiry.reading());
  EXPECT_THAT(inquiry.reading().error().message, HasSubstr("Token expired"));
}

TEST(TedInquiry, ReadsNoMorePagesThanItMay) {
  Inquiry inquiry(asked_of(SourceKind::ted));
  for (int page = 1; page < 4; ++page) {
    const std::string number = std::to_string(page) + "-2026";
    EXPECT_TRUE(inquiry.take(answered(ted_page({number}, "t" + number))));
  }
  EXPECT_FALSE(inquiry.take(answered(ted_page({"4-2026"}, "t4"))));
  ASSERT_FALSE(inquiry.reading());
  EXPECT_THAT(inquiry.reading().error().message, HasSubstr("more than 4 pages (fetch.pages_max)"));
}

// ---------------------------------------------------------------- SEDIA

std::string sedia_page(int first, int count, int total) {
  std::string results;
  for (int i = first; i < first + count; ++i) {
    const std::string id = std::to_string(i);
    results += (results.empty() ? "" : ",") + std::string(R"({"language":"en","metadata":)") +
               R"({"identifier":["T-)" + id + R"("],"title":["Topic )" + id + R"("]}})";
  }
  return R"({"totalResults":)" + std::to_string(total) + R"(,"results":[)" + results + "]}";
}

TEST(SediaInquiry, FiltersAreFilesOfAForm) {
  const Request request = Inquiry(asked_of(SourceKind::sedia)).first();
  EXPECT_EQ(request.url, "https://service.example/api?pageSize=100&pageNumber=1");
  EXPECT_EQ(request.payload->content_type, "multipart/form-data; boundary=fundwatch-part");
  EXPECT_EQ(request.payload->bytes,
            "--fundwatch-part\r\n"
            "Content-Disposition: form-data; name=\"query\"; filename=\"query.json\"\r\n"
            "Content-Type: application/json\r\n\r\n{\"bool\":{}}\r\n"
            "--fundwatch-part\r\n"
            "Content-Disposition: form-data; name=\"languages\"; filename=\"languages.json\"\r\n"
            "Content-Type: application/json\r\n\r\n[\"en\"]\r\n"
            "--fundwatch-part\r\n"
            "Content-Disposition: form-data; name=\"sort\"; filename=\"sort.json\"\r\n"
            "Content-Type: application/json\r\n\r\n{\"field\":\"startDate\",\"order\":\"DESC\"}\r\n"
            "--fundwatch-part--\r\n");
}

TEST(SediaInquiry, TheBoundaryStandsInNoPart) {
  Asked asked = asked_of(SourceKind::sedia);
  asked.source.url = "https://service.example/api?apiKey=SEDIA";
  asked.source.query = R"({"a":"fundwatch-part"})";
  const Request request = Inquiry(asked).first();
  EXPECT_THAT(request.url, HasSubstr("?apiKey=SEDIA&pageSize=100"));
  EXPECT_EQ(request.payload->content_type, "multipart/form-data; boundary=fundwatch-part-");
}

TEST(SediaInquiry, AsksPageByPageUntilAllAreHere) {
  Inquiry inquiry(asked_of(SourceKind::sedia));
  const auto second = inquiry.take(answered(sedia_page(0, 100, 150)));
  EXPECT_THAT(second.value().url, HasSubstr("pageNumber=2"));
  EXPECT_FALSE(inquiry.take(answered(sedia_page(100, 50, 150))));
  EXPECT_EQ(keys_of(inquiry).size(), 150U);
}

TEST(SediaInquiry, AnEmptyPageEndsWhateverTheTotal) {
  Inquiry inquiry(asked_of(SourceKind::sedia));
  EXPECT_TRUE(inquiry.take(answered(sedia_page(0, 100, 0))));
  EXPECT_FALSE(inquiry.take(answered(sedia_page(0, 0, 0))));
  EXPECT_EQ(keys_of(inquiry).size(), 100U);
}

TEST(SediaInquiry, WhatFailsIsSaidInWords) {
  struct Case {
    Answer second;
    const char* says;
  };
  for (const Case& each :
       {Case{answered("", 500), "after 1 of its pages: answered 500"},
        Case{answered(sedia_page(0, 100, 300)), "the same topics again on its page 2"},
        Case{answered(sedia_page(100, 100, 5000)), "finds 5000 results"},
        Case{answered(R"({"hits":[]})"), "expected a list in \"results\""}}) {
    Inquiry inquiry(asked_of(SourceKind::sedia));
    ASSERT_TRUE(inquiry.take(answered(sedia_page(0, 100, 300))));
    EXPECT_FALSE(inquiry.take(each.second));
    ASSERT_FALSE(inquiry.reading()) << each.says;
    EXPECT_THAT(inquiry.reading().error().message, HasSubstr(each.says));
  }
}

// ---------------------------------------------------------------- Vinnova

std::string call(const std::string& number, const std::string& rounds = "") {
  return R"({"Diarienummer":")" + number + R"(","Titel":"Call )" + number +
         R"(","Beskrivning":"Text )" + number + R"(","Publik":1,"AnsokningsomgangDnrLista":[)" +
         rounds + "]}";
}

std::string round(const std::string& number, const std::string& call) {
  return R"({"Diarienummer":")" + number + R"(","DiarienummerUtlysning":")" + call +
         R"(","Titel":"Round )" + number + R"(","Publik":1})";
}

TEST(VinnovaInquiry, AsksForCallsAndRoundsOfTheLastDaysAndJoinsThem) {
  Inquiry inquiry(asked_of(SourceKind::vinnova));
  EXPECT_EQ(inquiry.first().url, "https://service.example/api/utlysningar/2026-09-28");
  const auto rounds = inquiry.take(answered("[" + call("2026-1", "\"2026-2\"") + "]"));
  EXPECT_EQ(rounds.value().url, "https://service.example/api/ansokningsomgangar/2026-09-28");
  EXPECT_FALSE(inquiry.take(answered("[" + round("2026-2", "2026-1") + "]")));
  ASSERT_THAT(keys_of(inquiry), ElementsAre("2026-2"));
  EXPECT_EQ(inquiry.reading()->items.front().text, "Text 2026-1");
}

TEST(VinnovaInquiry, LooksUpByNumberWhatTheListsSpeakOf) {
  Inquiry inquiry(asked_of(SourceKind::vinnova));
  inquiry.take(
      answered("[" + call("2026-1", R"({"DiarienummerAnsokningsomgang":"2026-2"})") + "]"));
  const auto old_rounds = inquiry.take(answered("[" + round("2026-4", "2025-3") + "]"));
  EXPECT_EQ(old_rounds.value().url, "https://service.example/api/ansokningsomgangar/2026-2");
  const auto old_calls = inquiry.take(answered("[" + round("2026-2", "2026-1") + "]"));
  EXPECT_EQ(old_calls.value().url, "https://service.example/api/utlysningar/2025-3");
  EXPECT_FALSE(inquiry.take(answered("[" + call("2025-3") + "]")));
  ASSERT_THAT(keys_of(inquiry), ElementsAre("2026-4", "2026-2"));
  EXPECT_EQ(inquiry.reading()->items.front().text, "Text 2025-3");
}

TEST(VinnovaInquiry, WhatWasWithdrawnIsLeftOut) {
  Inquiry inquiry(asked_of(SourceKind::vinnova));
  inquiry.take(answered("[]"));
  EXPECT_TRUE(inquiry.take(answered("[" + round("2026-4", "2025-3") + "]")));
  EXPECT_FALSE(inquiry.take(answered("", 404)));
  EXPECT_THAT(keys_of(inquiry), ElementsAre("2026-4"));
}

TEST(VinnovaInquiry, LooksUpTwentyAtATimeAndNoMoreThanItMay) {
  const auto rounds_of = [](int count) {
    std::string rounds;
    for (int i = 0; i < count; ++i) {
      rounds += (i == 0 ? "" : ",") + round("2026-" + std::to_string(i), "1-" + std::to_string(i));
    }
    return answered("[" + rounds + "]");
  };
  Inquiry inquiry(asked_of(SourceKind::vinnova));
  inquiry.take(answered("[]"));
  const auto look_up = inquiry.take(rounds_of(21));
  EXPECT_THAT(look_up.value().url, HasSubstr("/utlysningar/1-20"));
  EXPECT_THAT(inquiry.take(answered("[]")).value().url,
              AllOf(HasSubstr("/utlysningar/1-0,1-1,"), HasSubstr("1-19"), Not(HasSubstr("1-20"))));
  Inquiry greedy(asked_of(SourceKind::vinnova));
  greedy.take(answered("[]"));
  EXPECT_FALSE(greedy.take(rounds_of(41)));
  EXPECT_THAT(keys_of(greedy), ElementsAre(HasSubstr("more than 4 pages")));
}

TEST(VinnovaInquiry, NumbersThatAreNoneGoIntoNoAddress) {
  Inquiry inquiry(asked_of(SourceKind::vinnova));
  inquiry.take(answered("[]"));
  EXPECT_FALSE(inquiry.take(answered("[" + round("2026-4", "../../admin") + "]")));
  EXPECT_THAT(keys_of(inquiry), ElementsAre("2026-4"));
}

TEST(VinnovaInquiry, WhatFailsIsSaidInWords) {
  Inquiry inquiry(asked_of(SourceKind::vinnova));
  inquiry.take(answered("[]"));
  EXPECT_FALSE(inquiry.take(answered("{}")));
  EXPECT_THAT(keys_of(inquiry), ElementsAre(HasSubstr("expected a list of calls or rounds")));
  Inquiry missing(asked_of(SourceKind::vinnova));
  EXPECT_FALSE(missing.take(answered("", 404)));
  EXPECT_THAT(keys_of(missing), ElementsAre("answered 404"));
}

// ---------------------------------------------------------------- all of them

TEST(Inquiry, AHostThatWantsPeaceEndsItAndLeavesNothing) {
  Inquiry inquiry(asked_of(SourceKind::ted));
  inquiry.take(answered(ted_page({"1-2026"}, "a")));
  Answer peace = answered("", 429);
  peace.was_asked = false;
  EXPECT_FALSE(inquiry.take(peace));
  EXPECT_FALSE(inquiry.reading());
  EXPECT_FALSE(inquiry.answer().was_asked);
}

}  // namespace
}  // namespace fundwatch::feeds
