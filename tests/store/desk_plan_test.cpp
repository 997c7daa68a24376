// What the desk asks at every page is answered by way of indexes (see plan_test.cpp).
#include "tests/store/plan_support.h"

namespace fundwatch::tests {
namespace {

using testing::HasSubstr;
using testing::Not;

class DeskPlanTest : public PlanFixture {
 protected:
  store::Sources sources{database};
  store::Items items{database};
  store::Hits hits{database};
  store::Inbox inbox{database};
  store::Outbox outbox{database};
  store::Sessions sessions{database};
  store::Tokens tokens{database};
  store::Audit audit{database};
};

TEST_F(DeskPlanTest, WhoIsLoggedInIsSearchedByTheToken) {
  EXPECT_THAT(plan_of([&] { sessions.use("a", hour(0)); }), HasSubstr("(token_hash=?)"));
}

TEST_F(DeskPlanTest, WhoseTokenItIsIsSearchedByItsHash) {
  EXPECT_THAT(plan_of([&] { tokens.use("a", hour(0)); }), HasSubstr("(hash=?)"));
  EXPECT_THAT(plan_of([&] { tokens.of(AccountId{1}); }), HasSubstr("token_account (account=?)"));
}

TEST_F(DeskPlanTest, SourcesAreCountedByIndexesAlone) {
  const std::string plan = plan_of([&] {
    sources.not_ok();
    sources.item_count(SourceId{1});
    sources.item_count(SourceId{1}, hour(0));
    items.newest_of(SourceId{1}, 9);
  });
  EXPECT_THAT(plan, HasSubstr("USING COVERING INDEX item_source_first_seen "
                              "(source=? AND first_seen>?)"));
  EXPECT_THAT(plan, HasSubstr("SCAN source USING INDEX source_state"));  // of those not ok
  EXPECT_THAT(plan, Not(HasSubstr("SCAN item")));
}

TEST_F(DeskPlanTest, MailsAndTheRecordAreReadFromTheirEnd) {
  const std::string plan = plan_of([&] {
    outbox.page(MailId{7}, 50);
    outbox.count(store::MailState::sent, hour(0));
    outbox.deferred();
    outbox.find(MailId{1});
    audit.page(7, 100);
    audit.count("kim@asf.example", "mail.trial", hour(0));
  });
  EXPECT_THAT(plan, HasSubstr("USING COVERING INDEX mail_made (made_at>?)"));
  EXPECT_THAT(plan, HasSubstr("SCAN mail USING INDEX mail_due"));  // of those that wait
  EXPECT_THAT(plan, Not(HasSubstr("SCAN audit")));
  EXPECT_THAT(plan, Not(HasSubstr("TEMP B-TREE")));
}

TEST_F(DeskPlanTest, MetricsReadNoTableThrough) {
  const std::string plan = plan_of([&] { hits.count_of(ProfileId{1}); });
  EXPECT_THAT(plan, HasSubstr("USING COVERING INDEX"));
}

TEST_F(DeskPlanTest, WhatGrowsForYearsIsNotCountedAnewByPages) {
  const std::string plan = plan_of([&] {
    sources.item_count(SourceId{1});
    inbox.counts();
    inbox.municipalities();
    inbox.count_on_days({});
    hits.review_counts(ProfileId{1});
  });
  EXPECT_THAT(plan, HasSubstr("SEARCH item_count USING INTEGER PRIMARY KEY"));
  EXPECT_THAT(plan, HasSubstr("SCAN inbox_count"));
  EXPECT_THAT(plan, HasSubstr("USING COVERING INDEX inbox_place (state=? AND municipality>?)"));
  EXPECT_THAT(plan, HasSubstr("USING COVERING INDEX inbox_state (state=? AND day>? AND day<?)"));
  EXPECT_THAT(plan, HasSubstr("SEARCH hit USING COVERING INDEX hit_review (profile=?)"));
  EXPECT_THAT(plan, Not(testing::ContainsRegex("SCAN (item|hit|inbox)\\b[^_]")));
}

}  // namespace
}  // namespace fundwatch::tests
