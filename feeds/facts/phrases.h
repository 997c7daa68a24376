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

// How phrases begin: most words begin as none of them does.
class Beginnings {
 public:
  constexpr Beginnings() = default;
  constexpr explicit Beginnings(std::span<const std::string_view> phrases) {
    for (const std::string_view phrase : phrases) add(phrase);
  }

  constexpr void add(std::string_view phrase) {
    const std::string_view word = phrase.substr(0, phrase.find(' '));
    if (word.back() == '*') return add_beginning(word.substr(0, word.size() - 1));
    set(bits_, beginning_of(word));
  }

  // Of a word that may go on.
  constexpr void add_beginning(std::string_view letters) {
    if (letters.size() >= kBeginningBytes) return set(bits_, beginning_of(letters));
    set(any_, first_byte(letters));
    has_any_ = true;
  }

  // True if one of them may be how the word begins.
  constexpr bool may_have(std::string_view word) const {
    return has(bits_, beginning_of(word)) || (has_any_ && has(any_, first_byte(word)));
  }
  bool may_have(const Word& word) const {
    return has(bits_, word.beginning) || (has_any_ && has(any_, first_byte(word.text)));
  }

 private:
  static constexpr std::size_t kUnit = 64;

  static constexpr std::size_t first_byte(std::string_view word) {
    return static_cast<unsigned char>(word.front());
  }
  static constexpr void set(std::span<std::uint64_t> bits, std::size_t bit) {
    bits[bit / kUnit] |= std::uint64_t{1} << (bit % kUnit);
  }
  static constexpr bool has(std::span<const std::uint64_t> bits, std::size_t bit) {
    return (bits[bit / kUnit] >> (bit % kUnit) & 1U) != 0;
  }

  std::array<std::uint64_t, (std::size_t{1} << kBeginningBits) / kUnit> bits_{};
  std::array<std::uint64_t, 256 / kUnit> any_{};  // first bytes after which any may follow
  bool has_any_ = false;
};

// A list as it is written down; constexpr, so that nothing is done with it when it is used.
class Phrases {
 public:
  static constexpr std::size_t kMost = 96;

  constexpr Phrases(std::initializer_list<std::string_view> phrases) {
    for (const std::string_view phrase : phrases) {
      begins_[count_] = beginning_known(phrase);
      phrases_[count_++] = phrase;
      beginnings_.add(phrase);
    }
  }

  constexpr std::span<const std::string_view> all() const {
    return std::span(phrases_).first(count_);
  }
  bool may_begin_with(const Word& word) const { return beginnings_.may_have(word); }
  bool may_begin_with(const Word& word, std::size_t phrase) const {
    return begins_[phrase] == word.beginning || begins_[phrase] == kAny;
  }

 private:
  static constexpr std::uint16_t kAny = 0xFFFF;
  static constexpr std::uint16_t beginning_known(std::string_view phrase) {
    const std::string_view word = phrase.substr(0, phrase.find(' '));
    const bool is_open = word.back() == '*' && word.size() <= kBeginningBytes;
    return is_open ? kAny : beginning_of(word);
  }

  std::array<std::string_view, kMost> phrases_;
  std::array<std::uint16_t, kMost> begins_{};  // of the phrases, close together
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
