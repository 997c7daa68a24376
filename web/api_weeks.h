// web/api_weeks.h — the coordinator's hand on the weeks to come by the JSON API (docs/api.md).
#pragma once

#include "web/api_call.h"

namespace fundwatch::web {

// Those offered, with what is asked of each.
Reply api_weeks(const ApiCall& call);

// "note", and "held" or "days_earlier"; what is absent stays.
Reply api_change_week(const ApiCall& call);

}  // namespace fundwatch::web
