#include "web/statement_phrases.h"

#include "base/check.h"

namespace fundwatch::web {

const StatementPhrases& statement_phrases(Language language) {
  switch (language) {
    case Language::swedish: return swedish_statement_phrases();
    case Language::english: return english_statement_phrases();
  }
  CHECK(false);
  return swedish_statement_phrases();
}

}  // namespace fundwatch::web
