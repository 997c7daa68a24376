// feeds/read/sedia_topic.h — one result of the Funding & Tenders search as an item.
// Pure.
#pragma once

#include <boost/json/value.hpp>
#include <optional>

#include "base/calendar.h"
#include "base/model.h"
#include "base/result.h"

namespace fundwatch::feeds {

// The item's key is the topic's identifier. Error{read} names the field if the result has no
// "metadata", no identifier, no title, or a shape that is not known.
Result<Item> read_sedia_topic(const boost::json::value& result, const std::optional<Instant>& now,
                              const Calendar& calendar);

}  // namespace fundwatch::feeds
