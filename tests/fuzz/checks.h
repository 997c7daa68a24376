// tests/fuzz/checks.h — what holds of every answer, whatever bytes the question was.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/check.h"
#include "base/model.h"
#include "base/text.h"
#include "feeds/read/read.h"

namespace fundwatch::fuzz {

inline std::string_view bytes_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

// The input up to its first line end, and what follows: for targets that take two texts.
struct Halves {
  std::string_view first;
  std::string_view rest;
};

inline Halves at_line_end(std::string_view bytes) {
  const auto end = bytes.find('\n');
  if (end == std::string_view::npos) return {bytes, {}};
  return {bytes.substr(0, end), bytes.substr(end + 1)};
}

inline void check_items(const std::vector<Item>& items) {
  for (const Item& item : items) {
    CHECK(!item.key.empty());
    CHECK(is_valid_utf8(item.title) && is_valid_utf8(item.summary) && is_valid_utf8(item.text));
    CHECK(item.url.empty() || ascii_lower(item.url.substr(0, 4)) == "http");
  }
}

// A document of a kind that states facts in fields.
inline void check_stated(SourceKind kind, std::string_view bytes) {
  const auto reading = feeds::read({.bytes = bytes, .kind = kind}, config::Read{});
  if (reading) {
    check_items(reading->items);
  } else {
    CHECK(!reading.error().message.empty());
  }
}

}  // namespace fundwatch::fuzz
