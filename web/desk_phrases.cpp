#include "web/desk_phrases.h"

#include "base/check.h"

namespace fundwatch::web {

const DeskPhrases& desk_phrases(Language language) {
  switch (language) {
    case Language::swedish: return swedish_desk_phrases();
    case Language::english: return english_desk_phrases();
  }
  CHECK(false);
  return swedish_desk_phrases();
}

std::string_view name_of(const DeskPhrases& words, Role role) {
  switch (role) {
    case Role::reader: return words.reader;
    case Role::coordinator: return words.coordinator;
    case Role::sysadmin: return words.sysadmin;
  }
  CHECK(false);
  return words.reader;
}

}  // namespace fundwatch::web
