#include "web/source_phrases.h"

#include "base/check.h"

namespace fundwatch::web {

const SourcePhrases& source_phrases(Language language) {
  switch (language) {
    case Language::swedish: return swedish_source_phrases();
    case Language::english: return english_source_phrases();
  }
  CHECK(false);
  return swedish_source_phrases();
}

}  // namespace fundwatch::web
