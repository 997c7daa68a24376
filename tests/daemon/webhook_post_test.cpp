// One post to a webhook over a socket: what goes out, and what its answers mean.
#include "daemon/webhook_post.h"

#include <boost/json/parse.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "daemon/webhook_event.h"
#include "feeds/fetch/curl_fetcher.h"
#include "tests/support/fakes.h"
#include "tests/support/http_server.h"

namespace fundwatch::tests {
namespace {

using daemon::verdict_on;
using daemon::WebhookOutcome;
using daemon::WebhookVerdict;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const Instant kNow = Instant{std::chrono::seconds{1614265330}};

class WebhookPostTest : public testing::Test {
 protected:
  WebhookPostTest() {
    limits.allowed_addresses = {"127.0.0.1"};
    limits.allowed_ports = {server.port()};
    limits.host_spacing = std::chrono::seconds(0);
  }

  WebhookVerdict post(const std::string& body = R"({"test": 2432232314})") {
    auto guard = feeds::AddressGuard::make(limits.allowed_addresses, limits.allowed_ports);
    feeds::CurlFetcher fetcher(
        {.limits = limits, .guard = std::move(*guard), .user_agent = "fundwatch"}, clock, {},
        [] {});
    WebhookVerdict verdict;
    const auto request = daemon::webhook_request({server.url("/in"), kSecret},
                                                 {"msg_p5jXN8AQM9LWM0D4loKWxJek", kNow, body});
    fetcher.fetch({request.value()}, [&](const feeds::Request&, const feeds::Answer& answer) {
      verdict = verdict_on(answer);
      return std::optional<feeds::Request>();
    });
    return verdict;
  }
  WebhookVerdict answered(int status, const HttpHeaders& headers = {}, std::string_view body = "") {
    server.serve("/in", HttpAnswer(status, headers, body));
    return post();
  }

  HttpServer server;
  config::Fetch limits;
  FakeClock clock{kNow};
};

TEST_F(WebhookPostTest, GoesOutWithTheHeadersOfTheSpecification) {
  EXPECT_EQ(answered(204).outcome, WebhookOutcome::delivered);
  ASSERT_EQ(server.requests().size(), 1U);
  const HttpRequest got = server.requests()[0];
  EXPECT_EQ(got.method, "POST");
  EXPECT_EQ(got.header("content-type"), "application/json");
  EXPECT_EQ(got.header("webhook-id"), "msg_p5jXN8AQM9LWM0D4loKWxJek");
  EXPECT_EQ(got.header("webhook-timestamp"), "1614265330");
  EXPECT_EQ(got.header("webhook-signature"), "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  EXPECT_EQ(got.body, R"({"test": 2432232314})");
}

TEST_F(WebhookPostTest, AnswersMeanWhatTheirStatusSays) {
  const std::pair<int, WebhookOutcome> cases[] = {
      {200, WebhookOutcome::delivered}, {201, WebhookOutcome::delivered},
      {202, WebhookOutcome::delivered}, {304, WebhookOutcome::failed},
      {400, WebhookOutcome::refused},   {401, WebhookOutcome::failed},
      {404, WebhookOutcome::failed},    {410, WebhookOutcome::gone},
      {413, WebhookOutcome::refused},   {422, WebhookOutcome::refused},
      {429, WebhookOutcome::failed},    {500, WebhookOutcome::failed}};
  for (const auto& [status, outcome] : cases) {
    const WebhookVerdict verdict = answered(status, {}, "words");
    EXPECT_EQ(verdict.outcome, outcome) << status;
    EXPECT_THAT(verdict.words, HasSubstr("answered " + std::to_string(status)));
    EXPECT_THAT(verdict.words, Not(HasSubstr("whsec")));
  }
}

TEST_F(WebhookPostTest, APauseIsHonouredWhereItIsAskedFor) {
  EXPECT_EQ(answered(429, {{"Retry-After", "3600"}}).retry_after, std::chrono::hours(1));
  EXPECT_EQ(answered(503, {{"Retry-After", "7200"}}).retry_after, std::chrono::hours(2));
  EXPECT_EQ(answered(500, {{"Retry-After", "3600"}}).retry_after, std::nullopt);
}

TEST_F(WebhookPostTest, OfALongAnswerOnlySomeIsRead) {
  const std::string much(daemon::kWebhookAnswerBytesMax + 1, 'x');
  EXPECT_EQ(answered(200, {}, much).outcome, WebhookOutcome::delivered);
  const WebhookVerdict refused = answered(400, {}, much);
  EXPECT_EQ(refused.outcome, WebhookOutcome::refused);
  EXPECT_LT(refused.words.size(), daemon::kWebhookAnswerCharactersMax + 30);
}

TEST_F(WebhookPostTest, ARedirectElsewhereIsNotFollowed) {
  server.serve("/other", HttpAnswer(200, {}, ""));
  for (const int status : {301, 302, 303}) {
    EXPECT_EQ(answered(status, {{"Location", "/other"}}).outcome, WebhookOutcome::failed);
  }
  EXPECT_EQ(answered(307, {{"Location", "https://b.example/"}}).outcome, WebhookOutcome::failed);
  for (const HttpRequest& request : server.requests()) EXPECT_EQ(request.target, "/in");
}

TEST_F(WebhookPostTest, TheGuardHolds) {
  limits.allowed_addresses.clear();
  const WebhookVerdict verdict = post();
  EXPECT_EQ(verdict.outcome, WebhookOutcome::failed);
  EXPECT_FALSE(verdict.words.empty());
  EXPECT_TRUE(server.requests().empty());
}

TEST(WebhookRequest, NeedsAGoodAddressAndSecret) {
  EXPECT_FALSE(daemon::webhook_request({"http://a.example/", kSecret}, {"msg_a", kNow, ""}));
  EXPECT_FALSE(daemon::webhook_request({"https://a.example/", "whsec_"}, {"msg_a", kNow, ""}));
  const auto request = daemon::webhook_request({"https://a.example/", kSecret}, {"m", kNow, ""});
  EXPECT_EQ(daemon::message_id_of(request.value()), "m");
}

struct WebhookEventTest : public testing::Test {
  WebhookEventTest() {
    profile.name = "finansiering";
    profile.title.swedish = "Bidrag att söka";
    item.title = "Utlysning";
    item.url = "https://a.example/1";
    item.summary = "Sök nu.";
    hit.found_at = kNow;
  }
  Item item;
  Hit hit;
  Profile profile;
};

TEST_F(WebhookEventTest, IsTheLineOfHitListAndALineForAPerson) {
  const auto event = boost::json::parse(daemon::hit_event(hit, item, profile, Calendar()).value());
  EXPECT_EQ(event.at("type").as_string(), "hit.found");
  EXPECT_EQ(event.at("timestamp").as_string(), "2021-02-25T15:02:10Z");
  EXPECT_EQ(event.at("text").as_string(), "Bidrag att söka: Utlysning\nhttps://a.example/1");
  EXPECT_EQ(event.at("data").at("profile").as_string(), "finansiering");
  EXPECT_EQ(event.at("data").at("title").as_string(), "Utlysning");
  EXPECT_EQ(event.at("data").at("review").as_string(), "none");
}

TEST_F(WebhookEventTest, GoesWithoutATextThatIsTooLong) {
  item.text = std::string(daemon::kWebhookBodyBytesMax, 'x');
  const auto event = daemon::hit_event(hit, item, profile, Calendar());
  ASSERT_TRUE(event);
  EXPECT_TRUE(boost::json::parse(*event).at("data").at("text").is_null());
  item.summary = item.text;
  EXPECT_FALSE(daemon::hit_event(hit, item, profile, Calendar()));
}

}  // namespace
}  // namespace fundwatch::tests
