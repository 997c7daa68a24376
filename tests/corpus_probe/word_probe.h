// tests/corpus_probe/word_probe.h — whether a term stands for a text's words: {"term", "text"} to
// {"match"}. The term is a bare line of the rule language, compiled with the system's dictionary.
#pragma once

#include <boost/json.hpp>
#include <memory>
#include <string>

#include "matchers/lexicon.h"

namespace fundwatch::tests {

// False too for a term that the rule language refuses.
bool stands_for(const std::shared_ptr<const matchers::Lexicon>& lexicon, const std::string& term,
                const std::string& text);

class WordProbe {
 public:
  // Says on standard error if there is no dictionary.
  WordProbe();

  boost::json::object answer(const boost::json::object& request) const;

 private:
  std::shared_ptr<const matchers::Lexicon> lexicon_;
};

}  // namespace fundwatch::tests
