#include "matchers/words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace fundwatch::matchers {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  append_tokens(text, tokens);
  return tokens;
}

std::string span(std::string_view text, const Token& token) {
  return std::string(text.substr(token.begin, token.end - token.begin));
}

std::vector<std::string> spans(std::string_view text) {
  std::vector<std::string> result;
  for (const Token& token : tokens_of(text)) result.push_back(span(text, token));
  return result;
}

// By either way of reading words.
std::vector<std::string> folded(std::string_view text) {
  std::vector<std::string> result;
  WordReader reader;
  for (const Token& token : tokens_of(text)) {
    const std::string bytes = span(text, token);
    const Word word = word_of(bytes);
    const WordReader::Seen seen = reader.read(token, bytes);
    EXPECT_EQ(seen.text, word.text);
    EXPECT_EQ(seen.folded, word.folded);
    if (token.is_plain) {
      EXPECT_EQ(bytes, word.text);
    }
    result.push_back(word.folded);
  }
  return result;
}

TEST(Words, FoldsCaseAndKeepsSwedishLetters) {
  EXPECT_THAT(folded("Åtgärder FÖR Överlåtelse, idé"),
              ElementsAre("åtgärder", "för", "överlåtelse", "idé"));
}

TEST(Words, NearlyAllArePlain) {
  const auto plain = [](std::string_view text) {
    std::string seen;
    for (const Token& token : tokens_of(text)) seen += token.is_plain ? '1' : '0';
    return seen;
  };
  EXPECT_EQ(plain("Åtgärder FÖR 18 § ESF+ idé"), "1111111");
  EXPECT_EQ(plain("EU:s obs:stängt a:b"), "0110");
  EXPECT_EQ(plain("Straße Łódź fo\xCC\x88retag upp\u00ADhand"), "0000");
  EXPECT_EQ(plain("bidrag–stöd"), "11");
}

TEST(Words, FoldsLettersBeyondLatin1ByTheTablesOfUnicode) {
  EXPECT_THAT(folded("ŁÓDŹ ΣΊΣΥΦΟΣ Straße ŸŽ"), ElementsAre("łódź", "σίσυφοσ", "strasse", "ÿž"));
}

TEST(Words, ComposesDecomposedLetters) {
  const std::string text = "fo\xCC\x88retag A\xCC\x8Atg\x61\xCC\x88rd";  // o + U+0308, A + U+030A
  EXPECT_THAT(folded(text), ElementsAre("företag", "åtgärd"));
  EXPECT_THAT(spans(text), ElementsAre("fo\xCC\x88retag", "A\xCC\x8Atg\x61\xCC\x88rd"));
  EXPECT_EQ(word_of("A\xCC\x8Atg\x61\xCC\x88rd").text, "Åtgärd");
}

TEST(Words, DropsSoftHyphensAndZeroWidthCharactersWithinWords) {
  const std::string text = "x upp\u00ADhand\u200Bling\u00AD, \uFEFFbidrag\u200D.";
  EXPECT_THAT(spans(text), ElementsAre("x", "upp\u00ADhand\u200Bling", "bidrag"));
  EXPECT_THAT(folded(text), ElementsAre("x", "upphandling", "bidrag"));
}

// The stray byte was taken for the end of a hyphen of three bytes, of which the first two lay
// before the text.
TEST(Words, TakesNoStrayByteAfterAHyphenForPartOfIt) {
  const std::string stray = "-\x95";
  EXPECT_FALSE(tokens_of(stray + "\u07DE")[0].is_tail);
  EXPECT_FALSE(tokens_of("a, " + stray + "b")[1].is_tail);
  EXPECT_TRUE(tokens_of("a, -b")[1].is_tail);
  EXPECT_TRUE(tokens_of("a, \u2010b")[1].is_tail);
}

TEST(Words, TakesDigitsAsWords) {
  EXPECT_THAT(folded("4 kap. 18 § ESF+ B2B"),
              ElementsAre("4", "kap", "18", "§", "esf", "+", "b2b"));
}

TEST(Words, PartsAtHyphensApostrophesAndUnderscores) {
  EXPECT_THAT(folded("ASF-nätverket women's snake_case"),
              ElementsAre("asf", "nätverket", "women", "s", "snake", "case"));
}

TEST(Words, TakesShortEndingsAfterAColonToTheWord) {
  EXPECT_THAT(spans("EU:s tv:n, 10:e"), ElementsAre("EU:s", "tv:n", "10:e"));
  EXPECT_THAT(folded("EU:s tv:n"), ElementsAre("eu", "tv"));
  EXPECT_THAT(spans("Obs:stängt kl:10 a:B obs: nu EU:så"),
              ElementsAre("Obs", "stängt", "kl", "10", "a", "B", "obs", "nu", "EU", "så"));
}

TEST(Words, SaysWhatStandsBetween) {
  std::vector<Gap> gaps;
  for (const Token& token : tokens_of(". a b-c\nd\u00A0e\u2010f, g. \u2013 h")) {
    gaps.push_back(token.gap);
  }
  EXPECT_THAT(gaps, ElementsAre(Gap::beginning, Gap::none, Gap::none, Gap::none, Gap::none,
                                Gap::none, Gap::marks, Gap::marks));
  EXPECT_EQ(marks_in(", "), ",");
  EXPECT_EQ(marks_in(". \u2013\u00AD-\n"), ".\u2013");
}

TEST(Words, KeepsNoMoreOfTheMarksThanTheLimit) {
  EXPECT_EQ(marks_in(std::string(1000, '.')), std::string(kMarksBytesMax, '.'));
}

TEST(Words, KnowsWordsThatAreCut) {
  std::vector<bool> cuts;
  for (const Token& token :
       tokens_of("löne- och mark-, e-post x -y före-\ntag upp\u00AD\nhandling sist-")) {
    cuts.push_back(token.is_cut);
  }
  EXPECT_THAT(cuts, ElementsAre(true, false, true, false, false, false, false, true, false, true,
                                false, false));
}

TEST(Words, SpansPointAtTheBytesOfTheWord) {
  EXPECT_THAT(spans("\u201CÖppet\u201D förfarande\u2026"), ElementsAre("Öppet", "förfarande"));
}

// Sixteen bytes are looked at at once where there are as many: what ends a word must end it at
// every place in a block, and near the end of the text.
TEST(Words, EndTheSameWhereverTheyStand) {
  const std::string endings[] = {" ",  ",",       "-x",   "×",     "÷", "ß.",
                                 "å ", "\u00AD;", "\xC3", "\xC3 ", "§"};
  for (std::size_t length = 1; length < 40; ++length) {
    for (const std::string& ending : endings) {
      for (const std::size_t padding : {0, 20}) {
        const std::string word = std::string(length - 1, 'a') + "ö";
        const std::string text = word + ending + std::string(padding, ' ');
        const bool is_letter = ending == "ß." || ending == "å ";
        const std::string expected = is_letter ? word + ending.substr(0, 2) : word;
        ASSERT_EQ(spans(text).front(), expected) << length << ending;
      }
    }
  }
}

TEST(Words, PartsAtBytesThatAreNotUtf8) {
  EXPECT_THAT(folded("bi\xFF"
                     "drag \xC3"),
              ElementsAre("bi", "drag"));
}

TEST(Words, FindsNoneInWhatHoldsNone) {
  EXPECT_THAT(tokens_of(""), IsEmpty());
  EXPECT_THAT(tokens_of(" -\u00AD\u0308 ... \u2014 × ÷"), IsEmpty());
}

TEST(Words, KeepsARunBeyondTheLimitAsItStands) {
  const std::string longest(kWordBytesMax, 'A');
  EXPECT_THAT(folded(longest), ElementsAre(std::string(kWordBytesMax, 'a')));
  EXPECT_THAT(folded(longest + "A"), ElementsAre(longest + "A"));
}

TEST(Words, KnowsAcronyms) {
  for (const char* text : {"ASF", "ÅVC", "B2B", "SE313"}) EXPECT_TRUE(is_acronym(text)) << text;
  for (const char* text : {"Asf", "asf", "EaSI", "A", "2027", "ASFs", "§"}) {
    EXPECT_FALSE(is_acronym(text)) << text;
  }
}

}  // namespace
}  // namespace fundwatch::matchers
