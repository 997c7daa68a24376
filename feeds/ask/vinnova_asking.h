// feeds/ask/vinnova_asking.h — what Vinnova's open data is asked: the calls and the rounds changed
// of late, then by their numbers the calls of those rounds and the rounds of those calls, because a
// round says little without its call. Pure.
#pragma once

#include "feeds/ask/asked.h"

namespace fundwatch::feeds {

// The service's own limit.
constexpr std::size_t kVinnovaNumbersMax = 20;

// The calls; the source's address is the service's: "https://data.vinnova.se/api".
Request vinnova_request(const Asked& asked);

Step after_vinnova_answer(const Asked& asked, const Answer& answer, Pages& pages);

}  // namespace fundwatch::feeds
