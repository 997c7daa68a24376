// feeds/facts/amount.h — the amount on offer: what one applicant can get at most, else what there
// is in all; of a procurement, its estimated value. Not fees, prices, turnovers, thresholds or what
// was granted. Pure.
#pragma once

#include <optional>

#include "base/model.h"
#include "feeds/facts/item_words.h"

namespace fundwatch::feeds {

// Less is a fee or a price.
constexpr std::int64_t kAmountMin = 1000;

std::optional<Amount> find_amount(const ItemWords& words);

}  // namespace fundwatch::feeds
