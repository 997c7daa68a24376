// feeds/read/page_noise.h — what changes on a page though nothing has changed.
// Counters, session ids, the time of rendering, dates of publication, advertisements.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace fundwatch::feeds {

// A line of a page's text, and what of it counts when two versions are compared.
struct WatchedLine {
  std::string text;
  std::string meaning;  // never empty
};

// The first `lines_max` lines that say something. A date alone is noise, unless the line before it
// makes it a last day.
std::vector<WatchedLine> watched_lines(std::string_view text, std::size_t lines_max);

}  // namespace fundwatch::feeds
