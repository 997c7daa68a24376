// feeds/ask/ted_asking.h — what TED's search API v3 is asked, page after page to the empty one.
// https://docs.ted.europa.eu/api: a POST with an expert query; each page has the token of the next.
// The token dies with the next issue of the Official Journal: then it is begun anew, once. Pure.
#pragma once

#include "feeds/ask/asked.h"

namespace fundwatch::feeds {

// The service's own limit; times the fields of a request no more than 10,000.
constexpr std::size_t kTedPageNoticesMax = 250;
// What the last success may have missed: the journal's days are not ours, and it has weekends.
constexpr std::chrono::days kTedOverlap{3};

// Notices published since the last success, and some days before it.
std::string ted_query(const Asked& asked);

// `token` is that of the page before; empty for the first.
Request ted_request(const Asked& asked, const std::string& token);

Step after_ted_answer(const Asked& asked, const Answer& answer, Pages& pages);

}  // namespace fundwatch::feeds
