// feeds/read/notice_item.h — what the lots of a notice say together, as the notice's and the
// item's. Shared by the readers of eForms and TED's search. Pure.
#pragma once

#include "base/calendar.h"
#include "base/model.h"

namespace fundwatch::feeds {

// Fills what follows from the lots and the texts: notice.reserved (the first ground that any lot
// has, or idea_based by the text alone), its ground, reserved_execution, cpv, value (the lots'
// together if they are in one currency), and of the item its deadline (the first lot's to close)
// and amount. What is already stated stays. `item.notice` must be there.
void complete_from_lots(Item& item);

// "2026-09-08+02:00" with or without "10:00:00+02:00", or both in one as an instant. A day without
// a time has no instant. Nothing for what is no date.
std::optional<DueDate> due_date(std::string_view date, std::string_view time,
                                const Calendar& calendar);

// "9999999.99" in whole units. Nothing for what is no number, or is no amount of money.
std::optional<Amount> amount_of(std::string_view number, std::string_view currency);

// Without those that stand there already, in order of appearance.
void add_once(std::vector<std::string>& values, const std::string& value);

}  // namespace fundwatch::feeds
