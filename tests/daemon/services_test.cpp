// The daemon's own client against servers that speak as TED, SEDIA and Vinnova do.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/calendar.h"
#include "daemon/source_preview.h"
#include "feeds/fetch/curl_fetcher.h"
#include "tests/support/fakes.h"
#include "tests/support/services.h"

namespace fundwatch::tests {
namespace {

using testing::HasSubstr;

class ServicesTest : public testing::Test {
 protected:
  ServicesTest() {
    config.fetch.host_spacing = std::chrono::seconds(0);
    server.serve("/ted",
                 [this](const HttpRequest& asked) { return ted.answer(asked).over_http(); });
  }

  // What the source would bring, or why it brings nothing.
  Result<feeds::Reading> read(SourceKind kind, const std::string& path, const std::string& query) {
    feeds::Policy policy{.limits = config.fetch,
                         .guard = *feeds::AddressGuard::make({"127.0.0.1"}, {server.port()}),
                         .user_agent = "fundwatch/test"};
    feeds::CurlFetcher fetcher(policy, clock, {}, [] {});
    Source source;
    source.kind = kind;
    source.url = server.url(path);
    source.query = query;
    auto found = daemon::read_now(source, fetcher, config, clock.now());
    if (!found) return found.error();
    return std::move(found->reading);
  }
  Result<feeds::Reading> read_ted() { return read(SourceKind::ted, "/ted", "buyer-country=SWE"); }

  FakeClock clock{*parse_iso8601("2026-11-27T08:00:00Z")};
  config::Config config;
  HttpServer server;
  TedService ted;
};

TEST_F(ServicesTest, TedIsReadToItsEmptyPage) {
  ted.set_page_notices_max(2);
  for (const char* number : {"1-2026", "2-2026", "3-2026"}) {
    ted.publish({.number = number, .title = "Städning"});
  }
  const auto reading = read_ted();
  ASSERT_TRUE(reading) << reading.error().message;
  EXPECT_EQ(reading->items.size(), 3U);
  EXPECT_EQ(ted.pages_given(), 3);
}

TEST_F(ServicesTest, WhatTedRefusesIsSaidInItsWords) {
  const auto reading = read(SourceKind::ted, "/ted", "x=1 ASC");
  ASSERT_FALSE(reading);
  EXPECT_EQ(reading.error().message,
            "TED refused the query: Syntax error in expert query (QUERY_SYNTAX_ERROR)");
}

TEST_F(ServicesTest, ACheckBeforeTedIsNamed) {
  ted.set_mood(TedService::Mood::keeps_robots_out);
  const auto reading = read_ted();
  ASSERT_FALSE(reading);
  EXPECT_THAT(reading.error().message, HasSubstr("AWS WAF"));
}

TEST_F(ServicesTest, SediaTakesTheFormAndGivesOneLanguage) {
  SediaService sedia;
  for (int i = 0; i < 101; ++i) sedia.publish({.identifier = std::to_string(i), .title = "Call"});
  for (const char* page : {"1", "2"}) {
    server.serve("/sedia?apiKey=SEDIA&pageSize=100&pageNumber=" + std::string(page),
                 [&](const HttpRequest& asked) { return sedia.answer(asked).over_http(); });
  }
  const auto reading = read(SourceKind::sedia, "/sedia?apiKey=SEDIA", R"({"bool":{"must":[]}})");
  ASSERT_TRUE(reading) << reading.error().message;
  EXPECT_EQ(reading->items.size(), 101U);
}

TEST(SediaService, BreaksWithoutFileNames) {
  const SediaService sedia;
  HttpRequest request{.method = "POST", .target = "/?pageSize=1&pageNumber=1"};
  request.headers["content-type"] = "multipart/form-data; boundary=b";
  const std::string rest = "\r\nContent-Type: application/json\r\n\r\n{}\r\n--b--\r\n";
  request.body = "--b\r\nContent-Disposition: form-data; name=\"query\"" + rest;
  EXPECT_EQ(sedia.answer(request).status, 500);
  request.body = "--b\r\nContent-Disposition: form-data; name=\"query\"; filename=\"q\"" + rest;
  EXPECT_EQ(sedia.answer(request).status, 200);
}

TEST(TedService, RefusesKeysAndFieldsThatItDoesNotKnow) {
  TedService ted;
  HttpRequest request{.method = "POST"};
  request.headers["content-type"] = "application/json";
  for (const char* body :
       {R"({"query":"x","fields":["publication-number"],"limit":1,"colour":1})",
        R"({"query":"x","fields":["colour"],"limit":1})", R"({"query":"x","fields":[],"limit":1})",
        R"({"query":"x","fields":["publication-number"],"limit":251})"}) {
    request.body = body;
    EXPECT_EQ(ted.answer(request).status, 400) << body;
  }
}

TEST_F(ServicesTest, VinnovaIsAskedForBothListsAndForWhatTheySpeakOf) {
  VinnovaService vinnova;
  vinnova.put_call("2025-1", R"({"Diarienummer":"2025-1","Titel":"Call","Beskrivning":"Words"})",
                   "2025-05-01");
  vinnova.put_round("2026-2",
                    R"({"Diarienummer":"2026-2","DiarienummerUtlysning":"2025-1","Titel":"Round"})",
                    "2026-11-10");
  for (const char* path : {"/api/utlysningar/2026-09-28", "/api/ansokningsomgangar/2026-09-28",
                           "/api/utlysningar/2025-1"}) {
    server.serve(path, [&](const HttpRequest& asked) { return vinnova.answer(asked).over_http(); });
  }
  const auto reading = read(SourceKind::vinnova, "/api", "");
  ASSERT_TRUE(reading) << reading.error().message;
  ASSERT_EQ(reading->items.size(), 1U);
  EXPECT_EQ(reading->items.front().text, "Words");
}

}  // namespace
}  // namespace fundwatch::tests
