#include "config/document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "config/faults.h"

namespace fundwatch::config {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string fault_of(std::string_view toml) {
  const auto document = parse_document(toml, "f.toml");
  return document ? "" : document.error().message;
}

std::string text_at(std::string_view toml, std::string_view key) {
  const auto document = parse_document(toml, "f.toml");
  if (!document) return document.error().message;
  return std::get<std::string>(document->find(key)->content);
}

TEST(Document, FaultsNameLineAndColumnInOurWords) {
  struct Case {
    const char* name;
    std::string toml;
    const char* fault;
  };
  const Case cases[] = {
      {"bare word", "a = 1\nb = hello\n", "f.toml:2:5: a text, duration or size stands in quotes"},
      {"bare duration", "a = 10s", "stands in quotes: \"10s\""},
      {"bare hour", "a = 07:00\n", "stands in quotes: \"07:00\""},
      {"no value", "a =\n", "a value is missing after the ="},
      {"twice", "a = 1\na = 2", "f.toml:2:5: this name stands twice"},
      {"table twice", "[a]\n[a]", "f.toml:2:1: this name stands twice"},
      {"open quote", "a = \"x\nb = 1", "f.toml:1:7: a closing quote is missing"},
      {"backslash", R"(a = "c:\data")", "a backslash is written"},
      {"two on a line", "a = 1 b = 2", "a setting has a line of its own"},
      {"Swedish key", "å = 1", "f.toml:1:1: a letter beyond a-z stands outside quotes"},
      {"column after Swedish text", "a = [\"åäö\", hej]", "f.toml:1:13: "},
      {"three quotes", "a = \"\"\"x\"\"\"", "texts over several lines are not taken"},
      {"Latin-1", "a = 1\nb = \"\xE5\"", "f.toml:2: a character is not UTF-8"},
      {"private use", "a = \"\xF4\x80\x82\x80\"", "f.toml:1: a character for private use"},
  };
  for (const Case& one : cases) {
    EXPECT_THAT(fault_of(one.toml), HasSubstr(one.fault)) << one.name;
  }
}

// Each of these made toml++ 3.3 abort or behave undefined.
TEST(Document, BrokenFilesAreRefusedWithoutHarm) {
  for (const char* toml : {"[[[a]]]", "[&", "[[=", "å = 1", "\u00A7", "a = x\"å\"",
                           "a =0x{b=\"å\"}", "a = \"b\" \u00E5", "[å]", "a = [å]"}) {
    EXPECT_THAT(fault_of(toml), HasSubstr("f.toml:1")) << toml;
  }
}

TEST(Document, TextsOfAllLettersStayAsTheyAre) {
  for (const char* text :
       {"åäö ÅÄÖ", "\u0080\u07FF", "\u0800\uFFFD", "\u00A0\u2003", "😀", "Łódź"}) {
    EXPECT_EQ(text_at("a = \"" + std::string(text) + "\"", "a"), text);
    EXPECT_EQ(text_at("\"" + std::string(text) + "\" = 'x'", text), "x");
  }
  EXPECT_EQ(text_at(R"(a = "\u00e5")", "a"), "å");
  EXPECT_EQ(text_at("\xEF\xBB\xBF# a mark at the start is no text\na = 'x'", "a"), "x");
}

TEST(Document, DepthIsLimited) {
  const auto dotted = [](int parts) {
    std::string key = "a";
    for (int i = 1; i < parts; ++i) key += ".a";
    return key + " = 1";
  };
  const auto nested = [](int depth) {
    const auto brackets = static_cast<std::size_t>(depth);
    return "a = " + std::string(brackets, '[') + std::string(brackets, ']');
  };
  EXPECT_EQ(fault_of(dotted(kKeyPartsMax)), "");
  EXPECT_THAT(fault_of(dotted(kKeyPartsMax + 1)), HasSubstr("more than 16 parts"));
  EXPECT_THAT(fault_of(dotted(100'000)), HasSubstr("more than 16 parts"));
  EXPECT_EQ(fault_of(nested(kNestingMax - 1)), "");
  EXPECT_THAT(fault_of(nested(100'000)), HasSubstr("too deep"));
}

TEST(Faults, AreToldInTheOrderOfTheirLinesUpToALimit) {
  Faults faults("f.toml");
  for (int line = static_cast<int>(kFaultsShownMax) + 5; line > 0; --line) faults.add(line, "bad");
  const std::string message = faults.error().message;
  EXPECT_THAT(message, testing::StartsWith("f.toml:1: bad\nf.toml:2: bad\n"));
  EXPECT_THAT(message, HasSubstr("f.toml:100: bad\nf.toml: 5 more"));
  EXPECT_THAT(message, Not(HasSubstr("f.toml:101:")));
}

}  // namespace
}  // namespace fundwatch::config
