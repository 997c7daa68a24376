#include "daemon/demo/placeholders.h"

#include <array>
#include <charconv>
#include <optional>

namespace fundwatch::daemon::demo {
namespace {

constexpr std::array<const char*, 12> kSwedishMonths{
    "januari", "februari", "mars",      "april",   "maj",      "juni",
    "juli",    "augusti",  "september", "oktober", "november", "december"};
constexpr std::array<const char*, 12> kEnglishMonths{
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<const char*, 7> kSwedishDays{"söndag",  "måndag", "tisdag", "onsdag",
                                                  "torsdag", "fredag", "lördag"};
constexpr std::array<const char*, 7> kEnglishDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};

struct Placeholder {
  std::string_view word;
  int days = 0;
  std::chrono::minutes time_of_day{8 * 60};
};

// Reads the inside of a pair of braces: "date+11d", "rfc822-2d@14:30".
std::optional<Placeholder> parse(std::string_view inside) {
  const auto sign = inside.find_first_of("+-");
  if (sign == std::string_view::npos) return std::nullopt;
  Placeholder placeholder{.word = inside.substr(0, sign)};
  const char* end = inside.data() + inside.size();
  const auto [unit, fault] = std::from_chars(inside.data() + sign + 1, end, placeholder.days);
  if (fault != std::errc{} || unit == end || *unit != 'd') return std::nullopt;
  if (inside[sign] == '-') placeholder.days = -placeholder.days;
  if (unit + 1 == end) return placeholder;
  int hour = 0;
  int minute = 0;
  const auto [colon, hour_fault] = std::from_chars(unit + 2, end, hour);
  if (unit[1] != '@' || hour_fault != std::errc{} || colon == end) return std::nullopt;
  std::from_chars(colon + 1, end, minute);
  placeholder.time_of_day = std::chrono::hours(hour) + std::chrono::minutes(minute);
  return placeholder;
}

std::string rfc822(Day day, Instant instant, const Calendar& calendar) {
  const std::string iso = calendar.iso8601(instant);  // 2026-11-22T14:30:00+01:00
  const auto weekday = std::chrono::weekday(std::chrono::sys_days(day)).c_encoding();
  const auto month = static_cast<unsigned>(day.month()) - 1;
  return std::string(kEnglishDays[weekday]) + ", " + iso.substr(8, 2) + " " +
         std::string(kEnglishMonths[month]).substr(0, 3) + " " + iso.substr(0, 4) + " " +
         iso.substr(11, 8) + " " + iso.substr(19, 3) + iso.substr(23, 2);
}

std::optional<std::string> words(const Placeholder& placeholder, Instant now,
                                 const Calendar& calendar) {
  const Day day(std::chrono::sys_days(calendar.day(now)) + std::chrono::days(placeholder.days));
  const Instant instant = calendar.instant(day, placeholder.time_of_day);
  const std::string number = std::to_string(static_cast<unsigned>(day.day()));
  const std::string year = std::to_string(static_cast<int>(day.year()));
  const auto month = static_cast<unsigned>(day.month());
  if (placeholder.word == "date") return number + " " + kSwedishMonths[month - 1] + " " + year;
  if (placeholder.word == "english") return number + " " + kEnglishMonths[month - 1] + " " + year;
  if (placeholder.word == "short") return number + "/" + std::to_string(month) + " " + year;
  if (placeholder.word == "iso") return iso_day(day);
  if (placeholder.word == "year") return year;
  if (placeholder.word == "weekday") {
    return kSwedishDays[std::chrono::weekday(std::chrono::sys_days(day)).c_encoding()];
  }
  if (placeholder.word == "rfc822") return rfc822(day, instant, calendar);
  if (placeholder.word == "rfc3339") return calendar.iso8601(instant);
  return std::nullopt;
}

}  // namespace

std::string fill_dates(std::string_view text, Instant now, const Calendar& calendar) {
  std::string filled;
  filled.reserve(text.size());
  while (true) {
    const auto open = text.find('{');
    filled += text.substr(0, open);
    if (open == std::string_view::npos) return filled;
    const auto close = text.find('}', open);
    const auto placeholder = close == std::string_view::npos
                                 ? std::nullopt
                                 : parse(text.substr(open + 1, close - open - 1));
    const auto meant = placeholder ? words(*placeholder, now, calendar) : std::nullopt;
    filled += meant ? *meant : "{";
    text.remove_prefix(meant ? close + 1 : open + 1);
  }
}

}  // namespace fundwatch::daemon::demo
