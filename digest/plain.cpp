#include "digest/plain.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace fundwatch::digest {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// Unicode's Cc and Cf, and the letters that are drawn as nothing.
constexpr std::array<Range, 17> kInvisible = {{
    {0x0000, 0x001F},    // C0 controls
    {0x007F, 0x009F},    // delete and C1 controls
    {0x00AD, 0x00AD},    // soft hyphen
    {0x034F, 0x034F},    // combining grapheme joiner
    {0x061C, 0x061C},    // Arabic letter mark
    {0x115F, 0x1160},    // Hangul fillers
    {0x17B4, 0x17B5},    // Khmer inherent vowels
    {0x180B, 0x180F},    // Mongolian separators
    {0x200B, 0x200F},    // zero-width spaces and joiners, direction marks
    {0x202A, 0x202E},    // direction embeddings and overrides
    {0x2060, 0x206F},    // word joiner, direction isolates
    {0x3164, 0x3164},    // Hangul filler
    {0xFEFF, 0xFEFF},    // byte order mark
    {0xFFA0, 0xFFA0},    // half-width Hangul filler
    {0xFFF0, 0xFFFB},    // interlinear annotation
    {0x1D173, 0x1D17A},  // musical controls
    {0xE0000, 0xE0FFF},  // tags and supplementary variation selectors
}};

bool is_invisible(char32_t character) {
  return std::any_of(kInvisible.begin(), kInvisible.end(), [character](const Range& range) {
    return character >= range.first && character <= range.last;
  });
}

bool is_line_end(char32_t character) {
  return (character >= 0x09 && character <= 0x0D) || character == 0x85 || character == 0x2028 ||
         character == 0x2029;
}

// The bytes of the character that `text` begins with; 0 if they are no UTF-8.
std::size_t character_bytes(std::string_view text) {
  for (std::size_t bytes = 1; bytes <= 4 && bytes <= text.size(); ++bytes) {
    if (is_valid_utf8(text.substr(0, bytes))) return bytes;
  }
  return 0;
}

// How many bytes `text` begins with that are letters, digits and signs of ASCII: nearly all of it,
// and nothing to look up.
std::size_t ascii_bytes(std::string_view text) {
  const auto end = std::ranges::find_if(text, [](char c) { return c < 0x20 || c >= 0x7F; });
  return static_cast<std::size_t>(end - text.begin());
}

// What of a character's first byte belongs to its value, by its length in bytes.
constexpr std::array<unsigned, 5> kLeadBits = {0, 0x7F, 0x1F, 0x0F, 0x07};

char32_t decoded(std::string_view character) {
  char32_t value = static_cast<unsigned char>(character.front()) & kLeadBits.at(character.size());
  for (const char byte : character.substr(1)) {
    value = (value << 6U) | (static_cast<unsigned char>(byte) & 0x3FU);
  }
  return value;
}

}  // namespace

std::string visible(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    const std::size_t plain = ascii_bytes(text);
    result += text.substr(0, plain);
    text.remove_prefix(plain);
    if (text.empty()) break;
    const std::size_t bytes = character_bytes(text);
    if (bytes == 0) {
      result += "\uFFFD";
      text.remove_prefix(1);
      continue;
    }
    const std::string_view character = text.substr(0, bytes);
    const char32_t value = decoded(character);
    if (is_line_end(value)) {
      result += ' ';
    } else if (!is_invisible(value)) {
      result += character;
    }
    text.remove_prefix(bytes);
  }
  return result;
}

std::string one_line(std::string_view text) { return collapsed(visible(text)); }

std::string one_line(std::string_view text, std::size_t characters_max) {
  return shortened(one_line(text), characters_max);
}

}  // namespace fundwatch::digest
