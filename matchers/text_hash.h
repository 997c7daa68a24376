// matchers/text_hash.h — for tables of strings that are asked with a part of a text, without a copy
// of it.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>

namespace fundwatch::matchers {

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>()(text);
  }
};

using WordSet = std::unordered_set<std::string, TextHash, std::equal_to<>>;

}  // namespace fundwatch::matchers
