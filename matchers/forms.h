// matchers/forms.h — what a person is shown who asks which words a keyword stands for.
// Everything is sorted and without what the keyword excludes.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "matchers/keywords.h"
#include "matchers/query.h"

namespace fundwatch::matchers {

inline constexpr std::size_t kCompoundsShownMax = 200;
// Of one rule: each is a reading of the dictionary.
inline constexpr std::size_t kKeywordsShownMax = 6;

struct Forms {
  std::vector<std::string> inflected;
  std::vector<std::string> derived;
  // Those of the dictionary that the keyword is a part of, in their base form: examples, since any
  // word may be put together with it.
  std::vector<std::string> compounds;
};

// The words of a rule that stand for more than themselves, each once.
std::vector<Keyword> keywords_of(const Query& query);

// `lexicon` may be null: then only the word itself is known. Reads through the dictionary: a second
// or so, for a page or a command, not for every rule.
Forms forms_of(const std::shared_ptr<const Lexicon>& lexicon, const Keyword& keyword);

}  // namespace fundwatch::matchers
