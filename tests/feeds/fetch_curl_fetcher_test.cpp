#include "feeds/fetch/curl_fetcher.h"

#include <gmock/gmock.h>

#include <cstdlib>
#include <stdexcept>
#include <thread>

#include "tests/feeds/fetch_support.h"

namespace fundwatch::tests {
namespace {

using feeds::Answer;
using feeds::Request;
using std::chrono::seconds;
using testing::HasSubstr;
using testing::Not;

const std::string kFeed = "<rss version=\"2.0\"/>";

TEST_F(FetchTest, BringsTheDocumentAndWhatCameWithIt) {
  server.serve("/feed", HttpAnswer(200,
                                   {{"Content-Type", "application/rss+xml; charset=utf-8"},
                                    {"ETag", "W/\"7\""},
                                    {"Last-Modified", "Tue, 24 Nov 2026 07:00:00 GMT"}},
                                   kFeed));
  const Answer answer = fetch_one(server.url("/feed"));
  ASSERT_TRUE(answer.response.ok()) << answer.response.error().message;
  EXPECT_EQ(answer.response->status, 200);
  EXPECT_EQ(answer.response->body, kFeed);
  EXPECT_EQ(answer.response->final_url, server.url("/feed"));
  EXPECT_EQ(answer.response->content_type, "application/rss+xml; charset=utf-8");
  EXPECT_EQ(answer.response->validators, (Validators{"W/\"7\"", "Tue, 24 Nov 2026 07:00:00 GMT"}));
  EXPECT_EQ(answer.retry_after, std::nullopt);
}

TEST_F(FetchTest, SaysWhoItIsAndWhatItReads) {
  server.serve("/feed", HttpAnswer(200, {}, kFeed));
  fetch_one(server.url("/feed"));
  const HttpRequest request = server.requests().at(0);
  EXPECT_EQ(request.method, "GET");
  EXPECT_EQ(request.header("user-agent"), "fundwatch/test (+https://example.se)");
  EXPECT_THAT(request.header("accept"), HasSubstr("application/rss+xml"));
  EXPECT_THAT(request.header("accept-encoding"), HasSubstr("gzip"));
  EXPECT_EQ(request.header("if-none-match"), "");
  EXPECT_EQ(request.header("if-modified-since"), "");
}

TEST_F(FetchTest, AsksWhetherADocumentHasChanged) {
  server.serve("/feed", HttpAnswer(304, {{"ETag", "\"8\""}}, ""));
  const Validators known{"\"7\"", "Tue, 24 Nov 2026 07:00:00 GMT"};
  const Answer answer = fetch_one(server.url("/feed"), known);
  const HttpRequest request = server.requests().at(0);
  EXPECT_EQ(request.header("if-none-match"), known.etag);
  EXPECT_EQ(request.header("if-modified-since"), known.last_modified);
  ASSERT_TRUE(answer.response.ok());
  EXPECT_EQ(answer.response->status, 304);
  EXPECT_EQ(answer.response->body, "");
  EXPECT_EQ(answer.response->validators, (Validators{"\"8\"", known.last_modified}));
}

TEST_F(FetchTest, RefusesNotModifiedThatItDidNotAskFor) {
  server.serve("/feed", HttpAnswer(304, {}, ""));
  EXPECT_THAT(fault_of(server.url("/feed")), HasSubstr("answered 304 (not modified) though"));
}

TEST_F(FetchTest, DoesNotKeepValidatorsThatAreTooLong) {
  const std::string longest(feeds::kValidatorBytesMax, 'x');
  server.serve("/feed", HttpAnswer(200, {{"ETag", longest}, {"Last-Modified", longest + "x"}}, ""));
  const Answer answer = fetch_one(server.url("/feed"));
  ASSERT_TRUE(answer.response.ok());
  EXPECT_EQ(answer.response->validators, (Validators{longest, ""}));
}

TEST_F(FetchTest, UnpacksCompressedDocuments) {
  const std::string text = kFeed + std::string(5000, ' ');
  server.serve("/feed", HttpAnswer(200, {{"Content-Encoding", "gzip"}}, gzipped(text)));
  const Answer answer = fetch_one(server.url("/feed"));
  ASSERT_TRUE(answer.response.ok()) << answer.response.error().message;
  EXPECT_EQ(answer.response->body, text);
}

TEST_F(FetchTest, KeepsNoCookies) {
  server.serve("/feed", HttpAnswer(302, {{"Location", "/two"}, {"Set-Cookie", "a=1"}}, ""));
  server.serve("/two", HttpAnswer(200, {}, kFeed));
  EXPECT_TRUE(fetch_one(server.url("/feed")).response.ok());
  EXPECT_EQ(server.requests().at(1).header("cookie"), "");
}

TEST_F(FetchTest, FollowsRedirectsToTheirEnd) {
  server.serve("/1", HttpAnswer(301, {{"Location", "/2"}}, "moved"));
  server.serve("/2", HttpAnswer(302, {{"Location", "/3"}}, ""));
  server.serve("/3", HttpAnswer(303, {{"Location", server.url("/4", "b.localhost")}}, ""));
  server.serve("/4", HttpAnswer(307, {{"Location", "5"}}, ""));
  server.serve("/5", HttpAnswer(308, {{"Location", "/6"}}, std::string(1000, 'x')));
  server.serve("/6", HttpAnswer(200, {}, kFeed));
  const Answer answer = fetch_one(server.url("/1"), {"\"7\"", ""});
  ASSERT_TRUE(answer.response.ok()) << answer.response.error().message;
  EXPECT_EQ(answer.response->final_url, server.url("/6", "b.localhost"));
  EXPECT_EQ(answer.response->body, kFeed);
  ASSERT_EQ(server.requests().size(), 6U);
  EXPECT_EQ(server.requests().at(5).header("if-none-match"), "\"7\"");
}

TEST_F(FetchTest, FollowsNoMoreRedirectsThanAllowed) {
  server.serve("/loop", HttpAnswer(302, {{"Location", "/loop"}}, ""));
  EXPECT_THAT(fault_of(server.url("/loop")), HasSubstr("redirects more than 5 times"));
  EXPECT_EQ(server.requests().size(), 6U);
}

TEST_F(FetchTest, GuardsEveryHop) {
  const struct {
    std::string location;
    const char* words;
  } cases[] = {
      {"http://127.0.0.2:" + std::to_string(server.port()) + "/", "the address 127.0.0.2 of host"},
      {"http://169.254.169.254/latest/meta-data/", "the address 169.254.169.254 of host"},
      {"http://[::1]/", "the address ::1 of host"},
      {"http://[::ffff:10.0.0.5]/", "the address ::ffff:10.0.0.5 of host"},
      {"http://127.0.0.1:1/", "port 1 of 127.0.0.1 is not allowed"},
      {"http://a:b@127.0.0.1/", "carries a user name"},
      {"gopher://127.0.0.1/", "not an http or https address"},
  };
  for (const auto& each : cases) {
    server.serve("/feed", HttpAnswer(302, {{"Location", each.location}}, ""));
    EXPECT_THAT(fault_of(server.url("/feed")), HasSubstr(each.words)) << each.location;
  }
}

TEST_F(FetchTest, RefusesAddressesThatNobodyListed) {
  limits.allowed_addresses.clear();
  EXPECT_EQ(fault_of(server.url("/feed", "a.localhost")).find("the address "), 0U);
  EXPECT_EQ(fault_of(server.url("/feed")),
            "the address 127.0.0.1 of host 127.0.0.1 is not public; list it under "
            "fetch.allowed_addresses if it is meant");
  EXPECT_THAT(server.requests(), testing::IsEmpty());
}

TEST_F(FetchTest, JudgesNumbersInDisguiseByTheirAddress) {
  limits.allowed_addresses.clear();
  for (const char* const host : {"2130706433", "0x7f000001", "0177.0.0.1", "127.1"}) {
    EXPECT_THAT(fault_of(server.url("/feed", host)), HasSubstr("is not public")) << host;
  }
}

TEST_F(FetchTest, IgnoresTheEnvironmentsProxy) {
  setenv("http_proxy", "http://127.0.0.1:1", 1);
  server.serve("/feed", HttpAnswer(200, {}, kFeed));
  const Answer answer = fetch_one(server.url("/feed"));
  unsetenv("http_proxy");
  EXPECT_TRUE(answer.response.ok());
}

TEST_F(FetchTest, SaysWhenTheServerWantsToBeAskedAgain) {
  server.serve("/429", HttpAnswer(429, {{"Retry-After", "120"}}, "slow down"));
  server.serve("/503",
               HttpAnswer(503, {{"Retry-After", "Tue, 24 Nov 2026 09:00:00 GMT"}}, "maintenance"));
  server.serve("/200", HttpAnswer(200, {{"Retry-After", "60"}}, kFeed));
  EXPECT_EQ(fetch_one(server.url("/429")).retry_after, seconds(120));
  EXPECT_EQ(fetch_one(server.url("/503")).retry_after, seconds(3600));
  EXPECT_EQ(fetch_one(server.url("/200")).retry_after, seconds(60));
  EXPECT_THAT(fault_of(server.url("/429")), HasSubstr("429 (too many requests)"));
}

TEST_F(FetchTest, SaysWhatTheStatusMeans) {
  const struct {
    int status;
    const char* words;
  } cases[] = {
      {204, "204, which brings no document"},
      {206, "206, which brings no document"},
      {300, "300: a redirect that leads nowhere"},
      {302, "302: a redirect that leads nowhere"},  // without Location
      {400, "400: it does not accept the request"},
      {403, "403 (refused)"},
      {404, "404 (not found): check whether the document has moved"},
      {410, "410 (gone)"},
      {500, "500: a fault of that server"},
      {503, "503 (not available)"},
  };
  for (const auto& each : cases) {
    server.serve("/feed", HttpAnswer(each.status, {}, "words"));
    EXPECT_THAT(fault_of(server.url("/feed")), HasSubstr(server.url("/feed") + " answered"));
    EXPECT_THAT(fault_of(server.url("/feed")), HasSubstr(each.words));
  }
}

TEST_F(FetchTest, AsksAHostOverOneConnectionOneAtATime) {
  std::vector<Request> requests;
  for (int i = 0; i < 20; ++i) {
    const std::string path = "/" + std::to_string(i);
    server.serve(path, HttpAnswer(i % 5 == 0 ? 404 : 200, {}, kFeed));
    requests.push_back({.source = SourceId{i}, .url = server.url(path), .validators = {}});
  }
  EXPECT_EQ(fetch(requests).size(), 20U);
  for (const HttpRequest& request : server.requests()) EXPECT_EQ(request.connection, 1);
}

TEST_F(FetchTest, AsksManyHostsAtOnceButNoMoreThanAllowed) {
  limits.transfers_max = 3;
  std::vector<Request> requests;
  for (int i = 0; i < 10; ++i) {
    const std::string path = "/" + std::to_string(i);
    server.serve(path, HttpAnswer::exactly("HTTP/1.0 200 OK\r\n\r\n" + kFeed));
    const std::string host = "h" + std::to_string(i) + ".localhost";
    requests.push_back({.source = SourceId{i}, .url = server.url(path, host), .validators = {}});
  }
  EXPECT_EQ(fetch(requests).size(), 10U);
  EXPECT_LE(server.connections_at_once_max(), 3);
  EXPECT_GT(server.connections_at_once_max(), 1);
}

TEST_F(FetchTest, AnswersEveryRequestThoughOthersFail) {
  server.serve("/good", HttpAnswer(200, {}, kFeed));
  server.serve("/cut", HttpAnswer(200, {}, kFeed).closing_after(3));
  const auto answers = fetch({{SourceId{1}, server.url("/cut"), {}},
                              {SourceId{2}, "no address", {}},
                              {SourceId{3}, server.url("/good"), {}},
                              {SourceId{4}, "http://does-not-exist.invalid/", {}}});
  ASSERT_EQ(answers.size(), 4U);
  EXPECT_TRUE(answers.at(server.url("/good")).response.ok());
}

TEST_F(FetchTest, LeavesTheRestUnansweredOnceStopped) {
  server.serve("/quick", HttpAnswer(200, {}, kFeed));
  server.serve("/never", HttpAnswer::never());
  const std::jthread stopper([this] {
    server.wait_for_requests(2);
    stop.request_stop();
  });
  const auto begin = std::chrono::steady_clock::now();
  const auto answers = fetch({{SourceId{1}, server.url("/never"), {}},
                              {SourceId{2}, server.url("/never", "a.localhost"), {}},
                              {SourceId{3}, server.url("/quick"), {}}});
  EXPECT_THAT(answers, testing::IsEmpty());
  EXPECT_LT(std::chrono::steady_clock::now() - begin, limits.total_timeout / 2);
}

TEST_F(FetchTest, AsksNothingWhenAlreadyStopped) {
  stop.request_stop();
  EXPECT_THAT(fetch({{SourceId{1}, server.url("/feed"), {}}, {SourceId{2}, "no address", {}}}),
              testing::IsEmpty());
  EXPECT_THAT(server.requests(), testing::IsEmpty());
}

TEST_F(FetchTest, ShowsProgressWhileAServerKeepsItWaiting) {
  limits.total_timeout = seconds(1);
  server.serve("/never", HttpAnswer::never());
  fetch_one(server.url("/never"));
  EXPECT_GE(turns, 2);
}

TEST_F(FetchTest, CanBeUsedAgainAfterAnAnswerThrew) {
  server.serve("/a", HttpAnswer(200, {}, kFeed));
  server.serve("/never", HttpAnswer::never());
  feeds::CurlFetcher fetcher(policy_for(limits), clock, stop.get_token(), [] {});
  const auto refuse = [](const Request&, const Answer&) -> std::optional<Request> {
    throw std::runtime_error("disk full");
  };
  EXPECT_THROW(fetcher.fetch({{SourceId{1}, server.url("/never", "b.localhost"), {}},
                              {SourceId{2}, server.url("/a"), {}}},
                             refuse),
               std::runtime_error);
  int answered = 0;
  fetcher.fetch({{SourceId{2}, server.url("/a"), {}}}, [&](const Request&, const Answer& answer) {
    answered += answer.response.ok() ? 1 : 0;
    return std::optional<Request>();
  });
  EXPECT_EQ(answered, 1);
}

TEST_F(FetchTest, AnswerHasTheLastStatusThatCame) {
  server.serve("/gone", HttpAnswer(410, {}, ""));
  server.serve("/loop", HttpAnswer(302, {{"Location", "/loop"}}, ""));
  server.serve("/silent", HttpAnswer::exactly(""));
  server.serve("/feed", HttpAnswer(200, {}, kFeed));
  EXPECT_EQ(fetch_one(server.url("/gone")).status, 410);
  EXPECT_EQ(fetch_one(server.url("/loop")).status, 302);
  EXPECT_EQ(fetch_one(server.url("/silent")).status, 0);
  EXPECT_EQ(fetch_one(server.url("/feed")).status, 200);
}

}  // namespace
}  // namespace fundwatch::tests
