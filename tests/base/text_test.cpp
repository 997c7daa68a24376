#include "base/text.h"

#include <gtest/gtest.h>

namespace fundwatch {
namespace {

TEST(Text, KnowsValidUtf8) {
  EXPECT_TRUE(is_valid_utf8("Gävle – 5 €"));
  EXPECT_TRUE(is_valid_utf8(""));
  EXPECT_TRUE(is_valid_utf8("\xF0\x9F\x98\x80"));
}

TEST(Text, RefusesBytesThatAreNotUtf8) {
  EXPECT_FALSE(is_valid_utf8("G\xE4vle"));          // latin1
  EXPECT_FALSE(is_valid_utf8("\xC0\xAF"));          // overlong
  EXPECT_FALSE(is_valid_utf8("\xED\xA0\x80"));      // surrogate
  EXPECT_FALSE(is_valid_utf8("\xF4\x90\x80\x80"));  // above U+10FFFF
  EXPECT_FALSE(is_valid_utf8("abc\xC3"));           // cut
  EXPECT_FALSE(is_valid_utf8("\xE2\x28\xA1"));      // no continuation
  EXPECT_FALSE(is_valid_utf8("\x80"));              // continuation alone
}

TEST(Text, TrimsAndCollapses) {
  EXPECT_EQ(trimmed(" \t a b \r\n"), "a b");
  EXPECT_EQ(trimmed("  "), "");
  EXPECT_EQ(collapsed("  a \n\t b\u00A0\u202Fc "), "a b c");
  EXPECT_EQ(collapsed(""), "");
}

TEST(Text, LowersOnlyAscii) {
  EXPECT_EQ(ascii_lower("ABC Å"), "abc Å");
  EXPECT_TRUE(equals_ignoring_ascii_case("Content-Type", "content-type"));
  EXPECT_FALSE(equals_ignoring_ascii_case("a", "ab"));
}

TEST(Text, SplitsKeepingEmptyParts) {
  const std::vector<std::string_view> expected{"a", "", "b", ""};
  EXPECT_EQ(split("a,,b,", ','), expected);
}

TEST(Text, CutsBeforeACharacter) {
  EXPECT_EQ(utf8_prefix("aåb", 2), "a");
  EXPECT_EQ(utf8_prefix("aåb", 3), "aå");
  EXPECT_EQ(utf8_prefix("aåb", 99), "aåb");
}

TEST(Text, CountsCharacters) { EXPECT_EQ(utf8_length("Gävle €"), 7U); }

TEST(Text, ShortensAtAWord) {
  EXPECT_EQ(shortened("sociala företag i länet", 99), "sociala företag i länet");
  EXPECT_EQ(shortened("sociala företag i länet", 19), "sociala företag i…");
  EXPECT_EQ(shortened("Arbetsmarknadsförvaltningen", 10), "Arbetsmar…");
  EXPECT_LE(utf8_length(shortened("ååååå ööööö ääääää", 12)), 12U);
}

TEST(Text, SuggestsTheNearestWord) {
  const std::vector<std::string> known{"interval", "language", "name"};
  EXPECT_EQ(nearest("intervall", known), "interval");
  EXPECT_EQ(nearest("lnaguage", known), "language");
  EXPECT_EQ(nearest("colour", known), std::nullopt);
}

}  // namespace
}  // namespace fundwatch
