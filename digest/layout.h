// digest/layout.h — plain text on lines of at most 72 columns, as the text part of a mail has them.
// A column is one character. A no-break space never breaks and becomes an ordinary one at the end.
#pragma once

#include <string>
#include <string_view>

namespace fundwatch::digest {

inline constexpr std::size_t kColumns = 72;

// What the first line and the lines after it begin with.
struct Indent {
  std::string first;
  std::string rest;
};

// Full lines, each with its line end. A word longer than a line is cut.
std::string wrapped(std::string_view text, const Indent& indent = {});

// A line of dashes, with its line end.
std::string rule();

// Swedish and other western letters; the rest stays.
std::string upper_case(std::string_view text);

}  // namespace fundwatch::digest
