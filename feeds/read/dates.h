// feeds/read/dates.h — the dates of feeds, in every shape that publishers write.
// RFC 822 with its sins, W3CDTF and ISO 8601, month and day names of some fifteen languages, named
// zones. What is not clearly a date is refused, never guessed. Pure.
#pragma once

#include <optional>
#include <string_view>

#include "base/calendar.h"

namespace fundwatch::feeds {

// A date that states no zone is read on `assumed`'s clocks; one without a time of day is midnight.
std::optional<Instant> parse_date(std::string_view text, const Calendar& assumed);

// Whether an announcement can be of that time: from 1990 on and before 2050. Feeds also say year 1.
bool is_plausible(Instant instant);

}  // namespace fundwatch::feeds
