// feeds/read/raw_feed.h — a feed as its publisher wrote it, whatever the format.
// The shape between the formats (rss, atom, json_feed) and the Items: HTML is still HTML, dates are
// still text, addresses are resolved. feeds/read/items.h makes Items of it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/model.h"

namespace fundwatch::feeds {

// plain: what stands there is meant. html: markup. unsure: the format does not say (RSS titles and
// descriptions); markup when it looks like it.
enum class TextKind { plain, html, unsure };

struct RawText {
  std::string value;
  TextKind kind = TextKind::unsure;
  std::string base;  // of relative links within it
  bool empty() const { return value.empty(); }
};

struct RawEntry {
  std::string id;  // as found; empty when there is none
  std::string link;
  RawText title;
  RawText summary;
  RawText content;
  std::string published;
  std::string updated;
  std::string author;
  std::string language;
  std::vector<std::string> categories;
  std::vector<Enclosure> enclosures;
};

struct RawFeed {
  std::string format;  // "rss20", "atom10", "json11", …
  std::string id;
  std::string link;
  RawText title;
  RawText description;
  std::string published;
  std::string updated;
  std::string author;
  std::string language;
  std::vector<RawEntry> entries;
  std::size_t entries_left_out = 0;  // beyond the limit
};

}  // namespace fundwatch::feeds
