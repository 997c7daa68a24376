#include "feeds/read/byte_scan.h"

#include <simdjson.h>

#include <algorithm>

#include "base/text.h"

namespace fundwatch::feeds {
namespace {

// Some whole vectors.
constexpr std::size_t kBlockBytes = 64;

// What the processor's nearest cache holds while it is looked through several times.
constexpr std::size_t kCachedBytes = 16UL * 1024;

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

// Without branches, and of a length that is known beforehand: both are what makes vectors of it.
bool has_control(const char* block) {
  unsigned char found = 0;
  for (std::size_t i = 0; i < kBlockBytes; ++i) {
    const auto c = static_cast<unsigned char>(block[i]);
    found |= static_cast<unsigned char>((c < 0x20) & (c != '\t') & (c != '\n') & (c != '\r'));
  }
  return found != 0;
}

bool has_control_character(std::string_view bytes) {
  std::size_t at = 0;
  for (; at + kBlockBytes <= bytes.size(); at += kBlockBytes) {
    if (has_control(bytes.data() + at)) return true;
  }
  return std::any_of(bytes.begin() + static_cast<std::ptrdiff_t>(at), bytes.end(), is_control);
}

// U+0080-U+009F are 0xC2 and the character's number, but for U+0085, a line end.
bool has_c1_control(std::string_view utf8) {
  for (auto at = utf8.find('\xC2'); at != std::string_view::npos; at = utf8.find('\xC2', at + 1)) {
    const auto second = static_cast<unsigned char>(utf8[at + 1]);
    if (second <= 0x9F && second != 0x85) return true;
  }
  return false;
}

bool is_ascii_block(const char* block) {
  unsigned char bits = 0;
  for (std::size_t i = 0; i < kBlockBytes; ++i) bits |= static_cast<unsigned char>(block[i]);
  return bits < 0x80;
}

}  // namespace

bool is_ascii(std::string_view bytes) {
  std::size_t at = 0;
  while (at + kBlockBytes <= bytes.size()) {
    if (!is_ascii_block(bytes.data() + at)) return false;
    at += kBlockBytes;
  }
  return std::all_of(bytes.begin() + static_cast<std::ptrdiff_t>(at), bytes.end(),
                     [](char c) { return (c & 0x80) == 0; });
}

bool is_utf8(std::string_view bytes) { return simdjson::validate_utf8(bytes.data(), bytes.size()); }

bool is_clean_utf8(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::string_view part = utf8_prefix(bytes, kCachedBytes);
    if (part.empty() || !is_utf8(part)) return false;
    if (has_control_character(part) || has_c1_control(part)) return false;
    bytes.remove_prefix(part.size());
  }
  return true;
}

}  // namespace fundwatch::feeds
