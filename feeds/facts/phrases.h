// feeds/facts/phrases.h — lists of phrases that finders look for among an item's words. A phrase is
// folded words between single spaces, of which "ansök*" stands for all that begin so.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

#include "feeds/facts/words.h"

namespace fundwatch::feeds {

// The first two bytes of phrases: most words begin as none of them does.
class Beginnings {
 public:
  constexpr void add(std::string_view phrase) {
    const std::string_view word = phrase.substr(0, phrase.find(' '));
    if (word.size() != 2 || word.back() != '*') return set(bit_of(word));
    for (unsigned second = 0; second < kBytes; ++second) {
      set(bit_of(word[0], static_cast<char>(second)));
    }
  }

  // True if one of them may be how the word begins.
  constexpr bool may_have(std::string_view word) const {
    const std::size_t bit = bit_of(word);
    return (bits_[bit / kWordBits] >> (bit % kWordBits) & 1U) != 0;
  }

 private:
  static constexpr std::size_t kBits = 4096;
  static constexpr std::size_t kWordBits = 64;
  static constexpr unsigned kBytes = 256;

  constexpr void set(std::size_t bit) {
    bits_[bit / kWordBits] |= std::uint64_t{1} << (bit % kWordBits);
  }

  static constexpr std::size_t bit_of(std::string_view word) {
    return bit_of(word[0], word.size() > 1 ? word[1] : '\0');
  }
  static constexpr std::size_t bit_of(char first, char second) {
    return (static_cast<unsigned char>(first) * 61U + static_cast<unsigned char>(second)) % kBits;
  }

  std::array<std::uint64_t, kBits / kWordBits> bits_{};
};

// A list as it is written down; constexpr, so that nothing is done with it when it is used.
class Phrases {
 public:
  static constexpr std::size_t kMost = 96;

  constexpr Phrases(std::initializer_list<std::string_view> phrases) {
    for (const std::string_view phrase : phrases) {
      phrases_[count_++] = phrase;
      beginnings_.add(phrase);
    }
  }

  constexpr std::span<const std::string_view> all() const {
    return std::span(phrases_).first(count_);
  }
  bool may_begin_with(const Word& word) const { return beginnings_.may_have(word.text); }

 private:
  std::array<std::string_view, kMost> phrases_;
  std::size_t count_ = 0;
  Beginnings beginnings_;
};

// How many words from `at` on are this phrase, within one sentence; 0 if they are not.
std::size_t phrase_length(WordSpan words, std::size_t at, std::string_view phrase);

// The longest of `phrases` that begins at `at`, in words; 0 if none does.
std::size_t longest_phrase(WordSpan words, std::size_t at, const Phrases& phrases);

// Whether one of `phrases` begins within words [begin, end).
bool contains_phrase(WordSpan words, std::size_t begin, std::size_t end, const Phrases& phrases);

}  // namespace fundwatch::feeds
