// tests/feeds/fetch_support.h — a fetcher whose only public network is the test's own loopback.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <stop_token>
#include <string>
#include <vector>

#include "feeds/fetch/curl_fetcher.h"
#include "tests/support/fakes.h"
#include "tests/support/http_server.h"

namespace fundwatch::tests {

// 2026-11-24T08:00:00Z
constexpr Instant kFetchTime{std::chrono::seconds(1795507200)};

inline feeds::Policy policy_for(const config::Fetch& limits) {
  auto guard = feeds::AddressGuard::make(limits.allowed_addresses, limits.allowed_ports);
  return {.limits = limits, .guard = *guard, .user_agent = "fundwatch/test (+https://example.se)"};
}

class FetchTest : public testing::Test {
 protected:
  FetchTest() {
    limits.allowed_addresses = {"127.0.0.1"};
    limits.allowed_ports = {server.port()};
    limits.host_spacing = std::chrono::seconds(0);
  }

  // All answers, by address.
  std::map<std::string, feeds::Answer> fetch(std::vector<feeds::Request> requests) {
    feeds::Policy policy = policy_for(limits);
    if (!limits.proxy.empty()) policy.proxy = feeds::Proxy::make(limits, proxy_credentials).value();
    feeds::CurlFetcher fetcher(std::move(policy), clock, stop.get_token(), [this] { ++turns; });
    std::map<std::string, feeds::Answer> answers;
    fetcher.fetch(std::move(requests), [&](const feeds::Request& request, feeds::Answer answer) {
      EXPECT_TRUE(answers.emplace(request.url, std::move(answer)).second) << "answered twice";
      return std::optional<feeds::Request>();
    });
    return answers;
  }

  feeds::Answer fetch_one(const std::string& url, const Validators& validators = {}) {
    return fetch({{.source = SourceId{1}, .url = url, .validators = validators}}).at(url);
  }

  // What is said of the failure to fetch this.
  std::string fault_of(const std::string& url, const Validators& validators = {}) {
    const feeds::Answer answer = fetch_one(url, validators);
    if (answer.response.ok()) return "no fault";
    EXPECT_EQ(answer.response.error().stage, Stage::fetch);
    return answer.response.error().message;
  }

  HttpServer server;
  config::Fetch limits;
  std::string proxy_credentials;
  FakeClock clock{kFetchTime};
  std::stop_source stop;
  int turns = 0;
};

}  // namespace fundwatch::tests
