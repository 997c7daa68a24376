#include "web/outcome_phrases.h"

#include "base/check.h"

namespace fundwatch::web {

const OutcomePhrases& outcome_phrases(Language language) {
  switch (language) {
    case Language::swedish: return swedish_outcome_phrases();
    case Language::english: return english_outcome_phrases();
  }
  CHECK(false);
  return swedish_outcome_phrases();
}

}  // namespace fundwatch::web
