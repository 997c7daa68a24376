// daemon/item_json.h — readings as the JSON that `read` prints, and the items that `match` is
// given. The items' own shape is web/item_json.h's.
#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "base/model.h"
#include "base/result.h"
#include "feeds/read/read.h"
#include "web/item_json.h"

namespace fundwatch::daemon {

using web::listed;
using web::to_json;

boost::json::object to_json(const feeds::Reading& reading, const Calendar& calendar);

// An item as `match` accepts it: the shape of to_json, and `id`, `body` for text, `lang` and HTML
// in any text field. Error{read} says what is wrong with the line.
struct GivenItem {
  std::string id;
  std::string source;  // its name
  Item item;
};
Result<GivenItem> item_from_json(std::string_view line);

}  // namespace fundwatch::daemon
