#include "web/hit_phrases.h"

#include "base/check.h"

namespace fundwatch::web {

const HitPhrases& hit_phrases(Language language) {
  switch (language) {
    case Language::swedish: return swedish_hit_phrases();
    case Language::english: return english_hit_phrases();
  }
  CHECK(false);
  return swedish_hit_phrases();
}

}  // namespace fundwatch::web
