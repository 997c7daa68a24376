#include "web/inbox_phrases.h"

#include "base/check.h"

namespace fundwatch::web {

const InboxPhrases& inbox_phrases(Language language) {
  switch (language) {
    case Language::swedish: return swedish_inbox_phrases();
    case Language::english: return english_inbox_phrases();
  }
  CHECK(false);
  return swedish_inbox_phrases();
}

}  // namespace fundwatch::web
