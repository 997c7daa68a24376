#include "digest/webhook_signature.h"

#include <gtest/gtest.h>

#include <set>

namespace fundwatch::tests {
namespace {

using digest::fault_of_webhook_url;
using digest::WebhookUrlFault;

constexpr const char* kSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

Instant at(std::int64_t seconds) { return Instant{std::chrono::seconds{seconds}}; }

// The vector of the specification's own libraries.
TEST(WebhookSignature, IsThatOfTheSpecification) {
  EXPECT_EQ(
      digest::webhook_signature(
          {"msg_p5jXN8AQM9LWM0D4loKWxJek", at(1614265330), R"({"test": 2432232314})"}, kSecret),
      "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
}

TEST(WebhookSignature, HoldsForItsIdItsTimeAndItsBodyAlone) {
  const std::set<std::optional<std::string>> signatures{
      digest::webhook_signature({"msg_a", at(1), "body"}, kSecret),
      digest::webhook_signature({"msg_b", at(1), "body"}, kSecret),
      digest::webhook_signature({"msg_a", at(2), "body"}, kSecret),
      digest::webhook_signature({"msg_a", at(1), "bodY"}, kSecret),
      digest::webhook_signature({"msg_a", at(1), "body"}, "whsec_YW5vdGhlciBzZWNyZXQ=")};
  EXPECT_EQ(signatures.size(), 5U);
}

TEST(WebhookSignature, NeedsASecret) {
  for (const char* secret : {"", "whsec_", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_no base64",
                             "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS"}) {
    EXPECT_EQ(digest::webhook_signature({"msg_a", at(1), "body"}, secret), std::nullopt) << secret;
  }
}

TEST(WebhookSignature, SecretsAreRandomAndSign) {
  const std::string secret = digest::new_webhook_secret();
  EXPECT_EQ(secret.size(), 6U + 44U);
  EXPECT_NE(secret, digest::new_webhook_secret());
  EXPECT_TRUE(digest::webhook_signature({"msg_a", at(1), "body"}, secret));
}

TEST(WebhookUrl, IsHttpsOrOnThisMachine) {
  const std::pair<const char*, WebhookUrlFault> cases[] = {
      {"https://kommun.webhook.office.example/x?y=z", WebhookUrlFault::none},
      {"http://127.0.0.1:8080/hook", WebhookUrlFault::none},
      {"http://[::1]:8080/hook", WebhookUrlFault::none},
      {"http://localhost/hook", WebhookUrlFault::none},
      {"http://kommun.example/hook", WebhookUrlFault::not_secure},
      {"http://localhost.example/hook", WebhookUrlFault::not_secure},
      {"http://127.example/hook", WebhookUrlFault::not_secure},
      {"https://eva:hemligt@kommun.example/", WebhookUrlFault::user_name},
      {"ftp://kommun.example/", WebhookUrlFault::not_web},
      {"javascript:alert(1)", WebhookUrlFault::not_web},
      {"", WebhookUrlFault::not_web}};
  for (const auto& [url, fault] : cases) EXPECT_EQ(fault_of_webhook_url(url), fault) << url;
  EXPECT_EQ(fault_of_webhook_url("https://a.example/" + std::string(2000, 'x')),
            WebhookUrlFault::too_long);
}

}  // namespace
}  // namespace fundwatch::tests
