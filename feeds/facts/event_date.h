// feeds/facts/event_date.h — the day of an event that one may join: a course, a seminar, a meeting.
// The first day, of one that lasts several. None for calls, procurements and jobs, though these
// have their information meetings. Pure.
#pragma once

#include <optional>

#include "base/calendar.h"
#include "base/model.h"
#include "feeds/facts/item_words.h"

namespace fundwatch::feeds {

// As somebody meant it who wrote on `written`; not before the item's deadline, and not past. The
// item's kind, or else its title, says whether it is of an event.
std::optional<Day> find_event_date(const Item& item, const ItemWords& words, Day written);

}  // namespace fundwatch::feeds
