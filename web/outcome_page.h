// web/outcome_page.h — follow-up: what became of what was found in one year, by quarter, profile
// and municipality, as charts with the same numbers in tables, and as CSV. What it counts is
// digest/follow_up.h.
#pragma once

#include "web/desk.h"

namespace fundwatch::web {

// "/uppfoljning": ?ar=2027, &format=csv
Reply outcome_page(const Desk& desk, const Request& request);

}  // namespace fundwatch::web
