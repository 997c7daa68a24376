// feeds/facts/words.h — a text taken apart into words, numbers and signs, with its sentences.
// What all finders of facts read: folded so that capitals, soft hyphens, decomposed letters and the
// many kinds of spaces and dashes are no matter any more. Pure, and linear in the text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fundwatch::feeds {

// No more of a text is looked at for facts.
constexpr std::size_t kFactBytesMax = 1'000'000;

enum class WordKind { letters, digits, sign };

// What the first three bytes of a word hash to: by it most words are seen to be none of a list.
constexpr std::size_t kBeginningBytes = 3;
constexpr unsigned kBeginningBits = 11;
constexpr std::uint16_t beginning_of(std::string_view word) {
  const auto byte = [word](std::size_t i) -> std::uint32_t {
    return i < word.size() ? static_cast<unsigned char>(word[i]) : 0;
  };
  const std::uint32_t bytes = byte(0) << 16U | byte(1) << 8U | byte(2);
  // Spread, the high bits best.
  return static_cast<std::uint16_t>(bytes * 0x9E3779B1U >> (32U - kBeginningBits));
}

// Bytes [begin, end) of the text. "t.o.m." is one word, "tom"; "14.00" is three.
struct Word {
  std::string text;  // lower case and composed; every dash is "-"
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t sentence = 0;  // counted from 0
  std::uint32_t line = 0;      // counted from 0
  WordKind kind = WordKind::sign;
  bool is_capital = false;      // begins with a capital
  bool follows_space = false;   // does not touch the word before
  std::uint16_t beginning = 0;  // beginning_of(text)
};

using WordSpan = std::span<const Word>;

// The words of the first kFactBytesMax bytes. A line that is broken before a number, a small letter
// or a day of the week goes on in the next: labels stand above what they name.
std::vector<Word> words_of(std::string_view text);

// The index after the last word of the sentence that `at` is in, and of its first.
std::size_t sentence_end(WordSpan words, std::size_t at);
std::size_t sentence_begin(WordSpan words, std::size_t at);

// Whether the word is there, and this sign or word.
bool is_word(WordSpan words, std::size_t at, std::string_view text);

// The number that digits say, or -1 where there are none or more than nine of them.
int number_at(WordSpan words, std::size_t at);

}  // namespace fundwatch::feeds
