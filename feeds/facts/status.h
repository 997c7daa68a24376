// feeds/facts/status.h — how it stands with the call or procurement that an item announces.
// Results and cancellations are no funding news; said of titles and summaries first, because texts
// speak of much else. Pure.
#pragma once

#include "base/model.h"
#include "feeds/facts/item_words.h"

namespace fundwatch::feeds {

// `has_deadline`: whether a last day is still to come, which neither results nor closed calls have.
CallStatus find_status(const ItemWords& words, bool has_deadline);

}  // namespace fundwatch::feeds
