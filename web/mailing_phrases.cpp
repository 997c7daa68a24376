#include "web/mailing_phrases.h"

#include "base/check.h"

namespace fundwatch::web {

const MailingPhrases& mailing_phrases(Language language) {
  switch (language) {
    case Language::swedish: return swedish_mailing_phrases();
    case Language::english: return english_mailing_phrases();
  }
  CHECK(false);
  return swedish_mailing_phrases();
}

}  // namespace fundwatch::web
