// feeds/read/eforms.h — an eForms notice in XML (UBL 2.3, SDK 1.x) as an item with its notice.
// One document is one notice and one item. Lots, parts and groups of lots are all taken as lots;
// organisations are named by reference; of several languages best_language() reads one. What a
// notice lacks is absent or a problem in words, never an error: drafts are read as well. Pure.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "base/model.h"

namespace fundwatch::feeds {

inline constexpr std::size_t kLotsMax = 1000;

// Whether the root is that of a notice: ContractNotice, ContractAwardNotice, …
bool is_eforms(const pugi::xml_node& root);

// What is missing that every notice has is added to `problems`.
Item read_eforms(const pugi::xml_node& root, const Calendar& calendar,
                 std::vector<std::string>& problems);

}  // namespace fundwatch::feeds
