#include "store/cases.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include "tests/store/samples.h"

namespace fundwatch::tests {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

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
  EXPECT_THAT(store.announcements.newest_with(2, 2), ElementsAre(third.id, second.id));
  EXPECT_THAT(store.announcements.newest_with(1, 2), ElementsAre(first.id));
  EXPECT_THAT(store.announcements.newest_with(9, 2), IsEmpty());
  EXPECT_EQ(store.announcements.fingerprint(second.id), std::string("t\0wo", 4));
  EXPECT_EQ(store.announcements.fingerprint(ItemId{99}), std::nullopt);
}

TEST_F(AnnouncementsTest, WhatIsPutAgainStandsInPlaceOfTheOld) {
  const Item item = put(a, "k");
  store.announcements.put(item.id, {1, 2}, "one");
  store.announcements.put(item.id, {2, 3}, "two");
  EXPECT_THAT(store.announcements.newest_with(1, 9), IsEmpty());
  EXPECT_THAT(store.announcements.newest_with(3, 9), ElementsAre(item.id));
  EXPECT_EQ(store.announcements.fingerprint(item.id), "two");
}

TEST_F(AnnouncementsTest, ItemsThatAreRemovedLeaveNothing) {
  const Item gone = put(a, "k");
  const Item kept = put(b, "k");
  store.announcements.put(gone.id, {1, 2}, "one");
  store.announcements.put(kept.id, {2, 3}, "two");
  store.sources.remove(a);
  EXPECT_EQ(number_of("SELECT count(*) FROM announcement"), 1);
  EXPECT_EQ(number_of("SELECT count(*) FROM announcement_trait"), 2);
  EXPECT_THAT(store.announcements.newest_with(2, 9), ElementsAre(kept.id));
}

}  // namespace
}  // namespace fundwatch::tests
