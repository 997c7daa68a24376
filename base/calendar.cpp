#include "base/calendar.h"

#include <date/date.h>
#include <date/tz.h>

#include <charconv>
#include <stdexcept>

#include "base/text.h"

namespace fundwatch {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

std::string two_digits(long long number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string clock_text(seconds time_of_day) {
  const date::hh_mm_ss<seconds> clock(time_of_day);
  return two_digits(clock.hours().count()) + ":" + two_digits(clock.minutes().count()) + ":" +
         two_digits(clock.seconds().count());
}

std::string offset_text(seconds offset) {
  const auto whole = std::chrono::duration_cast<minutes>(offset < seconds{0} ? -offset : offset);
  return (offset < seconds{0} ? "-" : "+") + two_digits(whole.count() / 60) + ":" +
         two_digits(whole.count() % 60);
}

// Reads exactly `digits` digits off the front of `text`.
std::optional<int> number(std::string_view& text, std::size_t digits) {
  int value = 0;
  if (text.size() < digits) return std::nullopt;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + digits, value);
  if (fault != std::errc{} || end != text.data() + digits || value < 0) return std::nullopt;
  text.remove_prefix(digits);
  return value;
}

bool skip(std::string_view& text, char expected) {
  if (text.empty() || text.front() != expected) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<Day> read_day(std::string_view& text) {
  const auto year = number(text, 4);
  if (!year || !skip(text, '-')) return std::nullopt;
  const auto month = number(text, 2);
  if (!month || !skip(text, '-')) return std::nullopt;
  const auto day = number(text, 2);
  if (!day) return std::nullopt;
  const Day result{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                   std::chrono::day(static_cast<unsigned>(*day))};
  return result.ok() ? std::optional(result) : std::nullopt;
}

// "15:00" or "15:00:07"
std::optional<seconds> read_clock(std::string_view& text) {
  const auto hour = number(text, 2);
  if (!hour || *hour > 23 || !skip(text, ':')) return std::nullopt;
  const auto minute = number(text, 2);
  if (!minute || *minute > 59) return std::nullopt;
  int second = 0;
  if (skip(text, ':')) {
    const auto read = number(text, 2);
    if (!read || *read > 60) return std::nullopt;
    second = *read;
  }
  return std::chrono::hours(*hour) + minutes(*minute) + seconds(second);
}

// "Z", "+01:00"
std::optional<seconds> read_offset(std::string_view& text) {
  if (skip(text, 'Z')) return seconds{0};
  const int sign = skip(text, '-') ? -1 : 1;
  if (sign == 1 && !skip(text, '+')) return std::nullopt;
  const auto hour = number(text, 2);
  if (!hour || !skip(text, ':')) return std::nullopt;
  const auto minute = number(text, 2);
  if (!minute) return std::nullopt;
  return sign * seconds(std::chrono::hours(*hour) + minutes(*minute));
}

date::year_month_day to_date(Day day) {
  return date::year(static_cast<int>(day.year())) /
         static_cast<int>(static_cast<unsigned>(day.month())) /
         static_cast<int>(static_cast<unsigned>(day.day()));
}

}  // namespace

Calendar::Calendar(const std::string& zone) : zone_(zone) {
  if (knows(zone)) return;
  throw std::runtime_error("the time zone \"" + zone +
                           "\" is not known to this system; install tzdata or name another");
}

bool Calendar::knows(const std::string& zone) {
  try {
    date::locate_zone(zone);
    return true;
  } catch (const std::exception&) {
    return false;
  }
}

LocalTime Calendar::local(Instant instant) const {
  const date::sys_info info = date::locate_zone(zone_)->get_info(instant);
  const auto wall = std::chrono::local_seconds((instant + info.offset).time_since_epoch());
  const auto midnight = std::chrono::floor<std::chrono::days>(wall);
  LocalTime local;
  local.day = Day(midnight);
  local.weekday = std::chrono::weekday(midnight);
  local.time_of_day = std::chrono::floor<minutes>(wall - midnight);
  local.offset = info.offset;
  return local;
}

Instant Calendar::instant(Day day, minutes time_of_day) const {
  const date::local_seconds wall = date::local_days(to_date(day)) + time_of_day;
  const date::local_info info = date::locate_zone(zone_)->get_info(wall);
  if (info.result == date::local_info::nonexistent) return info.first.end;
  return Instant(wall.time_since_epoch() - info.first.offset);
}

Instant Calendar::next(const WeeklyMoment& moment, Instant after) const {
  const auto today = std::chrono::sys_days(local(after).day);
  const auto ahead = moment.weekday - std::chrono::weekday(today);
  const Instant first = instant(Day(today + ahead), moment.time_of_day);
  if (first > after) return first;
  return instant(Day(today + ahead + std::chrono::weeks(1)), moment.time_of_day);
}

int Calendar::days_until(Day target, Instant now) const {
  return static_cast<int>(
      (std::chrono::sys_days(target) - std::chrono::sys_days(day(now))).count());
}

std::string Calendar::iso8601(Instant instant) const {
  const auto offset = local(instant).offset;
  const auto wall = std::chrono::sys_seconds(instant + offset);
  const auto midnight = std::chrono::floor<std::chrono::days>(wall);
  return iso_day(Day(midnight)) + "T" + clock_text(wall - midnight) + offset_text(offset);
}

std::optional<std::string> time_zone_named(std::string_view name) {
  for (const date::time_zone& zone : date::get_tzdb().zones) {
    if (equals_ignoring_ascii_case(zone.name(), name)) return zone.name();
  }
  return std::nullopt;
}

IsoWeek iso_week(Day day) {
  // The week belongs to the year of its Thursday (ISO 8601 § 5.2.3).
  const auto days = std::chrono::sys_days(day);
  const auto thursday =
      days - (std::chrono::weekday(days) - std::chrono::Monday) + std::chrono::days(3);
  const Day of_thursday(thursday);
  const auto january_first = std::chrono::sys_days(of_thursday.year() / std::chrono::January / 1);
  return {static_cast<int>(of_thursday.year()),
          static_cast<int>((thursday - january_first).count()) / 7 + 1};
}

std::string text_of(const IsoWeek& week) {
  const std::string number = std::to_string(week.week);
  return std::to_string(week.year) + "-W" + (number.size() == 1 ? "0" : "") + number;
}

std::string iso8601_utc(Instant instant) {
  const auto midnight = std::chrono::floor<std::chrono::days>(instant);
  return iso_day(Day(midnight)) + "T" + clock_text(instant - midnight) + "Z";
}

std::string iso8601_basic(Instant instant) {
  std::string moment = iso8601_utc(instant);
  std::erase_if(moment, [](char c) { return c == '-' || c == ':'; });
  return moment;
}

std::optional<Instant> parse_iso8601(std::string_view text) {
  const auto day = read_day(text);
  if (!day) return std::nullopt;
  const Instant midnight = std::chrono::sys_days(*day);
  if (text.empty()) return midnight;
  if (!skip(text, 'T')) return std::nullopt;
  const auto clock = read_clock(text);
  if (!clock) return std::nullopt;
  const auto offset = read_offset(text);
  if (!offset || !text.empty()) return std::nullopt;
  return midnight + *clock - *offset;
}

std::string iso_day(Day day) {
  std::string year = std::to_string(static_cast<int>(day.year()));
  year.insert(0, year.size() < 4 ? 4 - year.size() : 0, '0');
  return year + "-" + two_digits(static_cast<unsigned>(day.month())) + "-" +
         two_digits(static_cast<unsigned>(day.day()));
}

std::optional<Day> parse_iso_day(std::string_view text) {
  const auto day = read_day(text);
  return text.empty() ? day : std::nullopt;
}

}  // namespace fundwatch
