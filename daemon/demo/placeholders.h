// daemon/demo/placeholders.h — dates of the demo's world, filled in at start so that it is always
// of today. Pure. A placeholder is {word±Nd} or {word±Nd@hh:mm}: N days from today, and for those
// with a time of day that hour (08:00 otherwise):
//   {date+11d} 5 december 2026     {weekday+11d} lördag      {short+11d} 5/12 2026
//   {iso+11d} 2026-12-05           {english+11d} 5 December 2026   {year+11d} 2026
//   {rfc822-2d@14:30} Sun, 22 Nov 2026 14:30:00 +0100        {rfc3339-2d} 2026-11-22T08:00:00+01:00
#pragma once

#include <string>
#include <string_view>

#include "base/calendar.h"

namespace fundwatch::daemon::demo {

// Braces that are no placeholder stay as they are.
std::string fill_dates(std::string_view text, Instant now, const Calendar& calendar);

}  // namespace fundwatch::daemon::demo
