// web/calendar_page.h — last days and meetings as calendars to subscribe to: one for each reader,
// behind a link of their own, and one of the network for everybody. Readers have what they are
// interested in or come to; the network has what its profiles found. Both have its own meetings.
#pragma once

#include <string_view>

#include "web/frame.h"

namespace fundwatch::web {

inline constexpr std::string_view kNetworkCalendarPath = "/kalender.ics";

// What has been stays so long, and no longer.
inline constexpr std::chrono::days kCalendarLooksBack{60};
inline constexpr std::size_t kCalendarCasesMax = 300;

// `token` ends in ".ics".
Reply reader_calendar(const Site& site, const Request& request, std::string_view token);

Reply network_calendar(const Site& site, const Request& request);

}  // namespace fundwatch::web
