// feeds/read/discovery.h — the feeds that a page announces.
// First those in its head (<link rel="alternate">, also "feed"), then links that look like feeds:
// by their type, by Sitevision's "portlet?state=rss", by /feed, /rss, .rss, .atom and .xml. Whether
// there is a feed behind one is for a fetch to tell.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "feeds/read/page.h"

namespace fundwatch::feeds {

inline constexpr std::size_t kFoundFeedsMax = 50;

struct FoundFeed {
  std::string url;    // absolute http(s)
  std::string title;  // as the page calls it; may be empty
};

// In order of promise, each address once, at most kFoundFeedsMax. Feeds of comments come last.
std::vector<FoundFeed> find_feeds(const Page& page);

}  // namespace fundwatch::feeds
