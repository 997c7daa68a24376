// web/subscriber_json.h — a subscriber as `fundwatch subscriber list --json` prints them and the
// JSON API gives them.
#pragma once

#include <boost/json/object.hpp>

#include "base/model.h"

namespace fundwatch::web {

boost::json::object to_json(const Subscriber& subscriber);

}  // namespace fundwatch::web
