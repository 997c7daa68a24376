// feeds/read/json_feed.h — JSON Feed 1.0 and 1.1 (jsonfeed.org). Pure.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/result.h"
#include "feeds/read/raw_feed.h"

namespace fundwatch::feeds {

// How deep the values may nest.
inline constexpr std::size_t kJsonDepthMax = 64;

// Relative addresses are seen from `url`. Error{read} says what was seen if it is no JSON Feed.
Result<RawFeed> read_json_feed(std::string_view json, std::string_view url,
                               std::size_t entries_max);

}  // namespace fundwatch::feeds
