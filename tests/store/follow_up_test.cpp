#include "store/follow_up.h"

#include <SQLiteCpp/Database.h>

#include "tests/store/samples.h"

namespace fundwatch::tests {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;
using testing::SizeIs;

class FollowUpTest : public StoreTest {
 protected:
  ItemId found(const std::string& key, ProfileId profile, int at) {
    return add_item_with_hit(source, key, profile, hour(at));
  }
  CaseId case_of(ItemId item) const { return store.items.find(item)->case_id; }
  int count(int begin, int end) const { return store.follow_up.found({hour(begin), hour(end)}); }
  std::map<std::string, int> by_profile(int begin, int end) const {
    return store.follow_up.found_by_profile({hour(begin), hour(end)});
  }
  void mark(ItemId item, Review review, int at) {
    store.reviews.mark({case_of(item)}, {.at = hour(at), .author = "kim", .review = review});
  }

  const SourceId source = store.sources.save(sample_source("Källa"));
  const ProfileId finansiering =
      store.profiles.save(sample_profile("finansiering"), "Eva", hour(0)).id;
  const ProfileId upphandling =
      store.profiles.save(sample_profile("upphandling"), "Eva", hour(0)).id;
};

TEST_F(FollowUpTest, CountsWhatWasFoundWithinTheSpan) {
  found("before", finansiering, 9);
  found("first", finansiering, 10);
  found("last", upphandling, 19);
  found("after", finansiering, 20);
  EXPECT_EQ(count(10, 20), 2);
  EXPECT_THAT(by_profile(10, 20), ElementsAre(Pair("finansiering", 1), Pair("upphandling", 1)));
  const std::string place = all_items().front().place.municipality;
  EXPECT_THAT(store.follow_up.found_by_municipality({hour(10), hour(20)}),
              ElementsAre(Pair(place, 2)));
}

TEST_F(FollowUpTest, ACaseIsFoundOnceWhenItsFirstHitIs) {
  const ItemId first = found("first", finansiering, 1);
  share_case(first, found("second", upphandling, 11));
  EXPECT_EQ(count(10, 20), 0);
  EXPECT_EQ(count(0, 10), 1);
  EXPECT_THAT(by_profile(0, 10), ElementsAre(Pair("finansiering", 1), Pair("upphandling", 1)));
}

TEST_F(FollowUpTest, WhatWasDismissedIsNotFoundUntilItIsHitAgain) {
  const ItemId item = found("a", finansiering, 10);
  mark(item, Review::dismissed, 11);
  EXPECT_EQ(count(0, 99), 0);
  EXPECT_THAT(by_profile(0, 99), IsEmpty());
  share_case(item, found("b", upphandling, 12));
  EXPECT_EQ(count(12, 13), 1);
  EXPECT_THAT(by_profile(0, 99), ElementsAre(Pair("upphandling", 1)));
  mark(item, Review::kept, 13);
  EXPECT_EQ(count(10, 11), 1);
  EXPECT_THAT(by_profile(0, 99), ElementsAre(Pair("finansiering", 1), Pair("upphandling", 1)));
}

TEST_F(FollowUpTest, AHitThatIsDismissedAloneDoesNotCountForItsProfile) {
  const ItemId item = found("a", finansiering, 10);
  Hit hit = sample_hit(upphandling);
  store.hits.replace(item, {upphandling}, {hit}, hour(11));
  for (const Hit& each : all_hits()) {
    if (each.profile == upphandling) store.hits.review(each.id, Review::dismissed, "");
  }
  EXPECT_THAT(by_profile(0, 99), ElementsAre(Pair("finansiering", 1)));
}

TEST_F(FollowUpTest, TellsWhoFoundWhatWasAnswered) {
  const ItemId old = found("old", finansiering, 1);
  found("never answered", upphandling, 1);
  const SubscriberId anna =
      *store.subscribers.save(sample_subscriber("anna@example.org", {"finansiering"}));
  EXPECT_TRUE(store.answers.save({anna, case_of(old), AnswerKind::applied, 250'000, hour(12)}));
  EXPECT_THAT(store.follow_up.profiles_of_answered(hour(13)),
              ElementsAre(Pair(case_of(old), ElementsAre("finansiering"))));
  EXPECT_THAT(store.follow_up.profiles_of_answered(hour(12)), IsEmpty());
  EXPECT_THAT(store.follow_up.steps(hour(12)), IsEmpty());
  ASSERT_THAT(store.follow_up.steps(hour(13)), SizeIs(1));
  EXPECT_EQ(store.follow_up.steps(hour(13)).front().amount, 250'000);
}

}  // namespace
}  // namespace fundwatch::tests
