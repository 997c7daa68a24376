#include "matchers/index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace fundwatch::matchers {
namespace {

using testing::ElementsAre;

Instant hour(std::int64_t count) { return Instant(std::chrono::hours(count)); }

std::vector<std::size_t> slots_with(Index& index, std::vector<MarkId> marks, std::size_t from = 0) {
  Slots slots;
  index.append_slots(marks, from, slots);
  std::vector<std::size_t> found;
  slots.each(0, [&](std::size_t slot) { found.push_back(slot); });
  return found;
}

TEST(Index, FindsTheSlotsThatHaveAnyOfTheMarks) {
  Index index;
  index.put(ItemId{7}, hour(1), std::vector{MarkId{1}, MarkId{5}});
  index.put(ItemId{3}, hour(2), std::vector{MarkId{5}, MarkId{9}});
  index.put(ItemId{4}, hour(3), {});
  EXPECT_THAT(slots_with(index, {MarkId{5}}), ElementsAre(0U, 1U));
  EXPECT_THAT(slots_with(index, {MarkId{1}, MarkId{2}, MarkId{9}}), ElementsAre(0U, 1U));
  EXPECT_THAT(slots_with(index, {MarkId{2}, MarkId{100}}), ElementsAre());
  EXPECT_EQ(index.item_at(1), ItemId{3});
  EXPECT_EQ(index.first_seen_at(1), hour(2));
}

TEST(Index, AnItemThatComesAgainHasANewSlot) {
  Index index;
  index.put(ItemId{7}, hour(1), std::vector{MarkId{1}});
  index.put(ItemId{7}, hour(1), std::vector{MarkId{2}});
  EXPECT_FALSE(index.is_alive(0));
  EXPECT_EQ(index.slot_of(ItemId{7}), 1U);
  index.remove(ItemId{7});
  index.remove(ItemId{8});
  EXPECT_FALSE(index.is_alive(1));
  EXPECT_EQ(index.slot_of(ItemId{7}), std::nullopt);
}

// Marks of few slots and of many are kept in different ways.
TEST(Index, KnowsEverySlotOfEverySegment) {
  Index index;
  constexpr std::size_t kSlots = 2 * Index::kSegmentSlots + 100;
  std::vector<std::size_t> hundreds;
  std::size_t odd = 0;
  for (std::size_t i = 0; i < kSlots; ++i) {
    std::vector<MarkId> marks{MarkId{1}};
    if (i % 2 == 1) marks.push_back(MarkId{2});
    if (i % 100 == 0) marks.push_back(MarkId{3});
    index.put(ItemId{static_cast<std::int64_t>(i + 1)}, hour(1), marks);
    if (i % 100 == 0) hundreds.push_back(i);
    odd += i % 2;
  }
  EXPECT_EQ(index.settled_slots(), 2 * Index::kSegmentSlots);
  EXPECT_EQ(slots_with(index, {MarkId{1}}).size(), kSlots);
  EXPECT_EQ(slots_with(index, {MarkId{2}}).size(), odd);
  EXPECT_EQ(slots_with(index, {MarkId{3}}), hundreds);
  EXPECT_EQ(slots_with(index, {MarkId{1}}, index.settled_slots()).size(), 100U);
}

}  // namespace
}  // namespace fundwatch::matchers
