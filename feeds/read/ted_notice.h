// feeds/read/ted_notice.h — one notice of TED's search as an item.
// Pure.
#pragma once

#include <boost/json/value.hpp>

#include "base/calendar.h"
#include "base/model.h"
#include "base/result.h"

namespace fundwatch::feeds {

// Error{read} names the field if the notice has no number, no title, or a shape that is not known.
Result<Item> read_ted_notice(const boost::json::value& notice, const Calendar& calendar);

}  // namespace fundwatch::feeds
