// base/calendar.h — local time: the only place that knows time zones and weekly moments.
// A Calendar is one IANA time zone (Europe/Stockholm unless configured). Days and hours are read
// off the wall clock there, so that 07:00 stays 07:00 when summer time begins or ends.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "base/model.h"

namespace fundwatch {

// A local date and time of day, taken apart.
struct LocalTime {
  Day day{};
  std::chrono::weekday weekday;
  std::chrono::minutes time_of_day{};  // whole minutes since midnight
  std::chrono::seconds offset{};       // east of UTC
};

// The last that is written with a year of four digits: beyond all that is ever looked for.
inline constexpr Day kLastDay{std::chrono::year{9999}, std::chrono::December, std::chrono::day{31}};

// The week of ISO 8601: Monday first; the week's year can differ from the day's.
struct IsoWeek {
  int year = 0;
  int week = 0;
};

class Calendar {
 public:
  // Throws std::runtime_error that names the zone if the system does not know it.
  explicit Calendar(const std::string& zone = "Europe/Stockholm");

  // Whether the system knows a zone of this name.
  static bool knows(const std::string& zone);

  LocalTime local(Instant instant) const;
  Day day(Instant instant) const { return local(instant).day; }

  // The instant at which clocks there show this. A time that summer time skips is the first instant
  // after the gap; one that comes twice is the earlier.
  Instant instant(Day day, std::chrono::minutes time_of_day) const;

  // The first moment strictly after `after`.
  Instant next(const WeeklyMoment& moment, Instant after) const;

  // Midnights between: 0 is today, 1 tomorrow, negative is past.
  int days_until(Day day, Instant now) const;

  // "2027-02-26T16:00:00+01:00"
  std::string iso8601(Instant instant) const;

 private:
  std::string zone_;
};

// The zone's proper IANA name, found ignoring case ("europe/stockholm"); nothing if unknown.
std::optional<std::string> time_zone_named(std::string_view name);

IsoWeek iso_week(Day day);
std::string text_of(const IsoWeek& week);  // "2027-W07"

// "2027-02-26T15:00:00Z": how instants stand in JSON and in the database.
std::string iso8601_utc(Instant instant);

// "20270226T150000Z": the same where hyphens and colons may not stand.
std::string iso8601_basic(Instant instant);

// Reads "2027-02-26", "2027-02-26T15:00:00Z" and offsets ("+01:00"); a bare day is its first second
// of UTC. Nothing else.
std::optional<Instant> parse_iso8601(std::string_view text);

// "2027-02-26"
std::string iso_day(Day day);
std::optional<Day> parse_iso_day(std::string_view text);

}  // namespace fundwatch
