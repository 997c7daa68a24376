#include "daemon/coverage.h"

#include <gmock/gmock.h>

namespace fundwatch::tests {
namespace {

using daemon::coverage_of;
using digest::Coverage;
using digest::OutageKind;
using std::chrono::hours;
using store::SourceChange;

const Instant kNow{hours(500'000)};
const daemon::Period kWeek{kNow - hours(7 * 24), kNow};
constexpr SourceId kId{7};

Source well() {
  Source source;
  source.id = kId;
  source.name = "Regionen";
  source.health.last_attempt = source.health.last_success = kNow - hours(1);
  return source;
}

Coverage covered(const Source& source, const std::vector<SourceChange>& changes = {}) {
  return coverage_of({source}, {{source.id, changes}}, kWeek);
}

Instant before(int ago) { return kNow - hours(ago); }

TEST(Coverage, WhoIsReadIsNoOutage) {
  const Coverage coverage = covered(well());
  EXPECT_EQ(coverage.sources, 1);
  EXPECT_TRUE(coverage.outages.empty());
}

TEST(Coverage, WhoIsPausedDoesNotCount) {
  Source source = well();
  source.paused = true;
  source.health.failures = 3;
  EXPECT_EQ(covered(source).sources, 0);
  EXPECT_TRUE(covered(source).outages.empty());
}

struct PresentCase {
  const char* name;
  Health health;
  OutageKind kind;
  std::optional<Instant> since;
};

Health health_of(SourceState state, int failures) {
  Health health = well().health;
  health.state = state;
  health.failures = failures;
  health.since = before(30);
  health.newest_item = before(900);
  if (failures > 0) health.failing_since = before(50);
  return health;
}

TEST(Coverage, SaysWhatIsWrongNowAndSinceWhen) {
  Health old = health_of(SourceState::ok, 0);
  old.last_success = before(50);
  const PresentCase cases[] = {
      {"failing", health_of(SourceState::failing, 1), OutageKind::unread, before(50)},
      {"dead", health_of(SourceState::attention, 9), OutageKind::dead, before(50)},
      {"astray", health_of(SourceState::attention, 0), OutageKind::astray, before(30)},
      {"silent", health_of(SourceState::silent, 0), OutageKind::silent, before(900)},
      {"never", {}, OutageKind::never_read, std::nullopt},
      {"not asked for two days and its hour", old, OutageKind::unread, before(50)}};
  for (const PresentCase& each : cases) {
    Source source = well();
    source.health = each.health;
    const Coverage coverage = covered(source);
    ASSERT_EQ(coverage.outages.size(), 1U) << each.name;
    EXPECT_EQ(coverage.outages[0].kind, each.kind) << each.name;
    EXPECT_EQ(coverage.outages[0].since, each.since) << each.name;
    EXPECT_EQ(coverage.outages[0].source_name, "Regionen");
  }
}

TEST(Coverage, WhoIsAskedDailyIsNotUnreadAfterTwoDays) {
  Source source = well();
  source.interval = hours(24);
  source.health.last_success = before(50);
  EXPECT_TRUE(covered(source).outages.empty());
}

TEST(Coverage, TellsOfWhatBeganAndEndedMeanwhile) {
  const Coverage coverage = covered(well(), {{before(900), SourceState::ok, ""},
                                             {before(100), SourceState::failing, "no answer"},
                                             {before(60), SourceState::ok, ""}});
  ASSERT_EQ(coverage.outages.size(), 1U);
  EXPECT_EQ(coverage.outages[0].kind, OutageKind::read_again);
  EXPECT_EQ(coverage.outages[0].since, before(100));
  EXPECT_EQ(coverage.outages[0].until, before(60));
}

TEST(Coverage, WhatBeganBeforeThePeriodCountsFromItsBegin) {
  const Coverage coverage = covered(well(), {{before(900), SourceState::failing, "no answer"},
                                             {before(500), SourceState::attention, "dead"},
                                             {before(100), SourceState::ok, ""}});
  ASSERT_EQ(coverage.outages.size(), 1U);
  EXPECT_EQ(coverage.outages[0].kind, OutageKind::read_again);
  EXPECT_EQ(coverage.outages[0].since, kWeek.begin);
}

TEST(Coverage, WhatEndedBeforeThePeriodIsOver) {
  EXPECT_TRUE(covered(well(), {{before(900), SourceState::failing, "no answer"},
                               {before(700), SourceState::ok, ""}})
                  .outages.empty());
}

TEST(Coverage, ABriefOutageHasLostNothing) {
  EXPECT_TRUE(covered(well(), {{before(100), SourceState::failing, "no answer"},
                               {before(95), SourceState::ok, ""}})
                  .outages.empty());
}

TEST(Coverage, BriefOnesAddUp) {
  const Coverage coverage = covered(well(), {{before(100), SourceState::failing, "no answer"},
                                             {before(95), SourceState::ok, ""},
                                             {before(50), SourceState::failing, "no answer"},
                                             {before(45), SourceState::ok, ""}});
  ASSERT_EQ(coverage.outages.size(), 1U);
  EXPECT_EQ(coverage.outages[0].kind, OutageKind::at_times);
  EXPECT_EQ(coverage.outages[0].since, before(100));
  EXPECT_EQ(coverage.outages[0].until, before(45));
}

TEST(Coverage, TheWorstComesFirst) {
  Source silent = well();
  silent.name = "Tyst";
  silent.health = health_of(SourceState::silent, 0);
  Source failing = well();
  failing.name = "Borta";
  failing.health = health_of(SourceState::failing, 2);
  const Coverage coverage = coverage_of({silent, failing}, {}, kWeek);
  ASSERT_EQ(coverage.outages.size(), 2U);
  EXPECT_EQ(coverage.outages[0].source_name, "Borta");
}

}  // namespace
}  // namespace fundwatch::tests
