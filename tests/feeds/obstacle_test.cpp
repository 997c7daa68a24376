#include "feeds/obstacle.h"

#include <gmock/gmock.h>

#include <map>

#include "tests/feeds/fetch_support.h"

namespace fundwatch::tests {
namespace {

using feeds::Fault;
using testing::AllOf;
using testing::HasSubstr;

const std::string kHtml = "text/html; charset=utf-8";

struct Guarded {
  const char* name;
  int status;
  HttpHeaders headers;
  std::string page;
  const char* words;
};

const std::vector<Guarded> kGuarded{
    {"Cloudflare's header", 403, {{"cf-mitigated", "challenge"}}, "", "a check by Cloudflare"},
    {"Cloudflare's page",
     503,
     {},
     "<!DOCTYPE html><html><head><title>Just a moment...</title>",
     "a check by Cloudflare"},
    {"Cloudflare's script", 403, {}, "<script>window._cf_chl_opt={}</script>", "by Cloudflare"},
    {"a challenge of AWS", 202, {{"x-amzn-waf-action", "challenge"}}, "", "a check by AWS WAF"},
    {"a captcha of AWS", 405, {{"x-amzn-waf-action", "captcha"}}, "", "a captcha by AWS WAF"},
    {"Incapsula",
     200,
     {{"Content-Type", kHtml}},
     "<html><iframe src=\"/_Incapsula_Resource?SWUDNSAI=31\">Request unsuccessful. Incapsula "
     "incident ID: 1</iframe></html>",
     "a check by Imperva Incapsula"},
    {"DataDome",
     403,
     {{"X-DataDome", "protected"}},
     "<script src=\"https://ct.captcha-delivery.com/c.js\">",
     "a captcha by DataDome"},
    {"Akamai",
     403,
     {{"Content-Type", kHtml}},
     "<H1>Access Denied</H1>Reference #18.1 https://errors.edgesuite.net/18.1",
     "a check by Akamai"},
    {"SiteGround",
     202,
     {{"Content-Type", kHtml}},
     "<meta http-equiv=\"refresh\" content=\"0;/.well-known/sgcaptcha/?r=%2Ffeed\">",
     "a captcha by SiteGround"},
    {"F5",
     200,
     {{"Content-Type", kHtml}},
     "The requested URL was rejected. Please consult with your administrator.",
     "a check by F5"},
};

TEST_F(FetchTest, NamesTheGuardThatStandsBeforeADocument) {
  for (const Guarded& each : kGuarded) {
    server.serve("/feed", HttpAnswer(each.status, each.headers, each.page));
    const feeds::Answer answer = fetch_one(server.url("/feed"));
    ASSERT_FALSE(answer.response.ok()) << each.name;
    EXPECT_EQ(answer.fault, Fault::guarded) << each.name;
    EXPECT_THAT(answer.response.error().message,
                AllOf(HasSubstr("answered " + std::to_string(each.status)), HasSubstr(each.words)))
        << each.name;
  }
}

TEST_F(FetchTest, TakesADocumentThatOnlySpeaksOfGuards) {
  const std::string feed = "<rss><title>Just a moment...</title>captcha cf-chl-</rss>";
  server.serve("/feed", HttpAnswer(200, {{"Content-Type", "application/rss+xml"}}, feed));
  EXPECT_TRUE(fetch_one(server.url("/feed")).response.ok());
  const std::string page = "<html><title>Nyheter</title><form><input type=\"password\"></form>";
  server.serve("/page", HttpAnswer(200, {{"Content-Type", kHtml}}, page));
  EXPECT_TRUE(fetch_one(server.url("/page")).response.ok());
}

TEST_F(FetchTest, AnOrdinaryRefusalIsNoGuard) {
  server.serve("/feed", HttpAnswer(403, {{"Content-Type", kHtml}}, "<h1>Forbidden</h1>"));
  EXPECT_EQ(fetch_one(server.url("/feed")).fault, Fault::status);
}

TEST(Obstacle, IsSeenInAPageThatCameForAFeed) {
  const std::map<std::string, std::string> pages{
      {"<form><input name=\"p\" type=\"password\"></form>", "a login page;"},
      {"<title>Logga in | Intranät</title>", "a login page;"},
      {"<form action=\"https://login.microsoftonline.com/x\">", "a login page by Microsoft;"},
      {"<div class=\"g-recaptcha\">", "a captcha by Google reCAPTCHA,"},
      {"<p>Fyll i captcha</p>", "a captcha,"},
      {"<title>Just a moment...</title>", "a check by Cloudflare"}};
  for (const auto& [page, words] : pages) {
    const auto obstacle = feeds::obstacle_in(page);
    ASSERT_TRUE(obstacle.has_value()) << page;
    EXPECT_THAT(words_for(*obstacle), testing::StartsWith(words)) << page;
  }
  EXPECT_FALSE(feeds::obstacle_in("<html><body>Fel</body></html>").has_value());
}

TEST(Obstacle, IsLookedForInTheBeginningOfAPage) {
  const std::string late = std::string(feeds::kObstacleBytesMax, ' ') + "<title>Logga in</title>";
  EXPECT_FALSE(feeds::obstacle_in(late).has_value());
}

}  // namespace
}  // namespace fundwatch::tests
