// web/notice_json.h — the notice facts of an item as they stand within its JSON.
// The shape is a contract (web/item_json.h): absent values are null, "reserved" is null where
// nothing is reserved.
#pragma once

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <optional>

#include "base/calendar.h"
#include "base/model.h"

namespace fundwatch::web {

boost::json::value to_json(const std::optional<Notice>& notice, const Calendar& calendar);

// The notice of an item as `match` accepts it: that shape under "notice", of which any part may
// lack, and "cpv" at top level. Of what is not as expected nothing is taken.
std::optional<Notice> notice_from_json(const boost::json::object& item, const Calendar& calendar);

}  // namespace fundwatch::web
