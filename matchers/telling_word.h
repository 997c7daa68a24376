// matchers/telling_word.h — what one word says of the item it stands in, for whoever compares items
// (matchers/fingerprint.h).
#pragma once

#include <cstdint>
#include <string_view>

#include "matchers/words.h"

namespace fundwatch::matchers {

// The hashes are stored with fingerprints: what they are made of must not change.
struct TellingWord {
  std::uint32_t stem = 0;     // hash of its first letters, for inflection is what comes after them
  std::uint32_t name = 0;     // hash of all of it
  std::uint16_t letters = 0;  // at most so many as fit
  bool tells = false;         // is long enough, or a number
  bool is_capitalised = false;  // long enough for a name, and only the first letter is a capital
  bool operator==(const TellingWord&) const = default;
};

TellingWord telling_word(const WordReader::Seen& word);

// Neither tells nor is a name, which is seen without looking at it: as half of all words are.
bool is_surely_mute(std::string_view text, const Token& token);

}  // namespace fundwatch::matchers
