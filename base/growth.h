// base/growth.h — tables of millions that grow little by little hold an eighth in reserve,
// rather than as much again.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>

namespace fundwatch {

inline constexpr std::size_t kReserveMin = 64;

// What to reserve for a table of this capacity that is to hold so many.
inline std::size_t roomy(std::size_t size, std::size_t capacity) {
  return size <= capacity ? capacity : size + std::max(size / 8, kReserveMin);
}

// The same for a text; std::string::reserve itself takes twice what it had.
inline void make_room(std::string& text, std::size_t more) {
  const std::size_t capacity = roomy(text.size() + more, text.capacity());
  if (capacity == text.capacity()) return;
  std::string larger;
  larger.reserve(capacity);
  larger += text;
  text.swap(larger);
}

}  // namespace fundwatch
