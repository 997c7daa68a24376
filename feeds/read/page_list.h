// feeds/read/page_list.h — a page with a list as a source: its items, like a feed's.
// The list is where a person's selector says, or found by itself; what was taken is told, so that
// it can be shown and corrected. A selector that finds nothing is an error that names it: a page
// that was rebuilt must never look like one from which everything disappeared.
#pragma once

#include <string>

#include "base/model.h"
#include "base/result.h"
#include "config/config.h"
#include "feeds/read/page.h"
#include "feeds/read/raw_feed.h"

namespace fundwatch::feeds {

struct PageList {
  RawFeed feed;   // format "page"; entries in page order, at most limits.items_max
  PageRule rule;  // as used: with the list's selector also where it was guessed
};

// Error{config} names the first selector of the rule that cannot be understood.
Result<Done> check(const PageRule& rule);

// Error{config} for a selector that cannot be understood; Error{read} where one finds nothing, or
// no list is to be seen.
Result<PageList> read_page(const Page& page, const PageRule& rule, const config::Read& limits);

}  // namespace fundwatch::feeds
