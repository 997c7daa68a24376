// matchers/phrases.h — finds many phrases in a text in one pass over its words.
// A phrase is one or more words in a row. A word takes every form with the same Swedish or the same
// English stem; an acronym takes its own capitals only, also with a genitive or plural s. Between
// the words may stand white space and hyphens, and the marks that the phrase itself has there.
// Finding changes nothing, so several threads may do it at once.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "matchers/stems.h"
#include "matchers/words.h"

namespace fundwatch::matchers {

// Bytes [begin, end) of the text, from the phrase's first word to its last.
struct Place {
  std::size_t phrase = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
  bool operator==(const Place&) const = default;
};

class Phrases {
 public:
  // The phrase's number: 0 for the first, counting up. `phrase` must not be empty.
  std::size_t add(const std::vector<Word>& phrase);

  // Every place of every phrase, by position, then by number.
  std::vector<Place> find(std::string_view text) const;

 private:
  // What one word of a phrase takes; equal ones share a number.
  using Taker = std::size_t;

  struct Part {
    Taker taker = 0;
    std::string marks_before;
  };

  // A text's words, and for each the takers that take it.
  struct Text {
    std::vector<Word> words;
    std::vector<std::vector<Taker>> takers;
  };

  Taker taker_of(const Word& word);
  Taker acronym_taker(const std::string& acronym);
  Taker inflected_taker(const Stems& stems);
  Taker new_taker();
  Text read(std::string_view text) const;
  std::vector<Taker> takers_of(const Word& word, Stemmer& stemmer) const;
  void append_acronym(std::string_view word, std::vector<Taker>& takers) const;
  static bool stands(const std::vector<Part>& phrase, const Text& text, std::size_t first);

  std::vector<std::vector<Part>> phrases_;
  std::vector<std::vector<std::size_t>>
      beginning_with_;  // phrases, by the taker of their first word
  std::map<std::pair<std::string, std::string>, Taker> inflected_;  // by both stems
  std::unordered_map<std::string, Taker> by_acronym_;
  std::unordered_map<std::string, std::vector<Taker>> by_swedish_;
  std::unordered_map<std::string, std::vector<Taker>> by_english_;
  Stemmer stemmer_;
};

}  // namespace fundwatch::matchers
