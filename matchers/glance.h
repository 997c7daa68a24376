// matchers/glance.h — whether a phrase, or words near each other, may stand in an item, by a glance
// at its words. Most items that have all words of a phrase do not have them in a row, and reading
// one for its atoms takes several times as long.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
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

  // What is seen of a word without reading it.
  static std::uint16_t look_of(std::string_view word);

  std::size_t size() const { return words_.size(); }
  bool may_contain(std::uint16_t look) const { return looks_[look]; }
  bool contains(std::string_view word) const { return words_.contains(word); }

 private:
  static constexpr std::size_t kLooks = 4096;

  WordSet words_;
  std::bitset<kLooks> looks_;
};

// The texts of an item, cut into words once for all glances at them. As long as the item lives.
class CutTexts {
 public:
  struct Text {
    std::string_view text;
    std::vector<Token> tokens;
    std::vector<std::uint16_t> looks;  // of each token's word
  };

  void cut(const Item& item);

  const std::array<Text, 3>& all() const { return texts_; }

  // Whether words are not spelt out, or beyond kMarkedWordBytesMax, which only reading tells.
  bool must_be_read() const { return must_be_read_; }

 private:
  std::array<Text, 3> texts_;
  bool must_be_read_ = false;
};

// Words are as in Word::text; the sets hold all that there are in any item, but for words beyond
// kMarkedWordBytesMax (matchers/marks.h).
class Glance {
 public:
  // At words in a row, each of the set in its place; at least one.
  explicit Glance(std::vector<SoughtWords> row);

  // At a word of each set, in either order, with at most `distance` - 1 words between them.
  Glance(SoughtWords one, SoughtWords other, std::size_t distance);

  // False if they stand in no text of the item; true if they do, or where it must be read.
  bool may_stand_in(const CutTexts& texts) const;

 private:
  bool are_in_a_row(const CutTexts::Text& text) const;
  bool are_near(const CutTexts::Text& text) const;

  std::vector<SoughtWords> sought_;
  std::size_t rarest_ = 0;    // of a row, the place of the smallest set
  std::size_t distance_ = 0;  // 0 of a row
};

}  // namespace fundwatch::matchers
