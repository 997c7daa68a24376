// daemon/item_json.h — items, hits and sources as the JSON lines that other programs read.
// The shapes are a contract (README § Commands): absent values are null, instants ISO 8601 in UTC,
// deadlines in the installation's zone or a bare date.
#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "base/model.h"
#include "base/result.h"
#include "feeds/read/read.h"

namespace fundwatch::daemon {

boost::json::object to_json(const Item& item, const Calendar& calendar);
boost::json::object to_json(const feeds::Reading& reading, const Calendar& calendar);
boost::json::object to_json(const Source& source, int items);

// What `hit list` and `match` print of a hit:
// {"profile","score","terms":[{"term","field","begin","end", "text","weight","role"}]}.
boost::json::object to_json(const Hit& hit, const Item& item, const std::string& profile);

// What `item list` prints of a stored item, and `hit list` of a hit: the shapes above, with where
// and when it was read, and what people said of it.
boost::json::object listed(const Item& item, const Calendar& calendar);
boost::json::object listed(const Hit& hit, const Item& item, const std::string& profile,
                           const Calendar& calendar);

// An item as `match` accepts it: the shape of to_json, and `id`, `body` for text, `lang` and HTML
// in any text field. Error{read} says what is wrong with the line.
struct GivenItem {
  std::string id;
  std::string source;  // its name
  Item item;
};
Result<GivenItem> item_from_json(std::string_view line);

}  // namespace fundwatch::daemon
