// daemon/visit.h — one source that was asked until all was here, or something failed: what the
// pipeline stores, or blames it for.
#pragma once

#include <vector>

#include "feeds/ask/inquiry.h"

namespace fundwatch::daemon {

struct Visit {
  Source source;         // as it was when it was asked
  feeds::Answer answer;  // the last
  Result<std::vector<Item>> items;
};

// Of an inquiry that is over.
Visit visit_of(feeds::Inquiry inquiry);

}  // namespace fundwatch::daemon
