#include "tests/corpus_probe/word_probe.h"

#include <iostream>

#include "matchers/matcher.h"

namespace fundwatch::tests {

bool stands_for(const std::shared_ptr<const matchers::Lexicon>& lexicon, const std::string& term,
                const std::string& text) {
  Profile profile;
  profile.terms = {{term}};
  const auto matcher = matchers::Matcher::compile({profile}, lexicon);
  if (!matcher) return false;
  Item item;
  item.text = text;
  return !matcher->match({item, ""}).empty();
}

WordProbe::WordProbe() {
  auto lexicon = matchers::Lexicon::read(std::string(matchers::kSwedishDictionary));
  if (lexicon) {
    lexicon_ = *lexicon;
  } else {
    std::cerr << "words match by their stems alone: " << lexicon.error().message << "\n";
  }
}

boost::json::object WordProbe::answer(const boost::json::object& request) const {
  const auto text = [&](const char* key) { return std::string(request.at(key).as_string()); };
  return {{"match", stands_for(lexicon_, text("term"), text("text"))}};
}

}  // namespace fundwatch::tests
