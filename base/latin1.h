// base/latin1.h — the letters of Latin-1 in UTF-8: å, ä and ö are among them, and so is nearly
// every letter beyond ASCII that Swedish texts have.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace fundwatch {

// Whether a letter of two bytes begins at byte `i` of the text: À to ÿ, but for × and ÷.
inline bool is_latin1_letter_at(std::string_view text, std::size_t i) {
  if (text[i] != '\xC3' || i + 1 >= text.size()) return false;
  const auto second = static_cast<unsigned char>(text[i + 1]);
  return (second & 0xC0U) == 0x80 && second != 0x97 && second != 0xB7;
}

// Makes small letters of the capitals of ASCII and Latin-1 from byte `from` on; a capital and its
// small letter differ by one bit.
inline void fold_latin1(std::string& text, std::size_t from = 0) {
  for (std::size_t i = from; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool is_capital = (byte >= 'A' && byte <= 'Z') ||
                            (i > from && text[i - 1] == '\xC3' && byte >= 0x80 && byte <= 0x9E);
    if (is_capital) text[i] = static_cast<char>(byte | 0x20U);
  }
}

}  // namespace fundwatch
