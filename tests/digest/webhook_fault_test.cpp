#include "digest/webhook_fault.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace fundwatch::tests {
namespace {

using testing::HasSubstr;
using testing::Not;

struct WebhookFaultTest : public testing::Test {
  WebhookFaultTest() { config.coordinator = {"karin@lan.example", "Karin", Language::swedish}; }
  digest::Rendering rendered() const { return digest::render(fault, config, digest::Mode::real); }

  config::Config config;
  digest::WebhookFault fault{.profile = "finansiering",
                             .host = "kommun.example",
                             .answer = "answered 500: <b>nej</b>",
                             .lost = 3};
};

TEST_F(WebhookFaultTest, SaysWhatIsLostAndThatItGoesOn) {
  const digest::Rendering mail = rendered();
  EXPECT_EQ(mail.subject, "Träffarna i finansiering kommer inte fram till mottagaren");
  for (const char* words : {"Hej Karin!", "kommun.example", "answered 500",
                            "3 träffar skickas inte", "vi skicka som vanligt", "profile hook"}) {
    EXPECT_THAT(mail.text, HasSubstr(words));
  }
  EXPECT_THAT(mail.html, HasSubstr("&lt;b&gt;nej"));
}

TEST_F(WebhookFaultTest, SaysThatItIsOff) {
  fault.kind = digest::WebhookFault::Kind::gone;
  fault.lost = 0;
  config.coordinator.language = Language::english;
  EXPECT_THAT(rendered().text, HasSubstr("We have switched posting off."));
  EXPECT_THAT(rendered().text, Not(HasSubstr("will not be posted")));
}

}  // namespace
}  // namespace fundwatch::tests
