// feeds/facts/item_words.h — the words of an item's title, summary and text, ready for the finders.
// What a page says beside the matter (related news, other calls, "read also") is left out.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "base/model.h"
#include "feeds/facts/words.h"

namespace fundwatch::feeds {

// In the order of reading: the most important first.
constexpr std::array<Field, 3> kFields{Field::title, Field::summary, Field::text};

class ItemWords {
 public:
  explicit ItemWords(const Item& item);

  WordSpan of(Field field) const { return words_[static_cast<std::size_t>(field)]; }

 private:
  std::array<std::vector<Word>, kFields.size()> words_;
};

const std::string& text_of(const Item& item, Field field);

// Without the sentences, and where their first words say so the rest of the line, that lead away.
std::vector<Word> without_asides(std::vector<Word> words);

}  // namespace fundwatch::feeds
