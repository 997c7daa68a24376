#include "digest/profile_fault.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace fundwatch::tests {
namespace {

using testing::HasSubstr;

struct ProfileFaultTest : public testing::Test {
  ProfileFaultTest() { config.coordinator = {"karin@lan.example", "Karin", Language::swedish}; }
  digest::Rendering rendered() const { return digest::render(fault, config, digest::Mode::real); }

  config::Config config;
  digest::ProfileFault fault{.name = "finansiering",
                             .version = 4,
                             .version_in_force = 2,
                             .fault = "termen \"(bidrag <b>\" saknar parentes"};
};

TEST_F(ProfileFaultTest, SaysWhatIsWrongWhatMatchesInsteadAndWhatToDo) {
  const digest::Rendering mail = rendered();
  EXPECT_EQ(mail.subject, "Profilen finansiering har ett fel");
  for (const char* words : {"Hej Karin!", "fel i version 4", "(bidrag <b>", "med version 2",
                            "fundwatch profile edit"}) {
    EXPECT_THAT(mail.text, HasSubstr(words));
  }
  EXPECT_THAT(mail.html, HasSubstr("(bidrag &lt;b&gt;"));
}

TEST_F(ProfileFaultTest, SaysThatNothingMatches) {
  fault.version_in_force.reset();
  config.coordinator.language = Language::english;
  EXPECT_THAT(rendered().text, HasSubstr("the profile\nfinds nothing."));
}

}  // namespace
}  // namespace fundwatch::tests
