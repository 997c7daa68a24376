#include "digest/phrases.h"

#include <algorithm>

#include "base/check.h"

namespace fundwatch::digest {

const Phrases& phrases(Language language) {
  switch (language) {
    case Language::swedish: return swedish_phrases();
    case Language::english: return english_phrases();
  }
  CHECK(false);
  return swedish_phrases();
}

std::string fill(std::string_view phrase, std::initializer_list<Filling> fillings) {
  std::string result;
  while (true) {
    const auto open = phrase.find('{');
    result += phrase.substr(0, open);
    if (open == std::string_view::npos) return result;
    const auto close = phrase.find('}', open);
    CHECK(close != std::string_view::npos);
    const std::string_view name = phrase.substr(open + 1, close - open - 1);
    const auto filling = std::find_if(fillings.begin(), fillings.end(),
                                      [name](const Filling& each) { return each.name == name; });
    CHECK(filling != fillings.end());
    result += filling->value;
    phrase.remove_prefix(close + 1);
  }
}

}  // namespace fundwatch::digest
