#include "digest/reasons.h"

#include "base/text.h"
#include "tests/digest/sample.h"

namespace fundwatch::digest {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;
using tests::candidate;
using tests::hit_of;
using tests::reason_at;

TEST(Reasons, AreTheWordsAsTheyStoodHeaviestFirst) {
  Candidate each = candidate(1, "Bidrag", "Bidragen går till sociala företag.", "Bidragen");
  Reason heavy = reason_at(Field::summary, each.item.summary, "sociala företag");
  heavy.weight = 3;
  each.hits.push_back(hit_of(each.item, ProfileId{2}, {heavy}));
  EXPECT_THAT(words_that_stood(each), ElementsAre("sociala företag", "Bidragen"));
}

TEST(Reasons, AreNotRepeatedInAnotherCase) {
  Candidate each = candidate(1, "Bidrag", "bidrag och Bidrag", "bidrag");
  each.hits[0].reasons.push_back(reason_at(Field::summary, each.item.summary, "Bidrag"));
  EXPECT_THAT(words_that_stood(each), ElementsAre("bidrag"));
}

TEST(Reasons, OfAnotherItemOfTheCaseAreTheirTerms) {
  Candidate each = candidate(1, "Bidrag", "Ändrad text", "text");
  each.hits[0].item = ItemId{99};
  each.hits[0].reasons[0].term = "=\"sociala företag\"*";
  EXPECT_THAT(words_that_stood(each), ElementsAre("sociala företag"));
}

TEST(Reasons, OfARuleWithAlternativesAreTheFirst) {
  Candidate each = candidate(1, "Bidrag", "Ändrad text", "text");
  each.hits[0].item = ItemId{99};
  each.hits[0].reasons[0].term = "title:(kafé OR café OR \"coffee shop\")";
  EXPECT_THAT(words_that_stood(each), ElementsAre("kafé"));
}

TEST(Reasons, WithoutWeightAreShownOnlyAlone) {
  Candidate each = candidate(1, "Bidrag", "Bidrag till sociala företag.", "sociala företag");
  Reason weightless = reason_at(Field::title, each.item.title, "Bidrag");
  weightless.weight = 0;
  each.hits[0].reasons.push_back(weightless);
  EXPECT_THAT(words_that_stood(each), ElementsAre("sociala företag"));
  each.hits[0].reasons.erase(each.hits[0].reasons.begin());
  EXPECT_THAT(words_that_stood(each), ElementsAre("Bidrag"));
}

TEST(Reasons, ThatPointOutsideTheTextDoNoHarm) {
  Candidate each = candidate(1, "Bidrag", "å", "å");
  for (const auto& [begin, end] : {std::pair<std::size_t, std::size_t>{1, 2}, {0, 900}, {5, 4}}) {
    each.hits[0].reasons[0].begin = begin;
    each.hits[0].reasons[0].end = end;
    each.hits[0].reasons[0].term = "bidrag";
    EXPECT_THAT(words_that_stood(each), ElementsAre("bidrag"));
    EXPECT_EQ(excerpt(each), "å");
  }
}

TEST(Excerpt, IsTheWholeOfAShortText) {
  EXPECT_EQ(excerpt(candidate(1, "t", "Stöd till  sociala\nföretag.", "sociala")),
            "Stöd till sociala företag.");
}

TEST(Excerpt, BeginsShortlyBeforeAReasonFarIn) {
  std::string far;
  for (int i = 0; i < 40; ++i) far += "utfyllnad med åäö ";
  const std::string after = " och mycket mera text därefter som fyller ut raden till dess slut";
  const std::string shown =
      excerpt(candidate(1, "t", far + "socialt kooperativ" + after + after, "socialt kooperativ"));
  EXPECT_THAT(shown, StartsWith("… "));
  EXPECT_THAT(shown, HasSubstr("socialt kooperativ och"));
  EXPECT_LE(utf8_length(shown), kExcerptCharactersMax);
}

TEST(Excerpt, IsTheBeginningWhenOnlyTheTitleMatched) {
  Candidate each = candidate(1, "Bidrag", "Sammanfattning.", "Samman");
  each.hits[0].reasons = {reason_at(Field::title, each.item.title, "Bidrag")};
  EXPECT_EQ(excerpt(each), "Sammanfattning.");
  each.item.summary.clear();
  each.item.text = "Hela texten.";
  EXPECT_EQ(excerpt(each), "Hela texten.");
}

}  // namespace
}  // namespace fundwatch::digest
