#include "matchers/keywords.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace fundwatch::matchers {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Keyword keyword(std::string word, std::vector<std::string> excluded = {}) {
  return {std::move(word), Reach::with_compounds, std::move(excluded)};
}

TEST(KeywordsWithoutALexicon, TakeWordsWithTheSameStem) {
  Keywords keywords(nullptr);
  const KeywordId procurement = keywords.add(keyword("upphandling"));
  const KeywordId enterprise = keywords.add(keyword("enterprises"));
  EXPECT_THAT(keywords.of("upphandlingarnas"), ElementsAre(procurement));
  EXPECT_THAT(keywords.of("enterprise"), ElementsAre(enterprise));
  EXPECT_THAT(keywords.of("handling"), IsEmpty());
  EXPECT_THAT(keywords.of(""), IsEmpty());
}

TEST(Keywords, ShareAnIdWhenTheyAreEqual) {
  Keywords keywords(nullptr);
  const KeywordId first = keywords.add(keyword("bidrag"));
  EXPECT_EQ(keywords.add(keyword("bidrag")), first);
  EXPECT_NE(keywords.add({"bidrag", Reach::inflected, {}}), first);
  EXPECT_NE(keywords.add(keyword("bidrag", {"bidragen"})), first);
  EXPECT_EQ(first, KeywordId{0});
}

TEST(Keywords, AreGivenInAscendingOrder) {
  Keywords keywords(nullptr);
  const KeywordId first = keywords.add(keyword("bidragen"));
  const KeywordId second = keywords.add(keyword("bidrag"));
  EXPECT_THAT(keywords.of("bidrag"), ElementsAre(first, second));
}

TEST(Keywords, LeaveOutWhatIsExcluded) {
  Keywords keywords(nullptr);
  const KeywordId without = keywords.add(keyword("bidrag", {"bidragen"}));
  EXPECT_THAT(keywords.of("bidrag"), IsEmpty());  // it has the stem of what is excluded
  const KeywordId alone = keywords.add(keyword("stöd", {"medel"}));
  EXPECT_THAT(keywords.of("stöden"), ElementsAre(alone));
  EXPECT_THAT(keywords.of("medlen"), IsEmpty());  // only excluded, never asked for
  EXPECT_EQ(without, KeywordId{1});
}

TEST(Forms, AreTheWordAloneWithoutALexicon) {
  const Forms forms = forms_of(nullptr, keyword("bidrag"));
  EXPECT_THAT(forms.inflected, ElementsAre("bidrag"));
  EXPECT_THAT(forms.compounds, IsEmpty());
}

}  // namespace
}  // namespace fundwatch::matchers
