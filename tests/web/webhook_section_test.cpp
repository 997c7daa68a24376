#include "web/webhook_section.h"

#include "tests/web/inbox_support.h"

namespace fundwatch::tests {
namespace {

using store::WebhookState;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class WebhookSectionTest : public InboxPageTest {
 protected:
  static constexpr const char* kAddress = "/profiler/finansiering";
  static constexpr const char* kUrl = "adress=https%3A%2F%2Fhook.example%2Fin";

  Reply set(const std::string& address = kUrl) {
    return post(kAddress, address + "&mottagare=spara");
  }
  std::optional<store::Webhook> webhook() const { return store.webhooks.find(finance); }
};

TEST_F(WebhookSectionTest, SettingOneShowsItsSecretOnceAndIsRecorded) {
  EXPECT_THAT(get(kAddress).body, HasSubstr("Träffarna skickas ingenstans."));
  const Reply reply = set();
  EXPECT_EQ(reply.status, 200);
  ASSERT_TRUE(webhook());
  EXPECT_EQ(webhook()->address.url, "https://hook.example/in");
  EXPECT_THAT(reply.body, AllOf(HasSubstr("value=\"" + webhook()->address.secret + "\""),
                                HasSubstr("value=\"https://hook.example/in\""),
                                HasSubstr("Nya träffar skickas dit från och med nu.")));
  EXPECT_THAT(get(kAddress).body, AllOf(Not(HasSubstr("whsec_")), HasSubstr("hook.example")));
  const store::AuditEntry entry = store.audit.page(0, 1).at(0);
  EXPECT_EQ(entry.action + " " + entry.subject + " " + entry.detail,
            "profile.webhook finansiering hook.example");
  EXPECT_EQ(store.profiles.find("finansiering")->version, 1) << "the profile is as it was";
}

TEST_F(WebhookSectionTest, ChangingItMakesANewSecret) {
  set();
  const std::string secret = webhook()->address.secret;
  set("adress=https%3A%2F%2Fannan.example%2F");
  EXPECT_NE(webhook()->address.secret, secret);
  EXPECT_EQ(webhook()->address.url, "https://annan.example/");
}

TEST_F(WebhookSectionTest, AnAddressThatIsNoneIsSaidAndNothingLost) {
  const Reply reply = set("adress=http%3A%2F%2Fhook.example%2F%3Ca");
  EXPECT_EQ(reply.status, 422);
  EXPECT_THAT(reply.body, AllOf(HasSubstr("id=\"fel\""), HasSubstr("href=\"#wu\""),
                                HasSubstr("Adressen måste börja med https://"),
                                HasSubstr("value=\"http://hook.example/&lt;a\"")));
  EXPECT_EQ(set("adress=").status, 422);
  EXPECT_FALSE(webhook());
}

TEST_F(WebhookSectionTest, ItIsSwitchedOff) {
  set();
  add_case("a");
  EXPECT_THAT(get(kAddress).body, HasSubstr("1 träff väntar."));
  const Reply reply = post(kAddress, "mottagare=av");
  EXPECT_EQ(webhook()->state, WebhookState::off);
  EXPECT_THAT(reply.body, HasSubstr("Träffarna skickas inte längre."));
  EXPECT_THAT(get(kAddress).body, HasSubstr("Avstängt. Träffarna skickades till hook.example."));
  EXPECT_EQ(store.audit.page(0, 1).at(0).detail, "off");
}

TEST_F(WebhookSectionTest, HowItGoesIsSaid) {
  set();
  store.webhooks.hold(finance, {"answered 500: <b>", clock.now(), clock.now()});
  EXPECT_THAT(get(kAddress).body, AllOf(HasSubstr("hook.example tar inte emot sedan"),
                                        HasSubstr("Senaste svaret: answered 500: &lt;b&gt;")));
  store.webhooks.switch_off(finance, WebhookState::gone, "answered 410");
  EXPECT_THAT(get(kAddress).body, HasSubstr("svarade att mottagaren är borttagen"));
}

TEST_F(WebhookSectionTest, OnlyWhoMayChangeItSeesIt) {
  set();
  log_in(Role::reader);
  EXPECT_THAT(get(kAddress).body, Not(HasSubstr("hook.example")));
  EXPECT_EQ(set().status, 403);
  log_in(Role::coordinator);
  EXPECT_NE(post_without_csrf(kAddress, "mottagare=av").status, 200);
  EXPECT_EQ(webhook()->state, WebhookState::on);
}

TEST_F(WebhookSectionTest, ANewProfileHasNone) {
  EXPECT_THAT(get("/profiler/ny").body, Not(HasSubstr("id=\"mottagare\"")));
}

}  // namespace
}  // namespace fundwatch::tests
