// feeds/facts/clock_times.h — times of day in Swedish and English text, with the zone they state.
// "kl. 14.00", "klockan 16", "17:00 Brussels time", "at noon", "5 p.m. (UK time)", "kl. 9–11".
// Pure.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "feeds/facts/words.h"

namespace fundwatch::feeds {

struct StatedTime {
  std::size_t end = 0;  // the word after its last
  std::chrono::minutes time_of_day{};
  std::string zone;                            // IANA; empty: nothing but local time was meant
  std::optional<std::chrono::minutes> offset;  // east of UTC, where one is stated
  bool is_span = false;                        // "9–11": this is its beginning
};

// The time that is stated from word `at` on. A bare hour needs "kl", "klockan" or "at" before it,
// or "am" or "pm" after it. Midnight is the last minute of a day. CET and CEST are local time: in
// prose they name the clocks of Brussels, whatever the season.
std::optional<StatedTime> clock_time_at(WordSpan words, std::size_t at);

}  // namespace fundwatch::feeds
