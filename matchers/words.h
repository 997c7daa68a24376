// matchers/words.h — a text as words that can be compared.
// A word is a run of letters, their combining marks and digits; § + & are words of one character,
// so that "18 §" and "ESF+" mean what they say. Words are composed (NFC) and freed of soft hyphens
// and zero-width characters; å, ä and ö stay letters of their own. Bytes that are not UTF-8 part
// words. Pure; takes time linear in the text. Knows no language: forms of one word are
// matchers/stems.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace fundwatch::matchers {

// A longer run is no word of any language: it is kept as it stands, neither composed nor folded.
inline constexpr std::size_t kWordBytesMax = 1024;

// As much as is kept of what stands between two words.
inline constexpr std::size_t kMarksBytesMax = 16;

struct Word {
  std::string text;    // composed, in its own case
  std::string folded;  // the same with case folded
  // What stands between the word before and this one, without white space, hyphens and invisible
  // characters: empty where the two follow each other directly, ", " gives ",".
  std::string marks_before;
  std::size_t begin = 0;  // bytes [begin, end) of the text as it was given
  std::size_t end = 0;
};

std::vector<Word> words(std::string_view text);

// Capitals and digits only, two or more, at least one of them a letter: "ASF", "B2B".
bool is_acronym(const Word& word);

// True if the word holds a letter or a digit, so is more than one of § + &.
bool is_spoken(const Word& word);

}  // namespace fundwatch::matchers
