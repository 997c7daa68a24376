// web/api_calendar.h — what falls on the days to come by the JSON API: the page of the calendar for
// programs (docs/api.md).
#pragma once

#include "web/api_call.h"

namespace fundwatch::web {

inline constexpr std::chrono::days kApiCalendarUsual{61};
inline constexpr std::chrono::days kApiCalendarMax{92};

// ?from=2027-01-01&to=2027-03-31; from today on unless stated. Of too many cases it says so.
Reply api_calendar(const ApiCall& call);

}  // namespace fundwatch::web
