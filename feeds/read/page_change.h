// feeds/read/page_change.h — what has changed on a page that is watched.
// Compares the main text (article.h) of two visits line by line; what changes by itself (counters,
// session ids, times of rendering, advertisements) is no change. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace fundwatch::feeds {

// What one comparison looks at, and what it shows.
inline constexpr std::size_t kWatchedLinesMax = 20'000;
inline constexpr std::size_t kShownLinesMax = 200;
inline constexpr std::size_t kShownLineCharactersMax = 500;

// The plain text of both visits.
struct PageVisits {
  std::string_view before;
  std::string_view after;
};

struct PageChange {
  bool has_changed = false;
  std::size_t added = 0;  // lines
  std::size_t removed = 0;
  // For people: "+ " before a line that came, "- " before one that went, and above each place the
  // line before it, as it stands. Empty when nothing has changed.
  std::string text;
};

PageChange page_change(const PageVisits& visits);

}  // namespace fundwatch::feeds
