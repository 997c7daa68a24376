// matchers/glance.h — whether a phrase, or words near each other, may stand in an item, by a glance
// at its words. Most items that have all words of a phrase do not have them in a row, and reading
// one for its atoms takes several times as long.
#pragma once

#include <bitset>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/model.h"
#include "matchers/text_hash.h"
#include "matchers/words.h"

namespace fundwatch::matchers {

// Words among which few others are looked for twice.
class SoughtWords {
 public:
  explicit SoughtWords(WordSet words);

  std::size_t size() const { return words_.size(); }
  bool contains(std::string_view word) const {
    return looks_[look_of(word)] && words_.contains(word);
  }

 private:
  static constexpr std::size_t kLooks = 4096;

  // What is seen of a word without reading it.
  static std::size_t look_of(std::string_view word);

  WordSet words_;
  std::bitset<kLooks> looks_;
};

// Words are as in Word::text; the sets hold all that there are in any item, but for words beyond
// kMarkedWordBytesMax (matchers/marks.h). Belongs to one thread.
class Glance {
 public:
  // At words in a row, each of the set in its place; at least one.
  explicit Glance(std::vector<SoughtWords> row);

  // At a word of each set, in either order, with at most `distance` - 1 words between them.
  Glance(SoughtWords one, SoughtWords other, std::size_t distance);

  // False if they stand in no text of the item; true if they do, or where words are not spelt out,
  // which only reading tells.
  bool may_stand_in(const Item& item);

 private:
  bool may_stand_in(std::string_view text);
  bool are_in_a_row(std::string_view text);
  bool are_near(std::string_view text);
  std::string_view word_at(std::string_view text, std::size_t token);

  std::vector<SoughtWords> sought_;
  std::size_t rarest_ = 0;    // of a row, the place of the smallest set
  std::size_t distance_ = 0;  // 0 of a row
  std::vector<Token> tokens_;
  std::string composed_;  // of the word that was asked for last
};

}  // namespace fundwatch::matchers
