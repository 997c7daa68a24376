// feeds/facts/stated_dates.h — the dates that Swedish and English prose states, with what belongs
// to them: the day of the week, the time of day, the first day of a range. "fredagen den 12
// februari kl. 16", "31/1-2027", "27.11.2026", "2027-03-01 23:59", "den 1:a februari", "14th of
// April", "April 14, 2027", "mellan den 17 augusti och den 14 september", and the "2 5 november" of
// scanned pages. What a date is for, its finders decide. Pure.
#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "base/model.h"
#include "feeds/facts/clock_times.h"
#include "feeds/facts/words.h"

namespace fundwatch::feeds {

// Of a text, no more dates are looked at.
constexpr std::size_t kDatesMax = 500;

// As stated: without a year, if none was written. Can be no day at all ("31 februari").
struct PartialDay {
  std::optional<int> year;
  unsigned month = 0;
  unsigned day = 0;
};

struct StatedDate {
  std::size_t begin = 0;  // words [begin, end), the time of day among them
  std::size_t end = 0;
  PartialDay day;                   // of a range, its last
  std::optional<PartialDay> first;  // of a range
  std::optional<std::chrono::weekday> weekday;
  std::optional<StatedTime> time;
};

// In their order; none overlaps another.
std::vector<StatedDate> dates_in(WordSpan words);

// The day that is meant by someone who writes on `written`. Without a year it is the next such day;
// with a day of the week, the nearest such day on which that falls; and one that came not long ago
// is past rather than most of a year ahead. Nothing if the calendar has no such day.
std::optional<Day> day_meant(const PartialDay& day, std::optional<std::chrono::weekday> weekday,
                             Day written);

}  // namespace fundwatch::feeds
