#include "digest/calendar_file.h"

#include <fmt/format.h>

#include <string_view>

#include "base/text.h"

namespace fundwatch::digest {
namespace {

// Since 1996 the clocks change on the last Sundays of March and October, at 01:00 UTC.
constexpr std::string_view kStockholm =
    "BEGIN:VTIMEZONE\r\n"
    "TZID:Europe/Stockholm\r\n"
    "BEGIN:STANDARD\r\n"
    "DTSTART:19961027T030000\r\n"
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"
    "TZOFFSETFROM:+0200\r\n"
    "TZOFFSETTO:+0100\r\n"
    "TZNAME:CET\r\n"
    "END:STANDARD\r\n"
    "BEGIN:DAYLIGHT\r\n"
    "DTSTART:19960331T020000\r\n"
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"
    "TZOFFSETFROM:+0100\r\n"
    "TZOFFSETTO:+0200\r\n"
    "TZNAME:CEST\r\n"
    "END:DAYLIGHT\r\n"
    "END:VTIMEZONE\r\n";

// One content line, folded so that no line is too long and no character is cut (§ 3.1).
void put_line(std::string& file, std::string_view line) {
  std::size_t room = kCalendarLineBytesMax;
  while (line.size() > room) {
    const std::string_view part = utf8_prefix(line, room);
    file.append(part) += "\r\n ";
    line.remove_prefix(part.size());
    room = kCalendarLineBytesMax - 1;  // the space counts
  }
  file.append(line) += "\r\n";
}

// A TEXT value (§ 3.3.11): separators escaped, line ends as \n, other control characters gone.
std::string text_value(std::string_view text) {
  std::string value;
  for (const char c : text) {
    if (c == '\n') {
      value += "\\n";
    } else if (c == '\\' || c == ';' || c == ',') {
      value += '\\';
      value += c;
    } else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) {
      value += c;
    }
  }
  return value;
}

void put_text(std::string& file, std::string_view name, std::string_view text) {
  if (text.empty()) return;
  put_line(file, std::string(name) + ":" + text_value(shortened(text, kCalendarTextCharactersMax)));
}

std::string basic_day(Day day) {
  return fmt::format("{:04}{:02}{:02}", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

std::string basic_time(const LocalTime& time) {
  const auto minutes = time.time_of_day.count();
  return fmt::format("{}T{:02}{:02}00", basic_day(time.day), minutes / 60, minutes % 60);
}

std::string basic_utc(Instant instant) { return basic_time(Calendar("UTC").local(instant)) + "Z"; }

void put_moment(std::string& file, std::string_view name, Instant at, const Calendar& stockholm) {
  put_line(file, fmt::format("{};TZID=Europe/Stockholm:{}", name, basic_time(stockholm.local(at))));
}

// A day takes nobody's time: it is there to be seen.
void put_time(std::string& file, const CalendarEvent& event, const Calendar& stockholm) {
  if (event.at) {
    put_moment(file, "DTSTART", *event.at, stockholm);
    put_moment(file, "DTEND", *event.at + event.length, stockholm);
    return;
  }
  const Day next{std::chrono::sys_days{event.day} + std::chrono::days{1}};
  put_line(file, "DTSTART;VALUE=DATE:" + basic_day(event.day));
  put_line(file, "DTEND;VALUE=DATE:" + basic_day(next));
  put_line(file, "TRANSP:TRANSPARENT");
}

void put_event(std::string& file, const CalendarEvent& event, const std::string& written_at,
               const Calendar& stockholm) {
  put_line(file, "BEGIN:VEVENT");
  put_line(file, "UID:" + text_value(event.uid));
  put_line(file, "DTSTAMP:" + written_at);
  put_line(file, "SEQUENCE:" + std::to_string(event.sequence));
  put_time(file, event, stockholm);
  put_text(file, "SUMMARY", event.summary);
  put_text(file, "DESCRIPTION", event.description);
  put_text(file, "LOCATION", event.location);
  if (!event.url.empty()) put_line(file, "URL:" + event.url);
  put_line(file, event.is_cancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
  put_line(file, "END:VEVENT");
}

}  // namespace

std::string calendar_file(const CalendarFile& file) {
  const Calendar stockholm("Europe/Stockholm");
  const std::string written_at = basic_utc(file.written_at);
  std::string bytes;
  put_line(bytes, "BEGIN:VCALENDAR");
  put_line(bytes, "VERSION:2.0");
  put_line(bytes, "PRODID:-//fundwatch//fundwatch//SV");
  put_line(bytes, "CALSCALE:GREGORIAN");
  put_line(bytes, "METHOD:PUBLISH");
  put_text(bytes, "X-WR-CALNAME", file.name);
  bytes += kStockholm;
  for (const CalendarEvent& event : file.events) put_event(bytes, event, written_at, stockholm);
  put_line(bytes, "END:VCALENDAR");
  return bytes;
}

}  // namespace fundwatch::digest
