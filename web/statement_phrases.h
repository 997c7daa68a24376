// web/statement_phrases.h — the words of the two statements (web/statement_pages.h), each a list of
// headings with what stands below them. For translators: web/statement_phrases_swedish.cpp and
// web/statement_phrases_english.cpp. A name in braces is filled in.
#pragma once

#include <array>
#include <string_view>

#include "base/model.h"

namespace fundwatch::web {

struct Passage {
  std::string_view heading;
  std::string_view text;  // {owner} {days} {hours} {months}
};

struct StatementPhrases {
  std::string_view privacy_title;
  std::string_view privacy_lead;  // {owner}
  std::array<Passage, 7> privacy;
  std::string_view accessibility_title;
  std::string_view accessibility_lead;  // {owner}
  std::array<Passage, 4> accessibility;
  std::string_view write_to;       // before the address
  std::string_view nobody_to_ask;  // where there is no address
  std::string_view authority;      // words of the link to who watches over it
};

const StatementPhrases& statement_phrases(Language language);
const StatementPhrases& swedish_statement_phrases();
const StatementPhrases& english_statement_phrases();

}  // namespace fundwatch::web
