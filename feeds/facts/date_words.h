// feeds/facts/date_words.h — the Swedish and English words of which dates in prose are made.
// All words are lower case. Less than feeds/read/date_names.h: in prose "set", "mag" or "ago" are
// no months.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "feeds/facts/words.h"

namespace fundwatch::feeds {

// 1-12 of "januari", "jan", "febr", "october".
std::optional<unsigned> prose_month(std::string_view word);

// "fredag", "fredagen", "fre", "Friday".
std::optional<std::chrono::weekday> prose_weekday(std::string_view word);

// 1-31 of "första", "trettioförsta", "first".
std::optional<unsigned> ordinal_day(std::string_view word);

// True of every word from which on a day of a month can be read (digits, months, ordinals), and of
// few others.
bool may_begin_date(const Word& word);

}  // namespace fundwatch::feeds
