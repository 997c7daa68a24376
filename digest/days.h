// digest/days.h — how far away a day is, counted in midnights of the installation's time zone.
// Pure. A due date with a time of day is over at that instant, one without at its day's end.
#pragma once

#include <optional>

#include "base/calendar.h"
#include "base/model.h"

namespace fundwatch::digest {

// The day on which it falls for readers there.
Day local_day(const DueDate& due, const Calendar& calendar);

// 0 is today; nothing when it is over.
std::optional<int> days_left(const DueDate& due, const Calendar& calendar, Instant now);
std::optional<int> days_left(Day day, const Calendar& calendar, Instant now);

}  // namespace fundwatch::digest
