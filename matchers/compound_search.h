// matchers/compound_search.h — the keywords that are part of a compound.
// Looks in one word for each form that counts as the compound's end or stands before other words,
// and keeps those beside which words stand (matchers/compounds). One object for one word.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "matchers/form_index.h"
#include "matchers/keywords.h"
#include "matchers/lexicon.h"

namespace fundwatch::matchers {

class CompoundSearch {
 public:
  // `word` is divided. It is the base of `token`, which stands in the text, or the same.
  CompoundSearch(const Lexicon& lexicon, std::string_view word, std::string_view token);

  // Appends in no order, perhaps twice.
  void append_to(std::vector<KeywordId>& ids, const FormIndex& forms);

 private:
  // Bytes [begin, end) of the word.
  struct Part {
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  void append_at(Part part, std::vector<KeywordId>& ids, const FormIndex& forms);
  bool is_head(Part part, const FormIndex::Posting& posting, const FormIndex& forms);
  bool is_modifier(Part part, const FormIndex::Posting& posting);
  bool stands_before(std::size_t begin);
  bool stands_behind(std::size_t end);

  const Lexicon& lexicon_;
  std::string_view word_;
  std::string_view token_;
  std::vector<std::optional<bool>> before_;  // answers given, by byte
  std::vector<std::optional<bool>> behind_;
};

}  // namespace fundwatch::matchers
