#include "web/month_phrases.h"

#include "base/check.h"

namespace fundwatch::web {

const MonthPhrases& month_phrases(Language language) {
  switch (language) {
    case Language::swedish: return swedish_month_phrases();
    case Language::english: return english_month_phrases();
  }
  CHECK(false);
  return swedish_month_phrases();
}

}  // namespace fundwatch::web
