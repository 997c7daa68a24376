#include "matchers/words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace fundwatch::matchers {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> folded(std::string_view text) {
  std::vector<std::string> result;
  for (const Word& word : words(text)) result.push_back(word.folded);
  return result;
}

std::string span(std::string_view text, const Word& word) {
  return std::string(text.substr(word.begin, word.end - word.begin));
}

TEST(Words, FoldsCaseAndKeepsSwedishLetters) {
  EXPECT_THAT(folded("Åtgärder FÖR Överlåtelse, idé"),
              ElementsAre("åtgärder", "för", "överlåtelse", "idé"));
}

TEST(Words, FoldsLettersBeyondLatin1ByTheTablesOfUnicode) {
  EXPECT_THAT(folded("ŁÓDŹ ΣΊΣΥΦΟΣ Straße ŸŽ"), ElementsAre("łódź", "σίσυφοσ", "strasse", "ÿž"));
}

TEST(Words, ComposesDecomposedLetters) {
  const std::string text = "fo\xCC\x88retag A\xCC\x8Atg\x61\xCC\x88rd";  // o + U+0308, A + U+030A
  const auto found = words(text);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].folded, "företag");
  EXPECT_EQ(found[1].text, "Åtgärd");
  EXPECT_EQ(found[1].folded, "åtgärd");
  EXPECT_EQ(span(text, found[1]), "A\xCC\x8Atg\x61\xCC\x88rd");
}

TEST(Words, DropsSoftHyphensAndZeroWidthCharactersWithinWords) {
  const std::string text = "x upp\u00ADhand\u200Bling\u00AD \uFEFFbidrag\u200D.";
  const auto found = words(text);
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[1].folded, "upphandling");
  EXPECT_EQ(span(text, found[1]), "upp\u00ADhand\u200Bling");
  EXPECT_EQ(span(text, found[2]), "bidrag");
  EXPECT_EQ(found[2].marks_before, "");
}

TEST(Words, TakesDigitsAsWords) {
  EXPECT_THAT(folded("4 kap. 18 § ESF+ B2B"),
              ElementsAre("4", "kap", "18", "§", "esf", "+", "b2b"));
}

TEST(Words, PartsAtHyphensApostrophesAndUnderscores) {
  EXPECT_THAT(folded("ASF-nätverket women's snake_case EU:s"),
              ElementsAre("asf", "nätverket", "women", "s", "snake", "case", "eu", "s"));
}

TEST(Words, SaysWhatStandsBetween) {
  const auto found = words("a b-c\nd\u00A0e\u2010f, g. \u2013 h");
  std::vector<std::string> marks;
  marks.reserve(found.size());
  for (const Word& word : found) marks.push_back(word.marks_before);
  EXPECT_THAT(marks, ElementsAre("", "", "", "", "", "", ",", ".\u2013"));
}

TEST(Words, KeepsNoMoreOfTheMarksThanTheLimit) {
  const auto found = words("a" + std::string(1000, '.') + "b");
  EXPECT_EQ(found[1].marks_before, std::string(kMarksBytesMax, '.'));
}

TEST(Words, SpansPointAtTheBytesOfTheWord) {
  const std::string text = "\u201CÖppet\u201D förfarande\u2026";
  const auto found = words(text);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(span(text, found[0]), "Öppet");
  EXPECT_EQ(span(text, found[1]), "förfarande");
}

TEST(Words, PartsAtBytesThatAreNotUtf8) {
  EXPECT_THAT(folded("bi\xFF"
                     "drag \xC3"),
              ElementsAre("bi", "drag"));
}

TEST(Words, FindsNoneInWhatHoldsNone) {
  EXPECT_THAT(words(""), IsEmpty());
  EXPECT_THAT(words(" -\u00AD\u0308 ... \u2014"), IsEmpty());
}

TEST(Words, KeepsARunBeyondTheLimitAsItStands) {
  const std::string longest(kWordBytesMax, 'A');
  EXPECT_THAT(folded(longest), ElementsAre(std::string(kWordBytesMax, 'a')));
  EXPECT_THAT(folded(longest + "A"), ElementsAre(longest + "A"));
}

TEST(Words, KnowsAcronyms) {
  const auto is = [](std::string_view text) { return is_acronym(words(text).front()); };
  for (const char* text : {"ASF", "ÅVC", "B2B", "SE313"}) EXPECT_TRUE(is(text)) << text;
  for (const char* text : {"Asf", "asf", "EaSI", "A", "2027", "ASFs", "§"}) {
    EXPECT_FALSE(is(text)) << text;
  }
}

}  // namespace
}  // namespace fundwatch::matchers
