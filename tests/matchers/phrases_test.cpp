#include "matchers/phrases.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace fundwatch::matchers {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// The parts of `text` at which `term` stands.
std::vector<std::string> found(const std::string& term, const std::string& text) {
  Phrases phrases;
  phrases.add(words(term));
  std::vector<std::string> result;
  for (const Place& place : phrases.find(text)) {
    result.push_back(text.substr(place.begin, place.end - place.begin));
  }
  return result;
}

struct Case {
  const char* term;
  const char* text;
};

TEST(Phrases, TakeEveryFormOfAWord) {
  const Case cases[] = {
      {"upphandling", "upphandling"},     {"upphandling", "Upphandlingarnas"},
      {"upphandlingen", "UPPHANDLINGAR"}, {"bidrag", "bidragen"},
      {"reserverad", "reserverade"},      {"cooperative", "cooperatives"},
      {"procurement", "Procurements"},    {"idéburen", "Idéburens"},
      {"utlysning", "utlysningens"},      {"enterprise", "enterprises"},
  };
  for (const auto& [term, text] : cases) EXPECT_THAT(found(term, text), ElementsAre(text)) << term;
}

TEST(Phrases, TakeWholeWordsOnly) {
  const Case cases[] = {
      {"bidrag", "statsbidrag"}, {"bidrag", "bidragsgivare"},
      {"företag", "foretag"},    {"får", "far"},
      {"länk", "lank"},          {"grant", "immigrant"},
  };
  for (const auto& [term, text] : cases) EXPECT_THAT(found(term, text), IsEmpty()) << term;
}

TEST(Phrases, TakeAcronymsByCase) {
  for (const char* text : {"ASF", "ASF:s", "ASF-nätverket", "(ASF)", "ASFs", "Nätverket-ASF."}) {
    EXPECT_EQ(found("ASF", text).size(), 1U) << text;
  }
  for (const char* text : {"asf", "Asf", "BASF", "ASFALT", "ASFer", "asfs"}) {
    EXPECT_THAT(found("ASF", text), IsEmpty()) << text;
  }
}

TEST(Phrases, SpanOfAnAcronymIsTheAcronym) {
  EXPECT_THAT(found("ASF", "alla ASF:s medel"), ElementsAre("ASF"));
}

TEST(Phrases, TakeCapitalsForAWordInSmallLetters) {
  EXPECT_THAT(found("socialt företag", "ETT SOCIALT FÖRETAG"), ElementsAre("SOCIALT FÖRETAG"));
}

TEST(Phrases, TakeSpacesHyphensAndLineBreaksBetweenWordsAlike) {
  for (const char* text :
       {"work integration", "work-integration", "work\n  integration", "work\u00A0integration",
        "work \u2010 integration", "work\u00AD integration", "Work\u2011Integration"}) {
    EXPECT_THAT(found("work integration", text), ElementsAre(text));
    EXPECT_THAT(found("work-integration", text), ElementsAre(text));
  }
}

TEST(Phrases, AreBrokenByMarksAndOtherWords) {
  for (const char* text :
       {"work, integration", "work. Integration", "work and integration", "integration work",
        "work \u2022 integration", "work (integration)", "workintegration", "work"}) {
    EXPECT_THAT(found("work integration", text), IsEmpty()) << text;
  }
}

TEST(Phrases, MayHaveMarksOfTheirOwn) {
  for (const char* text : {"4 kap. 18 §", "4 kap 18 §", "4 kap. 18§"}) {
    EXPECT_THAT(found("4 kap. 18 §", text), ElementsAre(text));
  }
  EXPECT_THAT(found("4 kap. 18 §", "4 kap, 18 §"), IsEmpty());
  EXPECT_THAT(found("4 kap. 18 §", "4 kap. 18"), IsEmpty());
}

TEST(Phrases, TellAPlusApart) {
  EXPECT_THAT(found("ESF+", "medel ur ESF+, nu"), ElementsAre("ESF+"));
  EXPECT_THAT(found("ESF+", "medel ur ESF"), IsEmpty());
}

TEST(Phrases, AreFoundAtEveryPlaceInOrder) {
  Phrases phrases;
  phrases.add(words("sociala företag"));
  phrases.add(words("företag"));
  phrases.add(words("social"));
  const std::string text = "Sociala företag och företagen.";
  EXPECT_THAT(phrases.find(text),
              ElementsAre(Place{0, 0, 16}, Place{2, 0, 7}, Place{1, 8, 16}, Place{1, 21, 31}));
}

TEST(Phrases, SpanDecomposedLettersAndSoftHyphens) {
  EXPECT_THAT(found("företag", "ett fo\xCC\x88re\u00ADtagen!"),
              ElementsAre("fo\xCC\x88re\u00ADtagen"));
}

TEST(Phrases, MayOverlapThemselves) {
  EXPECT_THAT(found("a a", "a a a"), ElementsAre("a a", "a a"));
}

TEST(Phrases, FindNothingWhenThereAreNone) { EXPECT_THAT(Phrases().find("bidrag"), IsEmpty()); }

}  // namespace
}  // namespace fundwatch::matchers
