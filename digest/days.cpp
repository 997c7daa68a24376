#include "digest/days.h"

namespace fundwatch::digest {

Day local_day(const DueDate& due, const Calendar& calendar) {
  return due.at ? calendar.day(*due.at) : due.day;
}

std::optional<int> days_left(const DueDate& due, const Calendar& calendar, Instant now) {
  if (due.at && *due.at < now) return std::nullopt;
  return days_left(local_day(due, calendar), calendar, now);
}

std::optional<int> days_left(Day day, const Calendar& calendar, Instant now) {
  const int days = calendar.days_until(day, now);
  return days < 0 ? std::nullopt : std::optional(days);
}

}  // namespace fundwatch::digest
