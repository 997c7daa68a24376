#include "feeds/read/byte_scan.h"

#include <cstdint>
#include <cstring>

#include "base/text.h"

namespace fundwatch::feeds {
namespace {

constexpr std::uint64_t kHighBits = 0x8080808080808080;
constexpr std::uint64_t kSpaces = 0x2020202020202020;

std::uint64_t eight_bytes(std::string_view bytes, std::size_t at) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes.data() + at, sizeof(word));
  return word;
}

bool is_beyond_ascii(char c) { return (c & 0x80) != 0; }

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

}  // namespace

std::size_t find_beyond_ascii(std::string_view bytes, std::size_t at) {
  while (at + 8 <= bytes.size() && (eight_bytes(bytes, at) & kHighBits) == 0) at += 8;
  while (at < bytes.size() && !is_beyond_ascii(bytes[at])) ++at;
  return at;
}

std::size_t find_control_character(std::string_view bytes, std::size_t at) {
  while (at < bytes.size()) {
    // A byte below 0x20 borrows into its high bit; line ends do so too and are told apart singly.
    while (at + 8 <= bytes.size()) {
      const std::uint64_t word = eight_bytes(bytes, at);
      if (((word - kSpaces) & ~word & kHighBits) != 0) break;
      at += 8;
    }
    for (std::size_t i = 0; i < 8 && at < bytes.size(); ++i, ++at) {
      if (is_control(bytes[at])) return at;
    }
  }
  return bytes.size();
}

bool is_ascii(std::string_view bytes) { return find_beyond_ascii(bytes, 0) == bytes.size(); }

bool is_utf8(std::string_view bytes) {
  std::size_t at = find_beyond_ascii(bytes, 0);
  while (at < bytes.size()) {
    std::size_t end = at + 1;
    while (end < bytes.size() && is_beyond_ascii(bytes[end])) ++end;
    if (!is_valid_utf8(bytes.substr(at, end - at))) return false;
    at = find_beyond_ascii(bytes, end);
  }
  return true;
}

}  // namespace fundwatch::feeds
