#include "base/calendar.h"

#include <gtest/gtest.h>

namespace fundwatch {
namespace {

using namespace std::chrono_literals;
using std::chrono::Monday;
using std::chrono::Sunday;

Instant utc(const char* text) { return parse_iso8601(text).value(); }
Day day(const char* text) { return parse_iso_day(text).value(); }

TEST(Calendar, ReadsTheWallClockInStockholm) {
  const Calendar calendar;
  const LocalTime winter = calendar.local(utc("2027-02-26T15:00:00Z"));
  EXPECT_EQ(winter.day, day("2027-02-26"));
  EXPECT_EQ(winter.time_of_day, 16h);
  EXPECT_EQ(winter.weekday, std::chrono::Friday);
  EXPECT_EQ(winter.offset, 1h);
  EXPECT_EQ(calendar.local(utc("2027-07-01T22:30:00Z")).day, day("2027-07-02"));
}

TEST(Calendar, RefusesAnUnknownZone) { EXPECT_THROW(Calendar("Europe/Gävle"), std::runtime_error); }

TEST(Calendar, SkippedHourIsTheFirstInstantAfter) {
  const Calendar calendar;
  EXPECT_EQ(calendar.instant(day("2027-03-28"), 2h + 30min), utc("2027-03-28T01:00:00Z"));
}

TEST(Calendar, RepeatedHourIsTheEarlier) {
  const Calendar calendar;
  EXPECT_EQ(calendar.instant(day("2027-10-31"), 2h + 30min), utc("2027-10-31T00:30:00Z"));
}

TEST(Calendar, NextMomentIsStrictlyAfter) {
  const Calendar calendar;
  const WeeklyMoment monday{Monday, 7h};
  EXPECT_EQ(calendar.next(monday, utc("2027-02-08T05:59:59Z")), utc("2027-02-08T06:00:00Z"));
  EXPECT_EQ(calendar.next(monday, utc("2027-02-08T06:00:00Z")), utc("2027-02-15T06:00:00Z"));
  EXPECT_EQ(calendar.next(monday, utc("2027-02-10T12:00:00Z")), utc("2027-02-15T06:00:00Z"));
}

TEST(Calendar, MomentKeepsItsHourAcrossSummerTime) {
  const Calendar calendar;
  const WeeklyMoment monday{Monday, 7h};
  EXPECT_EQ(calendar.next(monday, utc("2027-03-22T06:00:00Z")), utc("2027-03-29T05:00:00Z"));
  EXPECT_EQ(calendar.next(monday, utc("2027-10-25T05:00:00Z")), utc("2027-11-01T06:00:00Z"));
}

TEST(Calendar, EveryWeekHasExactlyOneMoment) {
  const Calendar calendar;
  const WeeklyMoment sunday{Sunday, 2h + 30min};
  Instant moment = utc("2026-12-31T00:00:00Z");
  for (int week = 0; week < 60; ++week) {
    const Instant following = calendar.next(sunday, moment);
    EXPECT_EQ(calendar.local(following).weekday, Sunday);
    if (week > 0) {
      EXPECT_GE(following - moment, 6 * 24h);
      EXPECT_LE(following - moment, 8 * 24h);
    }
    moment = following;
  }
}

TEST(Calendar, CountsMidnights) {
  const Calendar calendar;
  const Instant late = utc("2027-02-15T22:59:00Z");  // 23:59 in Stockholm
  EXPECT_EQ(calendar.days_until(day("2027-02-15"), late), 0);
  EXPECT_EQ(calendar.days_until(day("2027-02-16"), late), 1);
  EXPECT_EQ(calendar.days_until(day("2027-02-16"), late + 1min), 0);
  EXPECT_EQ(calendar.days_until(day("2027-02-14"), late), -1);
  EXPECT_EQ(calendar.days_until(day("2027-03-29"), utc("2027-03-27T12:00:00Z")), 2);
}

TEST(Calendar, WritesIsoWithTheLocalOffset) {
  const Calendar calendar;
  EXPECT_EQ(calendar.iso8601(utc("2027-02-26T15:00:00Z")), "2027-02-26T16:00:00+01:00");
  EXPECT_EQ(calendar.iso8601(utc("2027-07-01T12:00:07Z")), "2027-07-01T14:00:07+02:00");
}

TEST(Calendar, KnowsIsoWeeks) {
  EXPECT_EQ(iso_week(day("2027-02-15")).week, 7);
  EXPECT_EQ(iso_week(day("2027-01-03")).week, 53);
  EXPECT_EQ(iso_week(day("2027-01-03")).year, 2026);
  EXPECT_EQ(iso_week(day("2024-12-30")).week, 1);
  EXPECT_EQ(iso_week(day("2024-12-30")).year, 2025);
}

TEST(Calendar, ReadsIsoInstants) {
  EXPECT_EQ(utc("2027-02-26T16:00:00+01:00"), utc("2027-02-26T15:00:00Z"));
  EXPECT_EQ(utc("2027-02-26T16:00+01:00"), utc("2027-02-26T15:00:00Z"));
  EXPECT_EQ(utc("2027-02-26"), utc("2027-02-26T00:00:00Z"));
  for (const char* wrong :
       {"", "2027", "2027-13-01", "2027-02-30", "2027-02-26T24:00:00Z", "2027-02-26T15:00:00",
        "2027-02-26T15:00:00Zx", "26/2 2027", "+027-01-01"}) {
    EXPECT_FALSE(parse_iso8601(wrong)) << wrong;
  }
}

TEST(Calendar, WritesWhatItReads) {
  EXPECT_EQ(iso8601_utc(utc("2027-02-26T15:00:09Z")), "2027-02-26T15:00:09Z");
  EXPECT_EQ(iso_day(day("0987-02-06")), "0987-02-06");
  EXPECT_FALSE(parse_iso_day("2027-02-06 "));
}

}  // namespace
}  // namespace fundwatch
