// feeds/read/page_guess.h — finds the lists of a page by itself, and which of them is the list.
// The list is the largest group of blocks built alike that each lead to one place and have
// something to say, in the main matter rather than in navigation, notices and feet.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "feeds/read/page.h"

namespace fundwatch::feeds {

// Fewer blocks are no list, and shorter ones are a menu's.
inline constexpr std::size_t kListItemsMin = 3;
inline constexpr std::size_t kListTextBytesMin = 12;

// The CSS selector of the blocks; nothing where no list is to be seen. It may also find a few
// blocks beside the list; they have no link or no words.
std::optional<std::string> guess_list(const Page& page);

// The same for every list that could be meant, at most `lists_max`, the likeliest first. No block
// of one is in a block of another.
std::vector<std::string> guess_lists(const Page& page, std::size_t lists_max);

}  // namespace fundwatch::feeds
