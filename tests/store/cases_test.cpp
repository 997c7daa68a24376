#include "store/cases.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include "tests/store/samples.h"

namespace fundwatch::tests {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::IsNull;
using testing::Pointee;

class CasesTest : public StoreTest {
 protected:
  Item put(SourceId source, const std::string& key) {
    return store.items.find(store.items.put(sample_item(source, key), hour(0)).id).value();
  }
  Item put_without_days(SourceId source, const std::string& key) {
    Item item = sample_item(source, key);
    item.deadline.reset();
    item.event_date.reset();
    return store.items.find(store.items.put(item, hour(0)).id).value();
  }
  int number_of(const std::string& sql) {
    return SQLite::Database(file.string()).execAndGet(sql).getInt();
  }

  const SourceId a = store.sources.save(sample_source("a"));
  const SourceId b = store.sources.save(sample_source("b"));
};

TEST_F(CasesTest, JoiningMovesTheItemAndLeavesNoEmptyCase) {
  const Item first = put(a, "k");
  const Item second = put(b, "k");
  store.cases.join(second, first.case_id);
  EXPECT_EQ(store.items.find(second.id)->case_id, first.case_id);
  EXPECT_EQ(number_of("SELECT count(*) FROM cases"), 1);
}

TEST_F(CasesTest, TheFirstThatStatesADaySpeaks) {
  const Item vague = put_without_days(a, "k");
  const Item second = put(b, "k");
  const Item third = put(b, "l");
  EXPECT_EQ(store.cases.speaker(vague.case_id).id, vague.id);
  store.cases.join(second, vague.case_id);
  store.cases.join(third, vague.case_id);
  EXPECT_EQ(store.cases.speaker(vague.case_id).id, second.id);
}

TEST_F(CasesTest, IsFullWithSoManyItems) {
  const Item first = put(a, "k");
  for (int i = 1; i < store::kCaseItemsMax; ++i) {
    EXPECT_FALSE(store.cases.is_full(first.case_id)) << i;
    store.cases.join(put(b, std::to_string(i)), first.case_id);
  }
  EXPECT_TRUE(store.cases.is_full(first.case_id));
}

TEST_F(CasesTest, WhoHasNewsSpeaksUntilItIsRemoved) {
  const Item first = put(a, "k");
  const Item second = put(b, "k");
  store.cases.join(second, first.case_id);
  store.cases.tell_anew(first.case_id, second.id);
  EXPECT_EQ(store.cases.speaker(first.case_id).id, second.id);
  EXPECT_EQ(number_of("SELECT version FROM cases"), 2);
  store.sources.remove(b);
  EXPECT_EQ(store.cases.speaker(first.case_id).id, first.id);
}

TEST_F(CasesTest, IsSettledByOtherItemsAndByHavingBeenTold) {
  const Item first = put(a, "k");
  const Item second = put(b, "k");
  const Item third = put(b, "l");
  EXPECT_FALSE(store.cases.is_settled(first));
  store.cases.join(second, first.case_id);
  EXPECT_TRUE(store.cases.is_settled(first));
  EXPECT_FALSE(store.cases.is_settled(third));
  const SubscriberId anna =
      store.subscribers.save(sample_subscriber("anna@example.org", {})).value();
  store.digests.record(anna, hour(1), "m1", {{third.case_id, 1}}, hour(1));
  EXPECT_TRUE(store.cases.is_settled(third));
}

class AnnouncementsTest : public CasesTest {};

TEST_F(AnnouncementsTest, TheNewestItemsOfATraitAreFound) {
  const Item first = put(a, "k");
  const Item second = put(b, "k");
  const Item third = put(b, "l");
  store.announcements.put(first.id, {1, 2}, "one");
  store.announcements.put(second.id, {2, 3}, std::string("t\0wo", 4));
  store.announcements.put(third.id, {2}, "");
  EXPECT_THAT(store.announcements.newest_with({2, 1, 9}, 2),
              ElementsAre(ElementsAre(second.id, third.id), ElementsAre(first.id), IsEmpty()));
  EXPECT_THAT(store.announcements.fingerprints({second.id, ItemId{99}}),
              ElementsAre(Pointee(std::string("t\0wo", 4)), IsNull()));
}

TEST_F(AnnouncementsTest, WhatIsPutAgainStandsInPlaceOfTheOld) {
  const Item item = put(a, "k");
  store.announcements.put(item.id, {1, 2}, "one");
  store.announcements.put(item.id, {2, 3}, "two");
  EXPECT_THAT(store.announcements.newest_with({1, 3}, 9),
              ElementsAre(IsEmpty(), ElementsAre(item.id)));
  EXPECT_THAT(store.announcements.fingerprints({item.id}),
              ElementsAre(Pointee(std::string("two"))));
}

TEST_F(AnnouncementsTest, ItemsThatAreRemovedLeaveNothing) {
  const Item gone = put(a, "k");
  const Item kept = put(b, "k");
  store.announcements.put(gone.id, {1, 2}, "one");
  store.announcements.put(kept.id, {2, 3}, "two");
  store.sources.remove(a);
  EXPECT_EQ(number_of("SELECT count(*) FROM announcement"), 1);
  EXPECT_THAT(store.announcements.newest_with({2}, 9), ElementsAre(ElementsAre(kept.id)));
}

class PostedAnnouncementsTest : public AnnouncementsTest {
 protected:
  // So many that their traits are posted, with trait 7 all and one each of its own.
  PostedAnnouncementsTest() {
    store::Transaction transaction = store.begin();
    for (std::uint32_t i = 0; i < store::kFreshItemsMax; ++i) {
      const Item item = put(i % 2 == 0 ? a : b, std::to_string(i));
      store.announcements.put(item.id, {7, 1000 + i}, "print");
      ids.push_back(item.id);
    }
    transaction.commit();
  }

  std::vector<ItemId> ids;
};

TEST_F(PostedAnnouncementsTest, TheyAreFoundBehindFreshOnes) {
  EXPECT_EQ(number_of("SELECT count(*) FROM announcement_trait"),
            std::int64_t{2 * store::kFreshItemsMax});
  const Item fresh = put(a, "fresh");
  store.announcements.put(fresh.id, {7}, "print");
  EXPECT_THAT(store.announcements.newest_with({7, 1000}, 2),
              ElementsAre(ElementsAre(ids.back(), fresh.id), ElementsAre(ids.front())));
}

TEST_F(PostedAnnouncementsTest, WhatIsPutAgainStandsInPlaceOfTheOld) {
  store.announcements.put(ids[0], {8}, "print");
  EXPECT_THAT(store.announcements.newest_with({1000, 8}, 9),
              ElementsAre(IsEmpty(), ElementsAre(ids[0])));
}

TEST_F(PostedAnnouncementsTest, ItemsThatAreRemovedLeaveNothing) {
  store.sources.remove(a);
  EXPECT_EQ(number_of("SELECT count(*) FROM announcement_trait"),
            std::int64_t{store::kFreshItemsMax});
  EXPECT_THAT(store.announcements.newest_with({1000, 1001}, 9),
              ElementsAre(IsEmpty(), ElementsAre(ids[1])));
}

TEST_F(AnnouncementsTest, WhatAnotherConnectionPutsIsFound) {
  const Item item = put(a, "k");
  EXPECT_THAT(store.announcements.newest_with({1}, 9), ElementsAre(IsEmpty()));
  store::Store other(file);
  other.announcements.put(item.id, {1}, "one");
  EXPECT_THAT(store.announcements.newest_with({1}, 9), ElementsAre(ElementsAre(item.id)));
}

TEST_F(AnnouncementsTest, WhatWasRolledBackIsNotFound) {
  const Item item = put(a, "k");
  {
    const store::Transaction transaction = store.begin();
    store.announcements.put(item.id, {1}, "one");
  }
  EXPECT_THAT(store.announcements.newest_with({1}, 9), ElementsAre(IsEmpty()));
}

}  // namespace
}  // namespace fundwatch::tests
