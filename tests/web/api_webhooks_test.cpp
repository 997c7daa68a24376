#include "web/api_webhooks.h"

#include "tests/web/api_support.h"

namespace fundwatch::tests {
namespace {

using store::WebhookState;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing::StartsWith;
using web::Method;
using web::Reply;

class ApiWebhooksTest : public ApiTest {
 protected:
  static constexpr const char* kPath = "webhooks/finansiering";

  ApiWebhooksTest() {
    be(Role::coordinator);
    add_source("region");
    seed_profile();
  }
  Reply set(const std::string& url = "https://hook.example/in") {
    return ask(Method::post, kPath, R"({"url":")" + url + R"("})");
  }
  Reply switch_off() { return ask(Method::post, std::string(kPath) + "/off", "{}"); }
  std::optional<store::Webhook> webhook() {
    return store.webhooks.find(store.profiles.find("finansiering")->id);
  }
};

TEST_F(ApiWebhooksTest, ASecretIsToldOnceAndNewEachTime) {
  EXPECT_THAT(get("webhooks").at("webhooks").as_array(), IsEmpty());
  Reply reply = set();
  EXPECT_EQ(reply.status, 201);
  const std::string secret(parsed(reply).at("secret").as_string());
  EXPECT_THAT(secret, StartsWith("whsec_"));
  EXPECT_EQ(webhook()->address.secret, secret);
  EXPECT_THAT(ask(Method::get, kPath).body,
              AllOf(HasSubstr("https://hook.example/in"), Not(HasSubstr("whsec_"))));
  EXPECT_THAT(ask(Method::get, "webhooks").body, Not(HasSubstr("whsec_")));
  reply = set("https://annan.example/");
  EXPECT_EQ(reply.status, 200);
  EXPECT_NE(parsed(reply).at("secret").as_string(), secret);
  EXPECT_EQ(webhook()->address.url, "https://annan.example/");
}

TEST_F(ApiWebhooksTest, HowItGoesIsSaid) {
  set();
  add_hit("Bidrag");
  store.webhooks.hold(webhook()->profile, {"answered 500", clock.now(), clock.now()});
  EXPECT_EQ(get(kPath), json::parse(R"({"profile":"finansiering","url":"https://hook.example/in",
      "state":"on","set_at":"2027-02-15T08:00:00Z","last_success":null,
      "failing_since":"2027-02-15T08:00:00Z","next_try":"2027-02-15T08:00:00Z",
      "answer":"answered 500","queued":1,"lost":0})"));
  EXPECT_THAT(get("webhooks").at("webhooks").as_array(), SizeIs(1));
}

TEST_F(ApiWebhooksTest, ItIsSwitchedOff) {
  set();
  add_hit("Bidrag");
  const Reply reply = switch_off();
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(parsed(reply).at("state"), "off");
  EXPECT_EQ(parsed(reply).at("queued"), 0);
  EXPECT_EQ(switch_off().status, 409);
  EXPECT_EQ(set().status, 200);
  store.webhooks.switch_off(webhook()->profile, WebhookState::gone, "answered 410");
  EXPECT_EQ(get(kPath).at("state"), "gone");
  EXPECT_EQ(switch_off().status, 409);
}

TEST_F(ApiWebhooksTest, IsRecordedAsByThePage) {
  const auto recorded = [this] {
    const store::AuditEntry entry = store.audit.page(0, 1).at(0);
    return entry.action + " " + entry.subject + " " + entry.detail;
  };
  set();
  EXPECT_EQ(recorded(), "profile.webhook finansiering hook.example");
  switch_off();
  EXPECT_EQ(recorded(), "profile.webhook finansiering off");
}

TEST_F(ApiWebhooksTest, AnAddressThatIsNoneIsRefused) {
  for (const std::string url :
       {"", "x", "http://hook.example/", "https://kim@hook.example/", "javascript:0"}) {
    const Reply reply = set(url);
    EXPECT_EQ(reply.status, 422) << url;
    EXPECT_EQ(fault(reply).at("field"), "url") << url;
  }
  EXPECT_EQ(fault(set("http://hook.example/")).at("message"),
            "The address must begin with https://");
  EXPECT_EQ(set("https://a.example/" + std::string(2000, 'a')).status, 422);
  EXPECT_FALSE(webhook());
  EXPECT_THAT(store.audit.page(0, 10), IsEmpty());
}

TEST_F(ApiWebhooksTest, IsOfAProfileThatThereIs) {
  EXPECT_EQ(ask(Method::post, "webhooks/okand", R"({"url":"https://a.example"})").status, 404);
  EXPECT_EQ(ask(Method::get, "webhooks/okand").status, 404);
  EXPECT_EQ(ask(Method::get, kPath).status, 404);
  EXPECT_EQ(switch_off().status, 404);
}

// An address may be a secret.
TEST_F(ApiWebhooksTest, OnlyWhoMayChangeItSeesIt) {
  set();
  be(Role::reader);
  for (const std::string path : {"webhooks", kPath}) {
    EXPECT_EQ(ask(Method::get, path).status, 403) << path;
  }
  EXPECT_EQ(set("https://b.example/").status, 403);
  EXPECT_EQ(switch_off().status, 403);
  EXPECT_EQ(webhook()->address.url, "https://hook.example/in");
}

}  // namespace
}  // namespace fundwatch::tests
