#include "matchers/telling_word.h"

#include <algorithm>
#include <limits>

#include "base/text.h"

namespace fundwatch::matchers {
namespace {

constexpr std::size_t kTellingLettersMin = 5;
constexpr std::size_t kTellingDigitsMin = 2;
constexpr std::size_t kStemLetters = 6;
constexpr std::size_t kNameLettersMin = 4;

// FNV-1a
std::uint32_t hash_of(std::string_view text) {
  std::uint32_t hash = 2166136261U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

std::string_view first_letters(std::string_view word, std::size_t letters) {
  std::size_t bytes = 0;
  for (; bytes < word.size(); ++bytes) {
    const bool begins = (static_cast<unsigned char>(word[bytes]) & 0xC0) != 0x80;
    if (begins && letters-- == 0) break;
  }
  return word.substr(0, bytes);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool tells(std::string_view word, std::size_t letters) {
  return letters >= (std::ranges::all_of(word, is_digit) ? kTellingDigitsMin : kTellingLettersMin);
}

// A capital, and only the first letter.
bool is_capitalised(const WordReader::Seen& word) {
  const auto& [text, folded] = word;
  const std::size_t letter = first_letters(text, 1).size();
  return text.substr(0, letter) != folded.substr(0, letter) &&
         text.substr(letter) == folded.substr(std::min(letter, folded.size()));
}

}  // namespace

TellingWord telling_word(const WordReader::Seen& word) {
  constexpr std::size_t kMost = std::numeric_limits<std::uint16_t>::max();
  const std::size_t letters = utf8_length(word.folded);
  return {.stem = hash_of(first_letters(word.folded, kStemLetters)),
          .name = hash_of(word.folded),
          .letters = static_cast<std::uint16_t>(std::min(letters, kMost)),
          .tells = tells(word.folded, letters),
          .is_capitalised = letters >= kNameLettersMin && is_capitalised(word)};
}

bool is_surely_mute(std::string_view text, const Token& token) {
  return token.end - token.begin < kNameLettersMin && !is_digit(text[token.begin]);
}

}  // namespace fundwatch::matchers
