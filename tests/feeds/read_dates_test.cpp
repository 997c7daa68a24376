#include "feeds/read/dates.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace fundwatch::feeds {
namespace {

// What a date means, in UTC; "-" when it is refused. Zones not stated are Stockholm's.
std::string meaning(const std::string& text) {
  const auto instant = parse_date(text, Calendar("Europe/Stockholm"));
  return instant ? iso8601_utc(*instant) : "-";
}

struct Case {
  std::string text;
  std::string utc;
};

void expect_all(const std::vector<Case>& cases) {
  for (const Case& one : cases) EXPECT_EQ(meaning(one.text), one.utc) << one.text;
}

TEST(ReadDates, ReadRfc822WithItsSins) {
  expect_all({
      {"Mon, 03 Mar 2025 08:30:00 +0100", "2025-03-03T07:30:00Z"},
      {"Mon, 03 Mar 2025 08:30:00 GMT", "2025-03-03T08:30:00Z"},
      {"3 Mar 25 8:30 EST", "2025-03-03T13:30:00Z"},
      {"Monday, 03-Mar-25 08:30:00 GMT", "2025-03-03T08:30:00Z"},
      {"Mon Mar  3 08:30:00 2025", "2025-03-03T07:30:00Z"},
      {"Mon Mar 3 08:30:00 +0000 2025", "2025-03-03T08:30:00Z"},
      {"Mon, 03 Mar, 2025 08:30:00 UTC", "2025-03-03T08:30:00Z"},
      {"Mon, March 3rd, 2025 at 8:30 pm GMT", "2025-03-03T20:30:00Z"},
      {"Mon, 03 Mar 2025 12:05 a.m. GMT", "2025-03-03T00:05:00Z"},
      {"Mon, 03 Mar 2025 08:30:00 GMT+01:00", "2025-03-03T07:30:00Z"},
      {"Mon Mar 03 2025 08:30:00 GMT+0100 (Central European Time)", "2025-03-03T07:30:00Z"},
      {"Wrong, 03 Mar 2025 08:30:00 GMT", "-"},
      {"Fri, 03 Mar 2025 08:30:00 GMT", "2025-03-03T08:30:00Z"},  // it was a Monday
  });
}

TEST(ReadDates, ReadMoreNeighboursWeekdays) {
  expect_all({
      {"wt., 17 lis 2026 09:30 CET", "2026-11-17T08:30:00Z"},
      {"úterý 17. listopadu 2026 09:30 CET", "2026-11-17T08:30:00Z"},
      {"2026-11-17 오후 9:30:00", "2026-11-17T12:30:00Z"},
  });
}

TEST(ReadDates, ReadIso8601InAllItsLengths) {
  expect_all({
      {"2025-03-03T08:30:00Z", "2025-03-03T08:30:00Z"},
      {"2025-03-03T08:30:00.123456+01:00", "2025-03-03T07:30:00Z"},
      {"2025-03-03T08:30:00,5Z", "2025-03-03T08:30:00Z"},
      {"2025-03-03T08:30+01", "2025-03-03T07:30:00Z"},
      {"2025-03-03 08:30:00 +0100", "2025-03-03T07:30:00Z"},
      {"2025-03-03T08:30:00+01:00[Europe/Stockholm]", "2025-03-03T07:30:00Z"},
      {"20250303T083000Z", "2025-03-03T08:30:00Z"},
      {"2025-03-03", "2025-03-02T23:00:00Z"},
      {"2025-062", "2025-03-02T23:00:00Z"},
      {"2025-03", "2025-02-28T23:00:00Z"},
      {"2025", "2024-12-31T23:00:00Z"},
      {"1741010400", "2025-03-03T14:00:00Z"},
      {"1741010400000", "2025-03-03T14:00:00Z"},
  });
}

TEST(ReadDates, ReadSwedishAndItsNeighbours) {
  expect_all({
      {"mån, 03 mar 2025 08:30:00 +0100", "2025-03-03T07:30:00Z"},
      {"måndag den 3 mars 2025 kl. 08.30", "2025-03-03T07:30:00Z"},
      {"LÖR, 01 AUG 2026 00:00:00 +0200", "2026-07-31T22:00:00Z"},
      {"3 okt 2025 kl 14:05", "2025-10-03T12:05:00Z"},
      {"2025-10-03 14.05", "2025-10-03T12:05:00Z"},
      {"3/10 2025", "2025-10-02T22:00:00Z"},
      {"3/10-2025", "2025-10-02T22:00:00Z"},
      {"03.10.2025 klo 14.05", "2025-10-03T12:05:00Z"},
      {"3. lokakuuta 2025", "2025-10-02T22:00:00Z"},
      {"Fr, 03 Okt 2025 14:05 Uhr", "2025-10-03T12:05:00Z"},
      {"mar., 04 mars 2025 08:30:00 +0100", "2025-03-04T07:30:00Z"},
      {"3 de diciembre de 2025", "2025-12-02T23:00:00Z"},
  });
}

TEST(ReadDates, KnowSummerTimeAndNamedZones) {
  expect_all({
      {"2025-07-01 12:00", "2025-07-01T10:00:00Z"},
      {"2025-01-01 12:00", "2025-01-01T11:00:00Z"},
      {"Tue, 01 Jul 2025 12:00:00 CEST", "2025-07-01T10:00:00Z"},
      {"Tue, 01 Jul 2025 12:00:00 CET", "2025-07-01T11:00:00Z"},
      {"Tue, 01 Jul 2025 12:00:00 europe/helsinki", "2025-07-01T09:00:00Z"},
      {"Tue, 01 Jul 2025 12:00:00 America/Los_Angeles", "2025-07-01T19:00:00Z"},
      {"Tue, 01 Jul 2025 12:00:00 Europe/Atlantis", "-"},
  });
}

TEST(ReadDates, PreferTheEuropeanOrderUnlessImpossible) {
  expect_all({
      {"03/04/2025", "2025-04-02T22:00:00Z"},
      {"Fri, 26/06/2020", "2020-06-25T22:00:00Z"},
      {"09/15/2014 4:20 pm PST", "2014-09-16T00:20:00Z"},
  });
}

TEST(ReadDates, RefuseWhatIsNoDate) {
  for (const std::string text : {"",
                                 "ej angivet",
                                 "snart",
                                 "mars",
                                 "5 mars",
                                 "12:00",
                                 "12",
                                 "0",
                                 "2025-13-01",
                                 "2025-02-30",
                                 "30 Feb 2025 08:00:00 GMT",
                                 "0000-00-00T00:00:00Z",
                                 "Thu, 06 Mar 2025 24:00:00 GMT",
                                 "Thu, 06 Mar 2025 08:61:00 GMT",
                                 "Thu, 06 Mar 2025 08:00:00 +zz:00",
                                 "2014-W05",
                                 "9999-12-31T23:59:59-99:99",
                                 "Publicerad: 3 mars 2025",
                                 "3 mars april 2025",
                                 "3 mars 2025 kl 08:00 kl 09:00"}) {
    EXPECT_EQ(meaning(text), "-") << text;
  }
  EXPECT_EQ(meaning("3 mars 2025" + std::string(100, ' ') + "."), "-");
  EXPECT_EQ(meaning(std::string(200, '1')), "-");
}

TEST(ReadDates, MarkAbsurdOnes) {
  const Calendar utc("UTC");
  EXPECT_FALSE(is_plausible(*parse_date("Mon, 01 Jan 0001 00:00:00 GMT", utc)));
  EXPECT_FALSE(is_plausible(*parse_date("1989-12-31", utc)));
  EXPECT_TRUE(is_plausible(*parse_date("1990-01-01", utc)));
  EXPECT_TRUE(is_plausible(*parse_date("2049-12-31", utc)));
  EXPECT_FALSE(is_plausible(*parse_date("2050-01-01", utc)));
}

}  // namespace
}  // namespace fundwatch::feeds
