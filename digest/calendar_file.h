// digest/calendar_file.h — last days and meetings as an iCalendar file (RFC 5545), for the calendar
// on a reader's phone. Pure: the same events always make the same bytes. Knows nothing of cases.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>

#include "base/calendar.h"

namespace fundwatch::digest {

// Lines are folded after this many bytes (RFC 5545 § 3.1).
inline constexpr std::size_t kCalendarLineBytesMax = 75;
inline constexpr std::size_t kCalendarTextCharactersMax = 2000;  // of a description

// What stands on one day, or at one moment.
struct CalendarEvent {
  std::string uid;      // worldwide and for ever the same for the same thing: "case-12@a.example"
  int sequence = 0;     // rises with each change that people act on
  std::string summary;  // one line
  std::string description;  // plain text
  std::string url;          // http(s), or empty
  std::string location;
  Day day{};
  std::optional<Instant> at;  // absent: the whole day
  std::chrono::minutes length{60};
  bool is_cancelled = false;
};

struct CalendarFile {
  std::string name;      // "Sista dagar – Bevakningen"
  Instant written_at{};  // DTSTAMP of all
  std::span<const CalendarEvent> events;
};

// The file, with CRLF line ends. Moments stand in the time of Europe/Stockholm, whose rules are in
// the file, so that every calendar shows them at the right hour wherever its owner is.
std::string calendar_file(const CalendarFile& file);

}  // namespace fundwatch::digest
