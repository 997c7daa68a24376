// feeds/facts/last_day.h — whether a date is a last day, judged by the words beside it.
#pragma once

#include <cstddef>
#include <optional>

#include "feeds/facts/stated_dates.h"
#include "feeds/facts/words.h"

namespace fundwatch::feeds {

// How sure it is that what readers have to do is to be done by then; the surest counts.
enum class Claim {
  implied,   // a limit alone; what is to be done stands in the sentence before
  sign_up,   // to register, book or answer
  apply,     // to apply or tender
  extended,  // an extended last day, or the new one
};

struct LastDay {
  Claim claim = Claim::implied;
  bool is_day_before = false;  // "före den 18"
  std::size_t begin = 0;       // words [begin, end) state it
  std::size_t end = 0;
};

// The words around one date: [begin, date.begin) back to the date before or the sentence's
// beginning, [date.end, end) on to the next date or the sentence's end.
struct DateSurroundings {
  const StatedDate& date;
  std::size_t begin = 0;
  std::size_t end = 0;
};

// Nothing if the date is another kind of date.
std::optional<LastDay> judge_last_day(WordSpan words, const DateSurroundings& around);

}  // namespace fundwatch::feeds
