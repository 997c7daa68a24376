#include "store/reviews.h"

#include "tests/store/samples.h"

namespace fundwatch::tests {
namespace {

using testing::ElementsAre;

class ReviewsTest : public StoreTest {
 protected:
  ReviewsTest() {
    first = add_item_with_hit(source, "a", profile, hour(0));
    second = add_item_with_hit(source, "b", profile, hour(0));
  }
  CaseId case_of(ItemId item) const { return store.items.find(item)->case_id; }
  Review review_of(ItemId item) const { return store.hits.of(case_of(item)).front().review; }
  static store::ReviewAct act(Review review) {
    return {.at = hour(1), .author = "kim", .review = review};
  }

  const SourceId source = store.sources.save(sample_source("a"));
  const ProfileId profile = store.profiles.save(sample_profile("p"), "Eva", hour(0)).id;
  ItemId first{};
  ItemId second{};
};

TEST_F(ReviewsTest, OneActMarksManyCasesAndIsTakenBackAsOne) {
  store.hits.review(store.hits.of(case_of(first)).front().id, Review::kept, "bra");
  const auto id = store.reviews.mark({case_of(first), case_of(second)}, act(Review::dismissed));
  ASSERT_TRUE(id);
  EXPECT_EQ(review_of(first), Review::dismissed);
  EXPECT_EQ(review_of(second), Review::dismissed);
  EXPECT_TRUE(store.reviews.undo(*id));
  EXPECT_EQ(review_of(first), Review::kept);
  EXPECT_EQ(store.hits.of(case_of(first)).front().note, "bra");
  EXPECT_EQ(review_of(second), Review::none);
  EXPECT_FALSE(store.reviews.undo(*id));
}

TEST_F(ReviewsTest, UndoLeavesWhatWasMarkedOtherwiseSince) {
  const auto id = store.reviews.mark({case_of(first)}, act(Review::dismissed));
  store.reviews.mark({case_of(first)}, act(Review::kept));
  store.reviews.undo(*id);
  EXPECT_EQ(review_of(first), Review::kept);
}

TEST_F(ReviewsTest, TheSameMarkAgainIsNoAct) {
  EXPECT_TRUE(store.reviews.mark({case_of(first)}, act(Review::kept)));
  EXPECT_FALSE(store.reviews.mark({case_of(first)}, act(Review::kept)));
  EXPECT_FALSE(store.reviews.mark({CaseId{99}}, act(Review::kept)));
  EXPECT_EQ(store.reviews.of(case_of(first)).size(), 1U);
}

TEST_F(ReviewsTest, ACaseTellsWhoMarkedIt) {
  const auto kept = store.reviews.mark({case_of(first)}, act(Review::kept));
  const auto dismissed = store.reviews.mark({case_of(first)}, act(Review::dismissed));
  store.reviews.undo(*dismissed);
  const auto acts = store.reviews.of(case_of(first));
  ASSERT_EQ(acts.size(), 2U);
  EXPECT_TRUE(acts[0].is_undone);
  EXPECT_EQ(acts[1], (store::ReviewAct{*kept, hour(1), "kim", Review::kept, false}));
  EXPECT_THAT(store.reviews.cases_of(*kept), ElementsAre(case_of(first)));
  EXPECT_EQ(store.reviews.find(*kept), acts[1]);
}

TEST_F(ReviewsTest, NotesStayInTheirOrderAndGoWithTheCase) {
  const CaseId id = case_of(first);
  EXPECT_TRUE(store.case_notes.add(id, {hour(1), "kim", "Ringde."}));
  EXPECT_TRUE(store.case_notes.add(id, {hour(2), "eva", "Mejlade."}));
  EXPECT_FALSE(store.case_notes.add(CaseId{99}, {hour(2), "eva", "x"}));
  EXPECT_THAT(store.case_notes.of(id), ElementsAre(store::CaseNote{hour(2), "eva", "Mejlade."},
                                                   store::CaseNote{hour(1), "kim", "Ringde."}));
  store.sources.remove(source);
  EXPECT_TRUE(store.case_notes.of(id).empty());
}

}  // namespace
}  // namespace fundwatch::tests
