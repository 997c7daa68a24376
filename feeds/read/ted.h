// feeds/read/ted.h — a page of TED's search API v3 as items with their notices.
// What a notice states of several lots stands in lists that do not run parallel; a lot here says
// only what is certain: where there is one lot, or all say the same. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "feeds/read/read.h"

namespace fundwatch::feeds {

struct TedPage {
  std::vector<Item> items;
  std::vector<std::string> problems;
  std::string next_token;      // of the next page; empty after the last
  std::int64_t total = 0;      // of all pages, as the service counts
  bool is_incomplete = false;  // its search ran out of time
};

// Error{read} with the service's own words if it refused the query, or that names the field whose
// shape is not the known one.
Result<TedPage> read_ted(const Document& document, std::size_t items_max);

// The service's words if `bytes` say that it refuses a query; else nothing.
std::optional<Error> ted_refusal(std::string_view bytes);

// The fields that a query must ask for, for read_ted to have all that it can use.
const std::vector<std::string>& ted_fields();

}  // namespace fundwatch::feeds
