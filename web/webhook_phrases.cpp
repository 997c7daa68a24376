#include "web/webhook_phrases.h"

#include "base/check.h"

namespace fundwatch::web {

const WebhookPhrases& webhook_phrases(Language language) {
  switch (language) {
    case Language::swedish: return swedish_webhook_phrases();
    case Language::english: return english_webhook_phrases();
  }
  CHECK(false);
  return swedish_webhook_phrases();
}

}  // namespace fundwatch::web
