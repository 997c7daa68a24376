// base/highlight.h — a text as stretches that a renderer marks or leaves, by a hit's reasons.
// Whoever makes markup escapes each stretch by itself, so that a mark never cuts what is escaped.
// Pure.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/model.h"

namespace fundwatch {

// Bytes [begin, end) of the text.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool is_marked = false;
  bool operator==(const Stretch&) const = default;
};

// All of the text in order, marked and unmarked by turns; reasons that overlap or touch are one
// mark. Reasons of other fields, and those that do not lie within this text at whole characters
// (it was edited since), mark nothing.
std::vector<Stretch> stretches(std::string_view text, Field field,
                               const std::vector<Reason>& reasons);

}  // namespace fundwatch
