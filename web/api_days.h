// web/api_days.h — the days that an address of the JSON API asks for:
// ?from=2027-01-01&to=2027-12-31.
#pragma once

#include <variant>

#include "store/inbox.h"
#include "web/api_call.h"

namespace fundwatch::web {

// Each end is that of `usual` unless it is stated. What is wrong, where that are no days.
std::variant<store::Days, ApiFault> days_asked(const ApiCall& call, const store::Days& usual);

// From the first day of this year until today.
store::Days this_year(const Desk& desk);

}  // namespace fundwatch::web
