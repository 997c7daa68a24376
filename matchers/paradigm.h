// matchers/paradigm.h — the forms of a word, out of a lexicon: its inflection, the words derived
// from it by the language's living patterns, and its shapes before another word.
// upphandling: upphandlingarna; upphandla, upphandlade, upphandlare; upphandlings-.
// What the lexicon does not know takes the paradigm of its last known part (arbets|integrerande).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "matchers/lexicon.h"

namespace fundwatch::matchers {

struct Paradigm {
  std::vector<std::string> inflected;
  std::vector<std::string> derived;    // forms of derived words
  std::vector<std::string> combining;  // shapes of both before another word
};

// All empty if the lexicon knows neither the word nor a last part of it. Sorted, each form once.
Paradigm paradigm_of(const Lexicon& lexicon, std::string_view word);

}  // namespace fundwatch::matchers
