// web/cases_over.h — cases whose last day is over, for those whose event may be to come.
#pragma once

#include <vector>

#include "store/store.h"

namespace fundwatch::web {

// One registers for an event so long before it at most.
inline constexpr std::chrono::days kRegisteredBefore{92};

// The kRegisteredBefore days before that one.
store::Days days_over(Day day);

// Those of them, the latest first, at most so many.
std::vector<CaseId> cases_over(const store::Store& store, Day day, std::size_t most);

}  // namespace fundwatch::web
