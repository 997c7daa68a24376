// feeds/read/page_item.h — one block of a page's list to an entry.
// Where no selector says, the title is the heading or the link, the date what is marked or reads as
// one, the summary all the rest. A date by which something must be done is left to the summary.
#pragma once

#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "base/calendar.h"
#include "feeds/read/raw_feed.h"
#include "feeds/read/selector.h"

namespace fundwatch::feeds {

// Where the parts of an item stand within its block; nothing: guessed.
struct ItemSelectors {
  std::optional<Selector> title;
  std::optional<Selector> link;
  std::optional<Selector> date;
  std::optional<Selector> summary;
};

// An empty member is a part that was not there. Links are absolute, seen from `base`.
RawEntry read_page_item(const pugi::xml_node& block, const ItemSelectors& selectors,
                        const std::string& base);

// The first date that a short text states, as dates.h reads it: "Publicerad: 12 november 2026 |
// Nyhet" gives "12 november 2026". Empty where there is none, or where it is a last day.
std::string date_in(std::string_view text, const Calendar& calendar);

}  // namespace fundwatch::feeds
