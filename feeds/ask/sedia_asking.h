// feeds/ask/sedia_asking.h — what the EU's Funding & Tenders search (SEDIA) is asked, page by page.
// Its filters are files of a multipart form (RFC 7578): without a file name the service answers
// 500, and without filters it gives each topic in two dozen languages. Pure.
#pragma once

#include "feeds/ask/asked.h"

namespace fundwatch::feeds {

constexpr int kSediaPageResults = 100;
// The service gives out no result beyond these.
constexpr std::int64_t kSediaResultsMax = 4900;

// `page` counts from 1.
Request sedia_request(const Asked& asked, int page);

Step after_sedia_answer(const Asked& asked, const Answer& answer, Pages& pages);

}  // namespace fundwatch::feeds
