// matchers/families.h — which words are derived from a word, or it from them, so transparently that
// who looks for one means the others too: upphandling, upphandla, upphandlare; hållbar, hållbarhet;
// kommun, kommunal. Patterns of the language, each checked against the lexicon.
// Not: bidra and bidrag, social and socialist, lag and laga.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "matchers/lexicon.h"

namespace fundwatch::matchers {

// A derived word and its forms.
struct Relative {
  std::string word;
  std::vector<std::string> forms;
};

// The relatives of `word`, which the lexicon knows; without `word` itself.
std::vector<Relative> relatives(const Lexicon& lexicon, std::string_view word);

// The headwords that have `word` as their base and are no names.
std::vector<HeadwordId> headwords_with_base(const Lexicon& lexicon, std::string_view word);

// By its present tense or participle; a word is one if any headword with this base is.
bool is_verb(const Lexicon& lexicon, HeadwordId headword);
bool is_verb(const Lexicon& lexicon, std::string_view word);

}  // namespace fundwatch::matchers
