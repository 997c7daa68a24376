// matchers/place.h — where in an item something stands.
#pragma once

#include <cstdint>

namespace fundwatch::matchers {

// Tokens [first, last] of an item, counted through all its texts.
struct Place {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  bool operator==(const Place&) const = default;
};

inline bool is_earlier(const Place& a, const Place& b) {
  return a.first != b.first ? a.first < b.first : a.last < b.last;
}

}  // namespace fundwatch::matchers
