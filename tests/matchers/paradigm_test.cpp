#include "matchers/paradigm.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/matchers/small_dictionary.h"

namespace fundwatch::matchers {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::IsSupersetOf;
using testing::Not;

TEST(Paradigm, OfANounHasWhatIsDoneAndItsShapes) {
  const Paradigm paradigm = paradigm_of(*small_lexicon(), "upphandling");
  EXPECT_THAT(paradigm.inflected, ElementsAre("upphandling", "upphandlingar", "upphandlingarna",
                                              "upphandlingen", "upphandlings"));
  EXPECT_THAT(paradigm.derived, IsSupersetOf({"upphandla", "upphandlar", "upphandlade"}));
  EXPECT_THAT(paradigm.combining, Contains("upphandlings"));
  EXPECT_THAT(paradigm.combining, Not(Contains("upphandla")));
}

TEST(Paradigm, OfAParticipleHasVerbAndDeed) {
  const Paradigm paradigm = paradigm_of(*small_lexicon(), "anställd");
  EXPECT_THAT(paradigm.inflected, ElementsAre("anställd", "anställda", "anställt"));
  EXPECT_THAT(paradigm.derived, IsSupersetOf({"anställa", "anställning", "anställningar"}));
}

TEST(Paradigm, OfAnAdjectiveHasItsNoun) {
  EXPECT_THAT(paradigm_of(*small_lexicon(), "arbetslös").derived, Contains("arbetslösheten"));
  EXPECT_THAT(paradigm_of(*small_lexicon(), "arbetslöshet").derived, Contains("arbetslösa"));
  EXPECT_THAT(paradigm_of(*small_lexicon(), "kommun").derived, Contains("kommunala"));
}

TEST(Paradigm, OfAWordIsNotAnothersByChance) {
  EXPECT_THAT(paradigm_of(*small_lexicon(), "lag").derived, IsEmpty());
  EXPECT_THAT(paradigm_of(*small_lexicon(), "lag").inflected, Not(Contains("laga")));
}

TEST(Paradigm, HasPluralsThatStandByThemselves) {
  EXPECT_THAT(paradigm_of(*small_lexicon(), "stad").inflected,
              IsSupersetOf({"staden", "städer", "städerna"}));
}

TEST(Paradigm, OfAnUnknownCompoundIsThatOfItsLastPart) {
  const Paradigm paradigm = paradigm_of(*small_lexicon(), "kvinnoprojekt");
  EXPECT_THAT(paradigm.inflected,
              ElementsAre("kvinnoprojekt", "kvinnoprojekten", "kvinnoprojektet", "kvinnoprojekts"));
  EXPECT_THAT(paradigm.combining, Contains("kvinnoprojekt"));
  EXPECT_THAT(paradigm_of(*small_lexicon(), "xyzprojekt").inflected, IsEmpty());
}

}  // namespace
}  // namespace fundwatch::matchers
