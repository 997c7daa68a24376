#include "web/profile_phrases.h"

#include "base/check.h"

namespace fundwatch::web {

const ProfilePhrases& profile_phrases(Language language) {
  switch (language) {
    case Language::swedish: return swedish_profile_phrases();
    case Language::english: return english_profile_phrases();
  }
  CHECK(false);
  return swedish_profile_phrases();
}

}  // namespace fundwatch::web
