#include "store/digests.h"

#include "tests/store/samples.h"

namespace fundwatch::tests {
namespace {

class DigestsTest : public StoreTest {
 protected:
  std::vector<Candidate> candidates() const {
    return store.digests.candidates(*store.subscribers.find(anna));
  }
  // As if all that waits had been put into a digest.
  void record_all(const std::string& message_id, Instant now) {
    std::vector<store::LedgerEntry> entries;
    for (const Candidate& candidate : candidates()) {
      entries.push_back({candidate.case_id, candidate.version});
    }
    store.digests.record(anna, now, message_id, entries, now);
  }

  const SourceId source = store.sources.save(sample_source("Tillväxtverket"));
  const ProfileId p = store.profiles.save(sample_profile("p"), "Eva", hour(0)).id;
  const ProfileId q = store.profiles.save(sample_profile("q"), "Eva", hour(0)).id;
  const ProfileId other = store.profiles.save(sample_profile("other"), "Eva", hour(0)).id;
  const SubscriberId anna =
      *store.subscribers.save(sample_subscriber("anna@example.org", {"p", "q"}));
};

TEST_F(DigestsTest, CandidateHasItsItemSourceAndHitsTheStrongestFirst) {
  const ItemId item = store.items.put(sample_item(source, "k"), hour(1)).id;
  Hit strong = sample_hit(q);
  strong.score = 7;
  store.hits.replace(item, {p, q, other}, {sample_hit(p), strong, sample_hit(other)}, hour(1));

  ASSERT_EQ(candidates().size(), 1U);
  const Candidate candidate = candidates()[0];
  EXPECT_EQ(candidate.item.id, item);
  EXPECT_EQ(candidate.case_id, candidate.item.case_id);
  EXPECT_EQ(candidate.version, 1);
  EXPECT_EQ(candidate.source_name, "Tillväxtverket");
  ASSERT_EQ(candidate.hits.size(), 2U);
  EXPECT_EQ(candidate.hits[0].profile, q);
  EXPECT_EQ(candidate.hits[0].reasons, strong.reasons);
  EXPECT_EQ(candidate.hits[1].profile, p);
}

TEST_F(DigestsTest, CaseOfTwoSourcesIsOneCandidateWithTheItemThatSpeaks) {
  const SourceId copier = store.sources.save(sample_source("Region Gävleborg"));
  const ItemId original = add_item_with_hit(source, "k", p, hour(1));
  const ItemId copy = add_item_with_hit(copier, "k", q, hour(5));
  share_case(original, copy);
  ASSERT_EQ(candidates().size(), 1U);
  EXPECT_EQ(candidates()[0].item.id, original);
  EXPECT_EQ(candidates()[0].source_name, "Tillväxtverket");
  EXPECT_EQ(candidates()[0].hits.size(), 2U);
  store.cases.tell_anew(candidates()[0].case_id, copy);
  EXPECT_EQ(candidates()[0].item.id, copy);
  EXPECT_EQ(candidates()[0].version, 2);
}

TEST_F(DigestsTest, HitsFromBeforeTheSubscriptionAreNotTheirs) {
  add_item_with_hit(source, "before", p, hour(-1));
  add_item_with_hit(source, "at", p, hour(0));
  ASSERT_EQ(candidates().size(), 1U);
  EXPECT_EQ(candidates()[0].item.key, "at");
}

TEST_F(DigestsTest, ProfilesThatAreNotFollowedOrRemovedGiveNothing) {
  add_item_with_hit(source, "k", other, hour(1));
  EXPECT_TRUE(candidates().empty());
  add_item_with_hit(source, "l", p, hour(1));
  store.profiles.remove("p");
  EXPECT_TRUE(candidates().empty());
}

TEST_F(DigestsTest, DismissedHitsDoNotEntitle) {
  add_item_with_hit(source, "k", p, hour(1));
  const HitId hit = all_hits().at(0).id;
  store.hits.review(hit, Review::dismissed, "");
  EXPECT_TRUE(candidates().empty());
  store.hits.review(hit, Review::kept, "");
  EXPECT_EQ(candidates().size(), 1U);
}

TEST_F(DigestsTest, RecordedCaseIsNotToldAgain) {
  add_item_with_hit(source, "k", p, hour(1));
  record_all("m1@example.org", hour(2));
  EXPECT_TRUE(candidates().empty());
  add_item_with_hit(source, "k", q, hour(3));
  EXPECT_TRUE(candidates().empty()) << "a further hit of a case that was told";
  add_item_with_hit(source, "l", p, hour(3));
  EXPECT_EQ(candidates().size(), 1U);
}

TEST_F(DigestsTest, RecordIsOfOneSubscriberOnly) {
  const SubscriberId bo = *store.subscribers.save(sample_subscriber("bo@example.org", {"p"}));
  add_item_with_hit(source, "k", p, hour(1));
  record_all("m1@example.org", hour(2));
  EXPECT_EQ(store.digests.candidates(*store.subscribers.find(bo)).size(), 1U);
}

TEST_F(DigestsTest, NewVersionOfACaseIsToldOnce) {
  add_item_with_hit(source, "k", p, hour(1));
  record_all("m1@example.org", hour(2));
  Item extended = sample_item(source, "k");
  extended.deadline->day = std::chrono::year{2027} / 4 / 1;
  store.items.put(extended, hour(3));

  ASSERT_EQ(candidates().size(), 1U);
  EXPECT_EQ(candidates()[0].version, 2);
  EXPECT_EQ(candidates()[0].item.deadline, extended.deadline);
  record_all("m2@example.org", hour(4));
  EXPECT_TRUE(candidates().empty());
}

TEST_F(DigestsTest, LedgerOutlivesTheCaseAndItsNumberIsNotGivenAgain) {
  add_item_with_hit(source, "k", p, hour(1));
  const CaseId told = candidates().at(0).case_id;
  record_all("m1@example.org", hour(2));
  store.sources.remove(source);

  const SourceId again = store.sources.save(sample_source("Tillväxtverket"));
  add_item_with_hit(again, "k", p, hour(3));
  ASSERT_EQ(candidates().size(), 1U);
  EXPECT_NE(candidates()[0].case_id, told);
  EXPECT_DEATH(store.digests.record(anna, hour(4), "m2", {{told, 1}}, hour(4)), "run");
}

TEST_F(DigestsTest, LastComposedIsOfThisSubscriber) {
  EXPECT_FALSE(store.digests.last_composed(anna));
  store.digests.record(anna, hour(1), "m1@example.org", {}, hour(2));
  store.digests.record(anna, hour(7), "m2@example.org", {}, hour(8));
  EXPECT_EQ(store.digests.last_composed(anna), hour(8));
  EXPECT_FALSE(store.digests.last_composed(SubscriberId{99}));
  EXPECT_EQ(store.digests.count(), 2);
}

TEST_F(DigestsTest, SecondDigestWithTheSameMessageIdIsOurBug) {
  store.digests.record(anna, hour(1), "m1@example.org", {}, hour(1));
  EXPECT_DEATH(store.digests.record(anna, hour(2), "m1@example.org", {}, hour(2)), "message_id");
}

}  // namespace
}  // namespace fundwatch::tests
