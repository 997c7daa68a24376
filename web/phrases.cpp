#include "web/phrases.h"

#include "base/check.h"

namespace fundwatch::web {

const Phrases& phrases(Language language) {
  switch (language) {
    case Language::swedish: return swedish_phrases();
    case Language::english: return english_phrases();
  }
  CHECK(false);
  return swedish_phrases();
}

const AnswerPhrases& answer_phrases(const Phrases& phrases, AnswerKind kind) {
  switch (kind) {
    case AnswerKind::interested: return phrases.interested;
    case AnswerKind::declined: return phrases.declined;
    case AnswerKind::applied: return phrases.applied;
    case AnswerKind::granted: return phrases.granted;
    case AnswerKind::coming: return phrases.coming;
  }
  CHECK(false);
  return phrases.interested;
}

}  // namespace fundwatch::web
