#include "matchers/compounds.h"

#include <gtest/gtest.h>

#include "tests/matchers/small_dictionary.h"

namespace fundwatch::matchers {
namespace {

TEST(Compounds, HaveWordsWithALinkBefore) {
  const auto lexicon = small_lexicon();
  for (const char* left : {"projekt", "stats", "kvinno", "kommunplan", "bidrags", "gävle"}) {
    EXPECT_TRUE(can_stand_before(*lexicon, left)) << left;
  }
}

TEST(Compounds, HaveNoParticlesAndNoRestsBefore) {
  const auto lexicon = small_lexicon();
  for (const char* left : {"för", "förs", "be", "kon", "s", "ö", "projektför", "xyz", ""}) {
    EXPECT_FALSE(can_stand_before(*lexicon, left)) << left;
  }
}

TEST(Compounds, HaveWordsBehindButNoSuffixes) {
  const auto lexicon = small_lexicon();
  for (const char* right : {"givare", "givaren", "planer", "projektplanen"}) {
    EXPECT_TRUE(can_stand_behind(*lexicon, right)) << right;
  }
  for (const char* right : {"ning", "het", "are", "gävle", "er", "plane", ""}) {
    EXPECT_FALSE(can_stand_behind(*lexicon, right)) << right;
  }
}

TEST(Compounds, HaveNoMorePartsThanTheLimit) {
  const auto lexicon = small_lexicon();
  EXPECT_TRUE(can_stand_before(*lexicon, "projektplanprojekt"));
  EXPECT_FALSE(can_stand_before(*lexicon, "projektplanprojektplan"));
}

}  // namespace
}  // namespace fundwatch::matchers
