// feeds/read/opml.h — the feeds that an OPML file of another reader lists. Lenient: outlines may
// nest as folders do, at most to the depth that is given; what has no address of a feed is passed
// over. Feeds that stand twice are named once.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace fundwatch::feeds {

struct ListedFeed {
  std::string title;  // never empty: its host's name if the file has no other
  std::string url;    // absolute http(s)
};

// Error{read} if the bytes are no OPML.
Result<std::vector<ListedFeed>> read_opml(std::string_view bytes, std::size_t depth_max);

}  // namespace fundwatch::feeds
