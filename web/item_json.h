// web/item_json.h — items, hits and sources as the JSON that other programs read: from commands,
// the API and webhooks. The shapes are a contract (README § Commands): absent values are null,
// instants ISO 8601 in UTC, deadlines in the installation's zone or a bare date.
#pragma once

#include <boost/json/object.hpp>
#include <string>

#include "base/calendar.h"
#include "base/model.h"

namespace fundwatch::web {

// Its health's state, or that it is paused.
SourceState state_of(const Source& source);

boost::json::object to_json(const Item& item, const Calendar& calendar);
boost::json::object to_json(const Source& source, int items);

// What `hit list` and `match` print of a hit:
// {"profile","score","terms":[{"term","field","begin","end", "text","weight","role"}]}.
boost::json::object to_json(const Hit& hit, const Item& item, const std::string& profile);

// The same with what the store knows of it: {"id","profile_version","review","note"} beside.
boost::json::object listed_hit(const Hit& hit, const Item& item, const std::string& profile);

// What `item list` prints of a stored item, and `hit list` of a hit: the shapes above, with where
// and when it was read, and what people said of it.
boost::json::object listed(const Item& item, const Calendar& calendar);
boost::json::object listed(const Hit& hit, const Item& item, const std::string& profile,
                           const Calendar& calendar);

}  // namespace fundwatch::web
