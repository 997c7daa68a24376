// feeds/facts/money.h — the sums of money that a text states, in Swedish and English.
// "250 000 kr", "1,2 miljoner kronor", "640 MSEK", "900 tkr", "två miljoner kronor", "SEK 50,000",
// "EUR 3–4 million", "mellan 400 000 och 1 500 000 kronor", and the "1 0 0 0 0 0 kr" of scanned
// pages. What a sum is for, its finders decide. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "base/model.h"
#include "feeds/facts/words.h"

namespace fundwatch::feeds {

// Of a text, no more sums are looked at.
constexpr std::size_t kSumsMax = 500;
// No call and no contract is as large: such a sum is doubtful.
constexpr std::int64_t kAmountMax = 100'000'000'000;

struct Sum {
  std::size_t begin = 0;  // words [begin, end)
  std::size_t end = 0;
  Amount amount;                     // of a range, its upper end
  std::optional<std::int64_t> from;  // of a range
};

// In their order; none overlaps another.
std::vector<Sum> sums_in(WordSpan words);

}  // namespace fundwatch::feeds
