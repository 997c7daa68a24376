#include "matchers/slots.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

namespace fundwatch::matchers {
namespace {

constexpr std::size_t kCount = 5000;

std::set<std::size_t> members(const Slots& slots) {
  std::set<std::size_t> members;
  slots.each(0, [&](std::size_t slot) {
    if (slot < kCount) members.insert(slot);
  });
  return members;
}

class SlotsTest : public testing::TestWithParam<unsigned> {
 protected:
  // Some dense, some sparse, with a few taken away again.
  void fill(Slots& slots, std::set<std::size_t>& expected) {
    const std::size_t insertions = 1 + random() % 2000;
    for (std::size_t i = 0; i < insertions; ++i) {
      const std::size_t slot = random() % kCount;
      slots.insert(slot);
      expected.insert(slot);
      const std::size_t gone = random() % kCount;
      slots.erase(gone);
      expected.erase(gone);
    }
  }

  std::mt19937 random{GetParam()};
  Slots one{kCount};
  Slots other{kCount};
  std::set<std::size_t> expected_one;
  std::set<std::size_t> expected_other;
};

TEST_P(SlotsTest, AreTheSetThatWasPut) {
  fill(one, expected_one);
  fill(other, expected_other);
  EXPECT_EQ(members(one), expected_one);
  for (std::size_t slot = 0; slot < kCount; ++slot) {
    EXPECT_EQ(one.has(slot), expected_one.contains(slot)) << slot;
  }
  Slots united = one;
  united.unite(other);
  std::set<std::size_t> expected = expected_one;
  expected.insert(expected_other.begin(), expected_other.end());
  EXPECT_EQ(members(united), expected);
  one.intersect(other);
  std::erase_if(expected_one, [&](std::size_t slot) { return !expected_other.contains(slot); });
  EXPECT_EQ(members(one), expected_one);
  one.complement();
  for (std::size_t slot = 0; slot < kCount; ++slot) {
    EXPECT_NE(one.has(slot), expected_one.contains(slot)) << slot;
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, SlotsTest, testing::Range(0U, 20U));

TEST(Slots, KeepWhatTheyHaveWhenTheyGrow) {
  Slots slots(10);
  slots.insert(9);
  slots.resize(kCount);
  slots.insert(kCount - 1);
  EXPECT_EQ(members(slots), (std::set<std::size_t>{9, kCount - 1}));
}

TEST(Slots, OfFewTakeLittleRoom) {
  constexpr std::size_t kMillion = 1'000'000;
  Slots few(kMillion);
  few.insert(7);
  few.insert(kMillion / 2);
  EXPECT_LT(few.memory(), kMillion / 8 / 10);
}

}  // namespace
}  // namespace fundwatch::matchers
