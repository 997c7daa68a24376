// matchers/phrase_glance.h — whether a phrase may stand in an item, by a glance at its words.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/model.h"
#include "matchers/text_hash.h"
#include "matchers/words.h"

namespace fundwatch::matchers {

using WordSet = std::unordered_set<std::string, TextHash, std::equal_to<>>;

class PhraseGlance {
 public:
  // For each word of the phrase what it takes, as in Word::text: all that there is in any item, but
  // for words beyond kMarkedWordBytesMax (matchers/marks.h).
  explicit PhraseGlance(std::vector<WordSet> taken)
      : taken_(std::move(taken)), standing_(taken_.size()) {}

  // False if no words in a row of a text are taken by the phrase's; true if some are, or where
  // words are not spelt out, which only reading tells.
  bool may_stand_in(const Item& item);

 private:
  bool may_stand_in(std::string_view text);
  bool stands_with(std::string_view word);

  std::vector<WordSet> taken_;
  std::vector<char> standing_;  // up to each word of the phrase, until some token of a text
  std::vector<Token> tokens_;
};

}  // namespace fundwatch::matchers
