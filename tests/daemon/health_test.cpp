#include "daemon/health.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/names.h"
#include "daemon/rhythm.h"

namespace fundwatch::tests {
namespace {

using daemon::Attempt;
using std::chrono::days;
using std::chrono::hours;
using testing::HasSubstr;
using testing::IsEmpty;

const Instant kStart{std::chrono::sys_days{std::chrono::year{2027} / 2 / 1}};

const Attempt kRead{.status = 200, .is_known = true};
const Attempt kNews{.status = 200, .has_news = true, .is_known = true};
const Attempt kEmpty{.status = 200, .is_empty = true};
const Attempt kUnchanged{.status = 304, .is_known = true};
const Attempt kDown{.error = "no answer"};
const Attempt kBroken{.error = "answered 500", .status = 500};
const Attempt kGone{.error = "answered 410", .status = 410};

Attempt redirected(const std::string& url) {
  return {.status = 200, .moved_to = url, .is_known = true};
}

// A source that lives through attempts.
struct Life {
  // The attempt comes so long after the start.
  Life& at(hours time, const Attempt& attempt) {
    source.health = daemon::after(source, attempt, kStart + time);
    return *this;
  }
  SourceState state() const { return source.health.state; }
  std::optional<std::string> settled(hours time) const {
    return daemon::settled_move(source.health, kStart + time);
  }

  Source source;
};

Life with_news() { return Life().at(hours(0), kNews); }

struct Case {
  std::string name;
  Life life;
  SourceState state;
};

void PrintTo(const Case& each, std::ostream* out) { *out << each.name; }

std::string name_of_case(const testing::TestParamInfo<Case>& tested) { return tested.param.name; }

class HealthState : public testing::TestWithParam<Case> {};

TEST_P(HealthState, Is) { EXPECT_EQ(name_of(GetParam().life.state()), name_of(GetParam().state)); }

INSTANTIATE_TEST_SUITE_P(
    , HealthState,
    testing::Values(
        Case{"OkAtFirst", Life(), SourceState::ok},
        Case{"OkWhenRead", with_news(), SourceState::ok},
        Case{"FailingFromTheFirstFailure", with_news().at(hours(1), kDown), SourceState::failing},
        Case{"OkAgain", with_news().at(hours(1), kDown).at(hours(2), kRead), SourceState::ok},
        Case{"GoneAtOnce", with_news().at(hours(1), kGone), SourceState::attention},
        Case{"GoneStaysSo", with_news().at(hours(1), kGone).at(hours(2), kBroken),
             SourceState::attention},
        Case{"GoneAndBack", with_news().at(hours(1), kGone).at(hours(2), kRead), SourceState::ok},
        Case{"NotDeadYet", Life().at(days(0), kDown).at(days(30) - hours(1), kDown),
             SourceState::failing},
        Case{"Dead", Life().at(days(0), kDown).at(days(30), kDown), SourceState::attention},
        Case{"DeathCountsFromTheLastSuccess",
             Life().at(days(0), kDown).at(days(20), kRead).at(days(21), kDown).at(days(40), kDown),
             SourceState::failing},
        Case{"QuietForLongIsSilent", with_news().at(days(91), kUnchanged), SourceState::silent},
        Case{"QuietIsNotSilentYet", with_news().at(days(90), kUnchanged), SourceState::ok},
        Case{"SilenceEndsWithNews", with_news().at(days(91), kRead).at(days(92), kNews),
             SourceState::ok},
        Case{"NeverAnythingIsNotSilent", Life().at(hours(0), kEmpty).at(days(300), kEmpty),
             SourceState::ok},
        Case{"NothingAtAllAnyMoreIsSilentSooner",
             with_news().at(days(1), kEmpty).at(days(15), kUnchanged), SourceState::silent},
        Case{"FullAgainIsNotSilent",
             with_news().at(days(1), kEmpty).at(days(2), kRead).at(days(15), kUnchanged),
             SourceState::ok},
        Case{"FailingGoesBeforeSilent", with_news().at(days(91), kRead).at(days(92), kDown),
             SourceState::failing}),
    name_of_case);

TEST(Health, FailuresAreCountedAndSaid) {
  Life life = with_news().at(hours(1), kDown).at(hours(2), kBroken);
  EXPECT_EQ(life.source.health.failures, 2);
  EXPECT_EQ(life.source.health.error, "answered 500");
  EXPECT_EQ(life.source.health.failing_since, kStart + hours(1));
  EXPECT_EQ(life.source.health.since, kStart + hours(1));
  EXPECT_EQ(life.source.health.last_success, kStart);
  life.at(hours(3), kRead);
  EXPECT_EQ(life.source.health.failures, 0);
  EXPECT_THAT(life.source.health.error, IsEmpty());
  EXPECT_EQ(life.source.health.since, kStart + hours(3));
}

TEST(Health, APausedSourceIsPaused) {
  Source source = Life().at(hours(1), kDown).source;
  EXPECT_EQ(daemon::state_of(source), SourceState::failing);
  source.paused = true;
  EXPECT_EQ(daemon::state_of(source), SourceState::paused);
}

TEST(Health, SilenceIsMeasuredByTheRhythm) {
  Source source = with_news().source;
  source.health.usual_gap = days(2);
  EXPECT_EQ(daemon::silent_after(source), daemon::kSilentAtLeast);
  source.health.usual_gap = days(20);
  EXPECT_EQ(daemon::silent_after(source), days(40));
  source.expected_every = days(1);  // set by a person
  EXPECT_EQ(daemon::silent_after(source), days(2));
}

TEST(Health, SilenceSaysSinceWhen) {
  EXPECT_THAT(with_news().at(days(91), kRead).source.health.error,
              HasSubstr("nothing new since 2027-02-01"));
}

TEST(Move, IsSettledAfterThreeSightingsOverTwoDays) {
  Life life = with_news().at(hours(1), redirected("b")).at(hours(25), redirected("b"));
  EXPECT_FALSE(life.settled(hours(25)));
  life.at(hours(49) - std::chrono::hours(1), redirected("b"));
  EXPECT_FALSE(life.settled(hours(48)));  // three, but over 47 hours
  life.at(hours(49), redirected("b"));
  EXPECT_EQ(life.settled(hours(49)), "b");
}

TEST(Move, TwoSightingsAreNeverEnough) {
  EXPECT_FALSE(
      with_news().at(days(1), redirected("b")).at(days(9), redirected("b")).settled(days(9)));
}

TEST(Move, StartsAnewWhenTheRowIsBroken) {
  for (const Attempt& between : {kRead, kBroken, redirected("c"), kGone}) {
    const Life life = with_news()
                          .at(days(1), redirected("b"))
                          .at(days(2), redirected("b"))
                          .at(days(3), between)
                          .at(days(4), redirected("b"));
    EXPECT_FALSE(life.settled(days(4)));
  }
}

TEST(Move, AnAttemptWithoutAnAnswerBreaksNothing) {
  const Life life = with_news()
                        .at(days(1), redirected("b"))
                        .at(days(2), kDown)
                        .at(days(3), redirected("b"))
                        .at(days(4), redirected("b"));
  EXPECT_EQ(life.settled(days(4)), "b");
}

TEST(Move, ToWhatCannotBeReadIsNone) {
  Life life = with_news();
  for (int day = 1; day < 9; ++day) {
    life.at(days(day), {.error = "no feed", .status = 200, .moved_to = "b"});
  }
  EXPECT_FALSE(life.settled(days(8)));
}

TEST(Move, ToOtherAnnouncementsIsForAPersonToJudge) {
  Attempt strange = redirected("b");
  strange.is_known = false;
  strange.has_news = true;
  Life life = with_news().at(days(1), strange).at(days(2), redirected("b"));
  EXPECT_EQ(life.state(), SourceState::ok);
  life.at(days(4), redirected("b"));
  EXPECT_FALSE(life.settled(days(4)));
  EXPECT_EQ(life.state(), SourceState::attention);
  EXPECT_THAT(life.source.health.error, HasSubstr("redirects for good to b"));
  EXPECT_EQ(life.at(days(5), kRead).state(), SourceState::ok);
}

TEST(Move, ASourceThatNeverHadAnythingMayMove) {
  Attempt first = redirected("b");
  first.is_known = false;
  const Life life =
      Life().at(days(1), first).at(days(2), redirected("b")).at(days(4), redirected("b"));
  EXPECT_EQ(life.settled(days(4)), "b");
}

TEST(Move, IsShownForAWeek) {
  Life life = with_news();
  life.source.health = daemon::moved(life.source.health, kStart);
  EXPECT_EQ(life.state(), SourceState::moved);
  EXPECT_FALSE(life.source.health.move);
  EXPECT_EQ(life.at(days(6), kRead).state(), SourceState::moved);
  EXPECT_EQ(life.at(days(7), kRead).state(), SourceState::ok);
}

std::vector<std::chrono::sys_days> days_at(const std::vector<int>& numbers) {
  std::vector<std::chrono::sys_days> result;
  for (const int number : numbers) result.emplace_back(days{number});
  return result;
}

TEST(Rhythm, NeedsEvidence) {
  EXPECT_EQ(daemon::usual_gap({}), days(0));
  EXPECT_EQ(daemon::usual_gap(days_at({0, 7, 14, 21, 28})), days(0));
  EXPECT_EQ(daemon::usual_gap(days_at({0, 7, 14, 21, 28, 35})), days(7));
}

TEST(Rhythm, OneLongHolidayIsNotUsual) {
  std::vector<int> numbers;
  for (int week = 0; week < 12; ++week) numbers.push_back(week < 6 ? 7 * week : 7 * week + 60);
  EXPECT_EQ(daemon::usual_gap(days_at(numbers)), days(7));
}

}  // namespace
}  // namespace fundwatch::tests
