// feeds/read/page_outline.h — a page as a person is shown it who is to say which list is meant.
// Its lines in order, as text, without navigation and feet (furniture.h), each with the list in
// which it stands. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "feeds/read/page.h"

namespace fundwatch::feeds {

inline constexpr std::size_t kOutlineListsMax = 5;
inline constexpr std::size_t kOutlineLinesMax = 400;
inline constexpr std::size_t kOutlineLineCharactersMax = 160;

struct OutlineLine {
  std::string text;  // never empty
  bool is_heading = false;
  std::optional<std::size_t> list;  // of PageOutline::lists
  bool begins_block = false;        // the first line of a block of its list
};

struct PageOutline {
  std::vector<std::string> lists;  // selectors, the likeliest first (page_guess.h)
  std::vector<OutlineLine> lines;
};

PageOutline outline_of(const Page& page);

}  // namespace fundwatch::feeds
