// store/mark_texts.h — the texts of marks (store/marks.h) that no item has any more go, some each
// night, so that they do not grow for ever with words that only removed items had. Also how an
// item's marks are written down.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "store/sqlite.h"

namespace fundwatch::store {

// In one night: each is two pages written.
inline constexpr std::size_t kMarkTextsForgottenMax = 50'000;

// The differences of ascending numbers, seven bits a byte, the lowest first; and back.
std::string packed(const std::vector<std::uint32_t>& numbers);
void unpack(std::string_view bytes, std::vector<std::uint32_t>& numbers);

// Removes texts that no marked item has, at most so many, and returns how many. The newest text
// stays whatever it is, so that no number is ever given twice. Readers and writers who remember
// texts by their numbers are told by Marks::removals().
std::size_t forget_unused_marks(Connection& database, std::size_t texts_max);

}  // namespace fundwatch::store
