// The client against a real server by TLS and HTTP/2, with certificates made in the test.
#include <gmock/gmock.h>

#include <fstream>

#include "tests/feeds/fetch_support.h"
#include "tests/support/nginx.h"
#include "tests/support/skip.h"
#include "tests/support/tls_server.h"

namespace fundwatch::tests {
namespace {

using testing::ElementsAre;

const std::string kHost = "a.localhost";

class NginxTest : public FetchTest {
 protected:
  void SetUp() override {
    if (!Nginx::is_installed()) return skip("nginx is not installed");
    for (const char* name : {"a.rss", "b.rss", "c.rss"}) {
      std::ofstream(root / name) << name << std::string(5000, 'x');
    }
    nginx.emplace(root.path(), certificates.make(kHost));
    limits.allowed_ports = {nginx->port()};
    limits.ca_file = certificates.authority();
  }
  std::string url(const std::string& name) const {
    return "https://" + kHost + ":" + std::to_string(nginx->port()) + "/" + name;
  }
  feeds::CurlFetcher fetcher() {
    return {policy_for(limits), clock, stop.get_token(), [] {}};
  }
  // Over one client, so that connections are kept between rounds.
  static std::vector<feeds::Answer> ask(feeds::CurlFetcher& fetcher,
                                        std::vector<feeds::Request> requests) {
    std::vector<feeds::Answer> answers;
    fetcher.fetch(std::move(requests), [&](const feeds::Request&, feeds::Answer answer) {
      answers.push_back(std::move(answer));
      return std::optional<feeds::Request>();
    });
    return answers;
  }

  Certificates certificates;
  TemporaryFolder root;
  std::optional<Nginx> nginx;
};

TEST_F(NginxTest, DocumentsOfAHostComeByHttp2OverOneConnection) {
  if (!nginx) return;
  auto client = fetcher();
  const auto answers = ask(client, {{.url = url("a.rss")}, {.url = url("b.rss")}});
  ASSERT_EQ(answers.size(), 2U);
  for (const feeds::Answer& answer : answers) {
    ASSERT_TRUE(answer.response.ok()) << answer.response.error().message;
    EXPECT_EQ(answer.response->body.size(), 5005U);
    EXPECT_EQ(answer.response->content_type, "application/rss+xml");
  }
  ask(client, {{.url = url("c.rss")}});
  EXPECT_THAT(nginx->requests(3),
              ElementsAre("HTTP/2.0 200 GET /a.rss 1", "HTTP/2.0 200 GET /b.rss 2",
                          "HTTP/2.0 200 GET /c.rss 3"));
}

// nginx weakens the tag of what it packs, and gives the strong one with a 304.
TEST_F(NginxTest, WhatHasNotChangedIsSaidSoAgainAndAgain) {
  if (!nginx) return;
  auto client = fetcher();
  Validators validators;
  for (const int status : {200, 304, 304}) {
    const auto answers = ask(client, {{.url = url("a.rss"), .validators = validators}});
    ASSERT_TRUE(answers.at(0).response.ok()) << answers[0].response.error().message;
    EXPECT_EQ(answers[0].response->status, status);
    validators = answers[0].response->validators;
  }
}

TEST_F(NginxTest, AMissingDocumentIsNamed) {
  if (!nginx) return;
  EXPECT_EQ(fetch_one(url("none.rss")).status, 404);
}

TEST_F(NginxTest, AConnectionThatOneSourceTrustsIsUsedByNoOther) {
  if (!nginx) return;
  limits.ca_file.clear();
  auto client = fetcher();
  const feeds::Request trusting{.url = url("a.rss"), .ca_file = certificates.authority()};
  const feeds::Request other{.url = url("b.rss")};
  const auto one = ask(client, {trusting});
  ASSERT_TRUE(one.at(0).response.ok()) << one.at(0).response.error().message;
  EXPECT_EQ(ask(client, {other}).at(0).fault, feeds::Fault::authority);
  EXPECT_TRUE(ask(client, {trusting}).at(0).response.ok());
  EXPECT_THAT(nginx->requests(2),
              ElementsAre("HTTP/2.0 200 GET /a.rss 1", "HTTP/2.0 200 GET /a.rss 2"));
}

}  // namespace
}  // namespace fundwatch::tests
