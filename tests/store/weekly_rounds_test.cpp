#include "store/weekly_rounds.h"

#include <gtest/gtest.h>

namespace fundwatch::tests {
namespace {

using store::WeeklyRounds;

Instant at(const char* iso8601) { return parse_iso8601(iso8601).value(); }

// Mondays at seven, of weeks 7, 8 and 9.
const Instant kSeventh = at("2027-02-15T07:00:00+01:00");
const Instant kEighth = at("2027-02-22T07:00:00+01:00");
const Instant kNinth = at("2027-03-01T07:00:00+01:00");

const Calendar kCalendar;

TEST(WeeklyRounds, GoOutAtTheirMomentWhereNothingIsAsked) {
  EXPECT_EQ(WeeklyRounds({}, kCalendar).due(kSeventh), kSeventh);
}

TEST(WeeklyRounds, AHeldWeekGoesWithTheNextThatIsNot) {
  const WeeklyRounds rounds({{{2027, 7}, "", true, 0}, {{2027, 8}, "", true, 0}}, kCalendar);
  EXPECT_EQ(rounds.due(kSeventh), kNinth);
  EXPECT_EQ(rounds.due(kEighth), kNinth);
  EXPECT_EQ(rounds.due(kNinth), kNinth);
}

TEST(WeeklyRounds, AWeekIsBroughtForwardAtTheSameHourOfTheWallClock) {
  // Summer time begins on 28 March.
  const Instant after = at("2027-03-29T07:00:00+02:00");
  const WeeklyRounds rounds({{{2027, 13}, "", false, 3}}, kCalendar);
  EXPECT_EQ(rounds.due(after), at("2027-03-26T07:00:00+01:00"));
}

TEST(WeeklyRounds, TheFirstThatIsDueNeedNotBeOfTheFirstMoment) {
  const WeeklyRounds rounds({{{2027, 7}, "", true, 0}, {{2027, 9}, "", false, 6}}, kCalendar);
  EXPECT_EQ(rounds.first_due({}), std::nullopt);
  EXPECT_EQ(rounds.first_due({kSeventh}), kEighth);
  EXPECT_EQ(rounds.first_due({kSeventh, kNinth}), kEighth);
  EXPECT_EQ(rounds.first_due({kNinth}), at("2027-02-23T07:00:00+01:00"));
}

TEST(WeeklyRounds, NotesOfWeeksThatCameTogetherStandOneAfterTheOther) {
  const WeeklyRounds rounds({{{2027, 7}, "Ett.", true, 0}, {{2027, 8}, "Två.", false, 0}},
                            kCalendar);
  EXPECT_EQ(rounds.note(kSeventh, kEighth), "Ett.\n\nTvå.");
  EXPECT_EQ(rounds.note(kEighth, kEighth), "Två.");
  EXPECT_EQ(rounds.note(kNinth, kNinth), "");
}

}  // namespace
}  // namespace fundwatch::tests
