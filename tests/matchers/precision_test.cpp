#include "matchers/precision.h"

#include <gmock/gmock.h>

namespace fundwatch::matchers {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Profile profile() {
  Profile profile;
  profile.name = "finansiering";
  profile.terms = {{"bidrag"}, {"ASF"}, {"konsult", 1.0, TermRole::veto}};
  return profile;
}

Hit hit(Review review, const std::vector<std::string>& terms) {
  Hit hit;
  hit.review = review;
  for (const std::string& term : terms) hit.reasons.push_back({.term = term});
  return hit;
}

std::vector<Hit> hits(int kept, int dismissed, const std::vector<std::string>& terms) {
  std::vector<Hit> all;
  for (int i = 0; i < kept; ++i) all.push_back(hit(Review::kept, terms));
  for (int i = 0; i < dismissed; ++i) all.push_back(hit(Review::dismissed, terms));
  return all;
}

MarkedItem item(Review review, const std::string& title) {
  MarkedItem marked;
  marked.review = review;
  marked.item.title = title;
  return marked;
}

TEST(Precision, IsThePartThatWasKept) {
  EXPECT_EQ(precision({}), std::nullopt);
  EXPECT_EQ(precision({3, 1}), 0.75);
}

TEST(Precision, IsCountedForTheProfileAndItsTerms) {
  std::vector<Hit> all = hits(2, 1, {"bidrag", "ASF", "ASF"});
  all.push_back(hit(Review::dismissed, {"bidrag", "gone"}));
  all.push_back(hit(Review::none, {"bidrag"}));
  const ProfileMarks marks = marks_of(profile(), all);
  EXPECT_EQ(marks.marks, (Marks{2, 2}));
  ASSERT_EQ(marks.terms.size(), 2U);  // a veto brings no hit
  EXPECT_EQ(marks.terms[0].marks, (Marks{2, 2}));
  EXPECT_EQ(marks.terms[1].marks, (Marks{2, 1}));
}

TEST(Precision, ALikelihoodFollowsTheTerms) {
  std::vector<Hit> all = hits(9, 0, {"bidrag"});
  const std::vector<Hit> swine = hits(0, 12, {"ASF"});
  all.insert(all.end(), swine.begin(), swine.end());
  const ProfileMarks marks = marks_of(profile(), all);
  EXPECT_GT(likelihood(marks, hit(Review::none, {"bidrag"})), 0.7);
  EXPECT_LT(likelihood(marks, hit(Review::none, {"ASF"})), kHardlyKept);
  EXPECT_TRUE(is_ranked_low(marks, hit(Review::none, {"ASF"})));
  EXPECT_FALSE(is_ranked_low(marks, hit(Review::none, {"bidrag"})));
  EXPECT_FALSE(is_ranked_low(marks, hit(Review::none, {"bidrag", "ASF"})));
}

TEST(Precision, FewMarksRankNothingLow) {
  EXPECT_EQ(likelihood(marks_of(profile(), {}), hit(Review::none, {"ASF"})), 0.5);
  const ProfileMarks marks = marks_of(profile(), hits(0, kMarksMin - 1, {"ASF"}));
  EXPECT_FALSE(is_ranked_low(marks, hit(Review::none, {"ASF"})));
}

TEST(Proposals, AWordOfDismissedHitsAloneIsAVeto) {
  std::vector<MarkedItem> items;
  for (int i = 0; i < 14; ++i) items.push_back(item(Review::dismissed, "Svinpesten i Fagersta"));
  items.push_back(item(Review::dismissed, "ASF svinpest och bidrag"));
  items.push_back(item(Review::dismissed, "Annat bidrag"));
  for (int i = 0; i < 9; ++i) items.push_back(item(Review::kept, "Bidrag i Fagersta"));
  const auto found = proposals(profile(), {}, items);
  EXPECT_THAT(found, ElementsAre(Proposal{ProposalKind::add_veto, "svinpesten", 15, 16}));
  EXPECT_EQ(words_of(found[0]).english,
            "\"svinpesten\" occurs in 15 of 16 dismissed hits: add it as a veto?");
  EXPECT_EQ(words_of(found[0]).swedish,
            "”svinpesten” står i 15 av 16 avfärdade träffar: lägg till som veto?");
}

TEST(Proposals, AreNoneWhileNobodyKnowsWhatIsUsual) {
  std::vector<MarkedItem> items;
  for (int i = 0; i < 9; ++i) items.push_back(item(Review::dismissed, "Svinpest i Fagersta"));
  EXPECT_THAT(proposals(profile(), {}, items), IsEmpty());
  for (int i = 0; i < 9; ++i) items.push_back(item(Review::none, "Svinpest i Fagersta"));
  EXPECT_THAT(proposals(profile(), {}, items), IsEmpty());
}

TEST(Proposals, ATermThatBringsNothingIsToBeWeakened) {
  const ProfileMarks marks = marks_of(profile(), hits(1, 12, {"ASF"}));
  EXPECT_THAT(proposals(profile(), marks, {}),
              ElementsAre(Proposal{ProposalKind::weaken_term, "ASF", 12, 13}));
  EXPECT_THAT(proposals(profile(), marks_of(profile(), hits(0, 4, {"ASF"})), {}), IsEmpty());
}

TEST(Proposals, AreFew) {
  std::vector<MarkedItem> items;
  const std::string words = "alfabet betongen cisterner droppar elefanter fabriker";
  for (int i = 0; i < 9; ++i) items.push_back(item(Review::dismissed, words));
  for (int i = 0; i < 9; ++i) items.push_back(item(Review::kept, "Bidrag"));
  EXPECT_EQ(proposals(profile(), {}, items).size(), kProposalsMax);
}

}  // namespace
}  // namespace fundwatch::matchers
