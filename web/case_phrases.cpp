#include "web/case_phrases.h"

#include "base/check.h"

namespace fundwatch::web {

const CasePhrases& case_phrases(Language language) {
  switch (language) {
    case Language::swedish: return swedish_case_phrases();
    case Language::english: return english_case_phrases();
  }
  CHECK(false);
  return swedish_case_phrases();
}

}  // namespace fundwatch::web
