#include "web/form.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace fundwatch::web {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Form, ReadsFieldsInTheirOrder) {
  const Fields fields = parse_form("a=1&b=tv%C3%A5+ord&a=3&c&=x&").value();
  EXPECT_EQ(fields.size(), 5U);
  EXPECT_EQ(fields.text("a"), "1");
  EXPECT_EQ(fields.text("b"), "två ord");
  EXPECT_THAT(fields.texts("a"), ElementsAre("1", "3"));
  EXPECT_TRUE(fields.has("c"));
  EXPECT_EQ(fields.text("c"), "");
  EXPECT_FALSE(fields.has("d"));
  EXPECT_EQ(fields.text("d"), "");
  EXPECT_THAT(fields.texts("d"), IsEmpty());
}

TEST(Form, KeepsLineEndsAndDropsOtherControls) {
  EXPECT_EQ(parse_form("a=%0D%0Ax%00y%1Bz%7F")->text("a"), "\r\nxyz");
}

TEST(Form, KeepsPercentSignsThatAreNone) {
  EXPECT_EQ(parse_form("a=100%25&b=5%&c=%zz&d=%4")->text("a"), "100%");
  EXPECT_EQ(parse_form("b=5%")->text("b"), "5%");
  EXPECT_EQ(parse_form("c=%zz")->text("c"), "%zz");
  EXPECT_EQ(parse_form("d=%4")->text("d"), "%4");
}

TEST(Form, RefusesWhatIsNoText) { EXPECT_FALSE(parse_form("a=%C3")); }

TEST(Form, HasLimits) {
  EXPECT_TRUE(parse_form(std::string(kFormBytesMax, 'a')));
  EXPECT_FALSE(parse_form(std::string(kFormBytesMax + 1, 'a')));
  std::string many;
  for (std::size_t i = 0; i < kFormFieldsMax; ++i) many += "a=1&";
  EXPECT_EQ(parse_form(many)->size(), kFormFieldsMax);
  EXPECT_FALSE(parse_form(many + "a=1"));
}

TEST(PercentDecoded, LeavesPlusAlone) { EXPECT_EQ(percent_decoded("a+b%20c%2"), "a+b c%2"); }

}  // namespace
}  // namespace fundwatch::web
