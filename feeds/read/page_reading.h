// feeds/read/page_reading.h — pages as sources, from bytes to a RawFeed: what raw_reading.h does
// for kinds page and watch. Pure.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "config/config.h"
#include "feeds/read/discovery.h"
#include "feeds/read/page_outline.h"
#include "feeds/read/raw_reading.h"

namespace fundwatch::feeds {

// The entries of the page's list, found by document.page_rule. Errors as page_list.h's, and what
// was seen in place of a page.
Result<RawReading> read_list_of_page(const Document& document, const config::Read& limits);

// The feeds that an HTML page announces (discovery.h). Nothing for what is no HTML page: then
// there is nothing to look for in it.
std::optional<std::vector<FoundFeed>> feeds_announced(const Document& document,
                                                      const config::Read& limits);

// A page to choose a list from. Nothing for what is no page.
std::optional<PageOutline> outline_of_page(const Document& document, const config::Read& limits);

// One entry, the visit (watched_page.h). Errors as page_text.h's.
Result<RawReading> read_visit(const Document& document, const config::Read& limits);

}  // namespace fundwatch::feeds
