#include "feeds/facts/words.h"

#include <string>

#include "feeds/facts/item_words.h"
#include "tests/feeds/facts_support.h"

namespace fundwatch::feeds {
namespace {

// The words with spaces between, and "|" where a sentence ends.
std::string shown(const std::vector<Word>& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += words[i].sentence == words[i - 1].sentence ? " " : " | ";
    text += words[i].text;
  }
  return text;
}

std::string cut(const std::string& text) { return shown(words_of(text)); }

TEST(FactsWords, AreFolded) {
  EXPECT_EQ(cut("ANSÖK Nu"), "ansök nu");
  EXPECT_EQ(cut("anso\u0308k"), "ansök");
  EXPECT_EQ(cut("an\u00ADsök"), "ansök");
  EXPECT_EQ(cut("1\u20132\u00A0mars"), "1 - 2 mars");
  EXPECT_EQ(cut("kl.14.00"), "kl . 14 . 00");
  EXPECT_EQ(cut("t.o.m. fredag"), "tom . fredag");
  EXPECT_EQ(cut("O.s.a. i dag"), "osa . i dag");
}

TEST(FactsWords, HaveLettersBeyondAscii) {
  EXPECT_EQ(cut("ÅÄÖ ÉÞ Straße ŸLEÐUR"), "åäö éþ straße ÿleður");
  EXPECT_EQ(cut("2×3 ÷ a×b"), "2 × 3 ÷ a × b");
  EXPECT_EQ(cut("A\u030Anger \u00C5\u0301"), "ånger ǻ");
  EXPECT_EQ(cut("an\u00ADSÖK ÄN\u00AD"), "ansök än");
  EXPECT_EQ(cut("Łódź ΑΘΗΝΑ"), "łódź αθηνα");
  EXPECT_EQ(cut("å\xC3 b"), "å \uFFFD b");
  EXPECT_EQ(cut("å\xC3"), "å \uFFFD");
  EXPECT_TRUE(words_of("Åre").front().is_capital);
  EXPECT_FALSE(words_of("åre ÿ ß").front().is_capital);
}

TEST(FactsWords, StandInSentences) {
  EXPECT_EQ(cut("Sök nu. Det är bra."), "sök nu . | det är bra .");
  EXPECT_EQ(cut("Senast kl. 14 den 5 dec. 2026."), "senast kl . 14 den 5 dec . 2026 .");
  EXPECT_EQ(cut("Enligt 4 kap. 18 § LOU."), "enligt 4 kap . 18 § lou .");
  EXPECT_EQ(cut("Klart! Nu kör vi"), "klart ! | nu kör vi");
  EXPECT_EQ(cut("Sista dag\n5 mars\nKontakt"), "sista dag 5 mars | kontakt");
  EXPECT_EQ(cut("Sista dag:\nFredag"), "sista dag : fredag");
  EXPECT_EQ(cut("år 2026. 30 kom"), "år 2026 . | 30 kom");
}

TEST(FactsWords, KnowWhereTheyStood) {
  const std::string text = "På an\u00ADsök nu";
  const auto words = words_of(text);
  ASSERT_EQ(words.size(), 3U);
  EXPECT_EQ(text.substr(words[1].begin, words[1].end - words[1].begin), "an\u00ADsök");
}

TEST(FactsWords, AreReadUpToALimit) {
  const std::string text(kFactBytesMax + 100, 'a');
  const auto words = words_of(text);
  ASSERT_EQ(words.size(), 1U);
  EXPECT_EQ(words[0].end, kFactBytesMax);
}

TEST(FactsWords, OfAsidesAreLeftOut) {
  EXPECT_EQ(shown(without_asides(words_of("Ett. Läs också om det. Tre."))), "ett . | tre .");
  EXPECT_EQ(shown(without_asides(words_of("Ett.\nRelaterade nyheter: Två. Tre.\nFyra."))),
            "ett . | fyra .");
}

TEST(FactsWords, NeedNotBeUtf8) { EXPECT_EQ(words_of("a\xFF\xFE b").size(), 4U); }

}  // namespace
}  // namespace fundwatch::feeds
