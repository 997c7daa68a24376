#include "web/subscriber_phrases.h"

#include "base/check.h"

namespace fundwatch::web {

const SubscriberPhrases& subscriber_phrases(Language language) {
  switch (language) {
    case Language::swedish: return swedish_subscriber_phrases();
    case Language::english: return english_subscriber_phrases();
  }
  CHECK(false);
  return swedish_subscriber_phrases();
}

}  // namespace fundwatch::web
