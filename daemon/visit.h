// daemon/visit.h — one source that was asked until all was here, or something failed: what the
// pipeline stores, or blames it for.
#pragma once

#include <optional>
#include <vector>

#include "feeds/ask/inquiry.h"
#include "mailbox/batch.h"

namespace fundwatch::daemon {

struct Visit {
  Source source;         // as it was when it was asked
  feeds::Answer answer;  // the last
  Result<std::vector<Item>> items;
  // Of a mailbox: up to where it was read.
  std::optional<mailbox::Position> mailbox_position{};
};

// Of an inquiry that is over.
Visit visit_of(feeds::Inquiry inquiry);

}  // namespace fundwatch::daemon
