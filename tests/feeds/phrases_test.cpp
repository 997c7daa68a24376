#include "feeds/facts/phrases.h"

#include <gtest/gtest.h>

namespace fundwatch::feeds {
namespace {

constexpr Phrases kPhrases{"ansök*", "sista dag", "t*", "–", "§ 18"};

std::size_t longest(std::string_view text) { return longest_phrase(words_of(text), 0, kPhrases); }

TEST(Phrases, AreWordsOfOneSentence) {
  const auto words = words_of("Till och med ansökningar. Om stöd");
  EXPECT_EQ(phrase_length(words, 0, "till och med"), 3U);
  EXPECT_EQ(phrase_length(words, 3, "ansök*"), 1U);
  EXPECT_EQ(phrase_length(words, 3, "ansök"), 0U);
  EXPECT_EQ(phrase_length(words, 3, "ansök* . om"), 0U);  // not over a sentence's end
}

TEST(Phrases, BeginAtAWord) {
  EXPECT_EQ(longest("Ansökningstid"), 1U);
  EXPECT_EQ(longest("sista dag"), 2U);
  EXPECT_EQ(longest("sista dagen"), 0U);
  EXPECT_EQ(longest("§ 18"), 2U);
  EXPECT_EQ(longest("till"), 1U) << "one letter and a star: any word that begins so";
  EXPECT_EQ(longest("t"), 1U);
  EXPECT_EQ(longest("ett"), 0U);
}

TEST(Phrases, BeginWithinARange) {
  const auto words = words_of("Den sista dag som är");
  EXPECT_TRUE(contains_phrase(words, 0, words.size(), kPhrases));
  EXPECT_TRUE(contains_phrase(words, 1, 2, kPhrases)) << "where it begins is what counts";
  EXPECT_FALSE(contains_phrase(words, 2, 99, kPhrases));
  EXPECT_FALSE(contains_phrase(words, 99, 100, kPhrases));
}

TEST(Beginnings, LetThroughWhatMayBegin) {
  Beginnings beginnings;
  for (const std::string_view phrase : kPhrases.all()) beginnings.add(phrase);
  EXPECT_TRUE(beginnings.may_have("ansökan"));
  EXPECT_TRUE(beginnings.may_have("tå"));
  EXPECT_FALSE(beginnings.may_have("bidrag"));
}

}  // namespace
}  // namespace fundwatch::feeds
