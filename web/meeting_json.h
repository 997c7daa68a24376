// web/meeting_json.h — a meeting of the network as `fundwatch meeting list --json` prints it and
// the JSON API gives it.
#pragma once

#include <boost/json/object.hpp>

#include "base/meeting.h"

namespace fundwatch::web {

boost::json::object to_json(const Meeting& meeting);

}  // namespace fundwatch::web
