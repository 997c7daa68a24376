#include "matchers/keywords.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "matchers/forms.h"
#include "tests/matchers/small_dictionary.h"

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
  EXPECT_THAT(keywords.of("bidrag"), ElementsAre(without));
  EXPECT_THAT(keywords.of("bidragen"), IsEmpty());
  const KeywordId other = keywords.add(keyword("stöd", {"medel"}));
  EXPECT_THAT(keywords.of("stöden"), ElementsAre(other));
  EXPECT_THAT(keywords.of("medel"), IsEmpty());  // only excluded, never asked for
}

// What `word` stands for of the words, with the small dictionary.
std::vector<std::string> taken(Keyword keyword, const std::vector<std::string>& words) {
  Keywords keywords(small_lexicon());
  keywords.add(keyword);
  std::vector<std::string> result;
  for (const std::string& word : words) {
    if (!keywords.of(word).empty()) result.push_back(word);
  }
  return result;
}

TEST(Keywords, TakeCompoundsWithThem) {
  EXPECT_THAT(taken(keyword("bidrag"), {"bidragen", "statsbidraget", "bidragsgivare",
                                        "statsbidragsgivaren", "xbidrag", "bidragx", "bidra"}),
              ElementsAre("bidragen", "statsbidraget", "bidragsgivare", "statsbidragsgivaren"));
  EXPECT_THAT(taken(keyword("kvinna"), {"kvinnojouren", "kvinnajour", "kvinnor"}),
              ElementsAre("kvinnojouren", "kvinnor"));
  EXPECT_THAT(taken(keyword("anställd"), {"projektanställda", "anställningsplan", "ställning"}),
              ElementsAre("projektanställda", "anställningsplan"));
}

TEST(Keywords, DoNotTakeWhatOnlyLooksLikeACompound) {
  EXPECT_THAT(taken(keyword("lag"), {"förslag", "slag", "laga", "lagning", "lagdel"}), IsEmpty());
  EXPECT_THAT(taken(keyword("plan"), {"planeter", "planet", "planeten"}), IsEmpty());
  EXPECT_THAT(taken(keyword("handling"), {"upphandling", "förhandlingar"}), IsEmpty());
}

TEST(Keywords, TakeFormsAloneIfThatIsTheirReach) {
  EXPECT_THAT(taken({"upphandling", Reach::inflected, {}},
                    {"upphandlingen", "upphandla", "projektupphandling", "upphandlingsplan"}),
              ElementsAre("upphandlingen"));
}

TEST(Keywords, LeaveOutCompoundsOfWhatIsExcluded) {
  EXPECT_THAT(taken(keyword("bidrag", {"statsbidrag"}),
                    {"bidragen", "statsbidragen", "statsbidragsgivare", "projektbidrag"}),
              ElementsAre("bidragen", "projektbidrag"));
}

TEST(Keywords, TakeUnknownWordsAsEnglishOrWithSwedishEndings) {
  EXPECT_THAT(taken(keyword("fund"), {"funds", "funding", "fundera", "refund", "fundament"}),
              ElementsAre("funds", "funding"));
  EXPECT_THAT(taken(keyword("jobbspår"), {"jobbspåren", "jobbspårets", "kommunjobbspår"}),
              ElementsAre("jobbspåren", "jobbspårets", "kommunjobbspår"));
}

TEST(Keywords, AnswerForAnyWord) {
  Keywords keywords(small_lexicon());
  keywords.add(keyword("bidrag"));
  const std::string longest(1024, 'x');
  for (const std::string& word : {std::string("s"), std::string("å"), longest, longest + "bidrag",
                                  std::string("bidragsbidragsbidragsbidrag")}) {
    EXPECT_THAT(keywords.of(word).size(), testing::Le(1U));
  }
}

TEST(Forms, AreTheWordAloneWithoutALexicon) {
  const Forms forms = forms_of(nullptr, keyword("bidrag"));
  EXPECT_THAT(forms.inflected, ElementsAre("bidrag"));
  EXPECT_THAT(forms.compounds, IsEmpty());
}

TEST(Forms, ShowWhatAKeywordStandsForWithoutWhatItExcludes) {
  const Forms forms = forms_of(small_lexicon(), keyword("upphandling", {"upphandlar"}));
  EXPECT_THAT(forms.inflected, testing::Contains("upphandlingarna"));
  EXPECT_THAT(forms.derived, testing::Not(testing::Contains("upphandlar")));
  EXPECT_THAT(forms_of(small_lexicon(), keyword("ställning")).compounds, IsEmpty());
  EXPECT_THAT(forms_of(small_lexicon(), keyword("slag")).compounds, IsEmpty());
}

}  // namespace
}  // namespace fundwatch::matchers
