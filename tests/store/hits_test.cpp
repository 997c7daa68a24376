#include "store/hits.h"

#include "tests/store/samples.h"

namespace fundwatch::tests {
namespace {

class HitsTest : public StoreTest {
 protected:
  const SourceId source = store.sources.save(sample_source("a"));
  const ItemId item = store.items.put(sample_item(source, "k"), hour(0)).id;
  const ProfileId p = store.profiles.save(sample_profile("p"), "Eva", hour(0)).id;
  const ProfileId q = store.profiles.save(sample_profile("q"), "Eva", hour(0)).id;
};

TEST_F(HitsTest, ComesBackAsItWasFound) {
  const Hit hit = sample_hit(p);
  EXPECT_EQ(store.hits.replace(item, {p, q}, {hit}, hour(4)), 1);
  ASSERT_EQ(all_hits().size(), 1U);
  const Hit found = all_hits()[0];
  EXPECT_NE(found.id, HitId{});
  EXPECT_EQ(found.item, item);
  EXPECT_EQ(found.profile, p);
  EXPECT_EQ(found.profile_version, hit.profile_version);
  EXPECT_EQ(found.score, hit.score);
  EXPECT_EQ(found.reasons, hit.reasons);
  EXPECT_EQ(found.review, Review::none);
  EXPECT_EQ(found.found_at, hour(4));
}

TEST_F(HitsTest, KeptOneIsExplainedAnewWithItsReviewAndTime) {
  store.hits.replace(item, {p}, {sample_hit(p)}, hour(0));
  const HitId id = all_hits()[0].id;
  store.hits.review(id, Review::kept, "Ja, den!");
  Hit again = sample_hit(p);
  again.profile_version = 2;
  again.score = 9;
  again.reasons.pop_back();
  EXPECT_EQ(store.hits.replace(item, {p}, {again}, hour(1)), 0);

  const Hit found = all_hits().at(0);
  EXPECT_EQ(found.id, id);
  EXPECT_EQ(found.profile_version, 2);
  EXPECT_EQ(found.score, 9);
  EXPECT_EQ(found.reasons, again.reasons);
  EXPECT_EQ(found.review, Review::kept);
  EXPECT_EQ(found.note, "Ja, den!");
  EXPECT_EQ(found.found_at, hour(0));
  store.hits.review(id, Review::none, "");
  EXPECT_EQ(all_hits().at(0).review, Review::none);
  EXPECT_EQ(all_hits().at(0).note, "");
}

TEST_F(HitsTest, TheNewestOfAProfileComeFirst) {
  const ItemId second = store.items.put(sample_item(source, "second"), hour(0)).id;
  store.hits.replace(item, {p, q}, {sample_hit(p), sample_hit(q)}, hour(0));
  store.hits.replace(second, {p}, {sample_hit(p)}, hour(1));
  const std::vector<Hit> all = store.hits.newest_of(p, 9);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].item, second);
  EXPECT_EQ(store.hits.newest_of(p, 1).size(), 1U);
  EXPECT_TRUE(store.hits.reviewed_of(p, 9).empty());
  store.hits.review(all[1].id, Review::dismissed, "");
  ASSERT_EQ(store.hits.reviewed_of(p, 9).size(), 1U);
  EXPECT_EQ(store.hits.reviewed_of(p, 9)[0].id, all[1].id);
}

TEST_F(HitsTest, WhatNoLongerHoldsGoesUnlessSomebodyReviewedIt) {
  for (const Review review : {Review::none, Review::kept, Review::dismissed}) {
    store.hits.replace(item, {p}, {sample_hit(p)}, hour(0));
    store.hits.review(all_hits().at(0).id, review, "");
    store.hits.replace(item, {p}, {}, hour(1));
    EXPECT_EQ(store.hits.count(), review == Review::none ? 0 : 1);
  }
}

TEST_F(HitsTest, ProfilesThatWereNotAskedKeepTheirHits) {
  store.hits.replace(item, {p, q}, {sample_hit(p), sample_hit(q)}, hour(0));
  store.hits.replace(item, {p}, {}, hour(1));
  ASSERT_EQ(store.hits.count(), 1);
  EXPECT_EQ(all_hits()[0].profile, q);
}

TEST_F(HitsTest, EachGoesInTheOrderOfFindingFromTheGivenInstantOn) {
  const ItemId second = store.items.put(sample_item(source, "l"), hour(0)).id;
  store.hits.replace(item, {p}, {sample_hit(p)}, hour(5));
  store.hits.replace(second, {p}, {sample_hit(p)}, hour(3));
  EXPECT_EQ(all_hits().at(0).item, second);
  EXPECT_EQ(all_hits().at(1).item, item);
  std::vector<ItemId> items;
  store.hits.each(hour(4), [&](const Hit& hit) { items.push_back(hit.item); });
  EXPECT_THAT(items, testing::ElementsAre(item));
}

TEST_F(HitsTest, EachVisitsMoreThanOnePortion) {
  constexpr int hits_count = 1001;
  store::Transaction transaction = store.begin();
  for (int i = 0; i < hits_count; ++i)
    add_item_with_hit(source, std::to_string(i), p, hour(i / 400));
  transaction.commit();
  EXPECT_EQ(all_hits().size(), static_cast<std::size_t>(hits_count));
}

TEST_F(HitsTest, HitOfAProfileThatWasNotAskedIsOurBug) {
  EXPECT_DEATH(store.hits.replace(item, {q}, {sample_hit(p)}, hour(0)), "is_asked");
}

TEST_F(HitsTest, ReviewOfWhatIsNotThereIsFalse) {
  EXPECT_FALSE(store.hits.review(HitId{1}, Review::kept, ""));
}

TEST_F(HitsTest, CountsWhatPeopleSaid) {
  for (const char* key : {"a", "b", "c", "d"}) {
    add_item_with_hit(source, key, p, hour(1));
  }
  const std::vector<Hit> all = all_hits();
  store.hits.review(all[0].id, Review::kept);
  store.hits.review(all[1].id, Review::dismissed);
  store.hits.review(all[2].id, Review::dismissed);
  const store::ReviewCounts counts = store.hits.review_counts(p);
  EXPECT_EQ(counts.kept, 1);
  EXPECT_EQ(counts.dismissed, 2);
  EXPECT_EQ(store.hits.review_counts(q).all(), 0);
}

}  // namespace
}  // namespace fundwatch::tests
