// feeds/facts/cpv.h — the CPV codes that a text states: eight digits after the letters "CPV".
// Other numbers of eight digits (telephones, dates, reference numbers) are none. Pure.
#pragma once

#include <string>
#include <vector>

#include "feeds/facts/item_words.h"

namespace fundwatch::feeds {

inline constexpr std::size_t kCpvCodesMax = 20;

// Without their check digits, in the order of the text, each once.
std::vector<std::string> find_cpv(const ItemWords& words);

}  // namespace fundwatch::feeds
