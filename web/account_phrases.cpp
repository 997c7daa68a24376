#include "web/account_phrases.h"

#include "base/check.h"

namespace fundwatch::web {

const AccountPhrases& account_phrases(Language language) {
  switch (language) {
    case Language::swedish: return swedish_account_phrases();
    case Language::english: return english_account_phrases();
  }
  CHECK(false);
  return swedish_account_phrases();
}

}  // namespace fundwatch::web
