// web/api_corrections.h — facts of a hit that were read wrongly, put right by the JSON API
// (docs/api.md).
#pragma once

#include <boost/json/value.hpp>

#include "web/api_call.h"

namespace fundwatch::web {

// Any of "deadline", "event_date", "amount" and "municipality", of the item that speaks for the
// case; null: there is none. Answers with the hit.
Reply api_correct(const ApiCall& call);

// {}: all four are again as they were read.
Reply api_uncorrect(const ApiCall& call);

// {"deadline":{"read","right"},…}: what is corrected, whether it still holds or not; null if
// nothing is.
boost::json::value correction_of(const Desk& desk, ItemId id);

}  // namespace fundwatch::web
