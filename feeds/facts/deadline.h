// feeds/facts/deadline.h — the last day to apply, tender, register or answer that an item states.
// Never a day on which something opens, is decided or takes place, nor the last day for questions,
// motions, consultations or early birds; none where there is no day ("löpande", "vecka 7"), nor one
// that has passed. Of several the next; an extended one before what it replaces. Pure.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "base/calendar.h"
#include "base/model.h"
#include "feeds/facts/item_words.h"

namespace fundwatch::feeds {

// Nobody announces so long ahead: a date beyond is doubtful.
constexpr std::chrono::years kDeadlineAheadMax{5};

// Of words before a date and after it, at most so many are looked at.
constexpr std::size_t kWordsBesideDateMax = 40;

struct StatedDeadline {
  DueDate due;
  std::string text;  // the words that state it
};

// As somebody meant it who wrote at `written`, on the clocks of `calendar`.
std::optional<StatedDeadline> find_deadline(const Item& item, const ItemWords& words,
                                            Instant written, const Calendar& calendar);

}  // namespace fundwatch::feeds
