#include "store/newest_by_trait.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace fundwatch::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;
using testing::Pointee;

constexpr std::uint32_t kTrait = 7;

std::vector<ItemId> ids(std::initializer_list<std::int64_t> numbers) {
  std::vector<ItemId> items;
  for (const std::int64_t number : numbers) items.push_back(ItemId{number});
  return items;
}

std::vector<ItemId> items(const NewestByTrait& newest, std::uint32_t trait, std::size_t most) {
  const std::span<const ItemId> found = newest.newest(trait, most);
  return {found.begin(), found.end()};
}

TEST(NewestByTrait, AreAskedOfTheDatabaseOnce) {
  NewestByTrait newest;
  newest.put(ItemId{9}, {kTrait}, "print");
  const auto wanted = newest.older_wanted(kTrait, 3);
  ASSERT_TRUE(wanted);
  EXPECT_EQ(wanted->before, ItemId{9});
  EXPECT_EQ(wanted->items_max, 2U);
  newest.add_older(*wanted, ids({5, 3}));
  EXPECT_EQ(items(newest, kTrait, 3), ids({3, 5, 9}));
  EXPECT_FALSE(newest.older_wanted(kTrait, 3));
  EXPECT_TRUE(newest.older_wanted(kTrait, 4))
      << "as many came as were asked for: there may be more";
}

TEST(NewestByTrait, AreNotAskedForWhereThereIsNoOlderOne) {
  NewestByTrait newest;
  const auto wanted = newest.older_wanted(kTrait, 3);
  ASSERT_TRUE(wanted);
  newest.add_older(*wanted, {});
  EXPECT_FALSE(newest.older_wanted(kTrait, 3));
  newest.put(ItemId{9}, {kTrait}, "print");
  EXPECT_FALSE(newest.older_wanted(kTrait, 3));
  EXPECT_EQ(items(newest, kTrait, 3), ids({9}));
}

TEST(NewestByTrait, ArePostedInTheOrderOfTraits) {
  NewestByTrait newest;
  newest.put(ItemId{2}, {kTrait, 1}, "print");
  newest.put(ItemId{1}, {kTrait}, "print");
  EXPECT_THAT(newest.postings(),
              ElementsAre(Pair(1, ItemId{2}), Pair(kTrait, ItemId{1}), Pair(kTrait, ItemId{2})));
  newest.note_posted();
  EXPECT_THAT(newest.postings(), IsEmpty());
  EXPECT_EQ(newest.unposted(), 0U);
  EXPECT_EQ(items(newest, kTrait, 9), ids({1, 2})) << "they are still the newest";
}

TEST(NewestByTrait, ForgetWhatWasPosted) {
  NewestByTrait newest;
  newest.put(ItemId{1}, {kTrait}, "print");
  newest.note_posted();
  newest.put(ItemId{2}, {kTrait}, "print");
  newest.forget_posted({kTrait});
  EXPECT_EQ(items(newest, kTrait, 9), ids({2}));
  EXPECT_TRUE(newest.older_wanted(kTrait, 9));
}

TEST(NewestByTrait, RememberSoManyItemsOfATrait) {
  NewestByTrait newest;
  for (std::int64_t i = 1; i <= 50; ++i) newest.put(ItemId{i}, {kTrait}, "print");
  newest.note_posted();
  EXPECT_EQ(newest.newest(kTrait, 99).size(), kItemsOfTraitRememberedMax);
  EXPECT_EQ(items(newest, kTrait, 1), ids({50}));
  EXPECT_FALSE(newest.older_wanted(kTrait, kItemsOfTraitRememberedMax));
  EXPECT_EQ(newest.older_wanted(kTrait, 99)->before, ItemId{11});
}

TEST(NewestByTrait, RememberSoManyTraits) {
  NewestByTrait newest;
  constexpr auto kMany = static_cast<std::uint32_t>(kTraitsRememberedMax);
  newest.put(ItemId{9}, {kMany + 1}, "print");
  for (std::uint32_t i = 0; i < kMany; ++i) newest.add_older({i, ItemId{9}, 2}, ids({1}));
  EXPECT_FALSE(newest.older_wanted(0, 2));
  newest.make_room();
  EXPECT_EQ(newest.older_wanted(0, 2)->items_max, 2U) << "nothing is known of it any more";
  EXPECT_EQ(items(newest, kMany + 1, 2), ids({9})) << "what is not posted stays";
}

TEST(NewestByTrait, RememberSoManyFingerprints) {
  NewestByTrait newest;
  constexpr auto kMany = static_cast<std::int64_t>(kFingerprintsRememberedMax);
  for (std::int64_t i = 0; i < kMany; ++i) newest.put(ItemId{i}, {}, "print");
  EXPECT_THAT(newest.fingerprint(ItemId{0}), Pointee(std::string("print")));
  newest.make_room();
  EXPECT_EQ(newest.fingerprint(ItemId{0}), nullptr);
}

}  // namespace
}  // namespace fundwatch::store
