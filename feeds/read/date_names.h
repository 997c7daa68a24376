// feeds/read/date_names.h — names of months, weekdays and time zones in dates.
// All words are lower case and without a closing full stop.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace fundwatch::feeds {

// 1-12
std::optional<int> month_number(std::string_view word);

bool is_weekday(std::string_view word);

// "cet", "est", "gmt", the military "z"; east of UTC.
std::optional<std::chrono::minutes> zone_offset(std::string_view word);

// Words that stand in dates and say nothing: "at", "kl", "den".
bool is_filler(std::string_view word);

}  // namespace fundwatch::feeds
