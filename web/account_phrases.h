// web/account_phrases.h — the sentences of the pages about accounts. For translators:
// web/account_phrases_swedish.cpp and web/account_phrases_english.cpp; as in web/desk_phrases.h.
#pragma once

#include <string_view>

#include "digest/phrases.h"

namespace fundwatch::web {

struct AccountPhrases {
  // One’s own account.
  std::string_view title;
  std::string_view email;
  std::string_view name;
  std::string_view role;
  std::string_view language;
  std::string_view swedish;
  std::string_view english;
  std::string_view save;
  std::string_view saved;
  std::string_view new_password;
  std::string_view now;
  std::string_view wanted;
  std::string_view wanted_hint;
  std::string_view change;
  std::string_view changed;
  std::string_view mend;
  std::string_view wrong;
  std::string_view too_short;
  std::string_view too_long;
  std::string_view others;
  std::string_view log_out_others;
  std::string_view logged_out_others;

  // The record of changes.
  std::string_view record;
  std::string_view record_lead;
  std::string_view record_none;
  std::string_view when;
  std::string_view who;
  std::string_view what;
  std::string_view which;
  std::string_view service;
  std::string_view older;
};

const AccountPhrases& account_phrases(Language language);
const AccountPhrases& swedish_account_phrases();
const AccountPhrases& english_account_phrases();

}  // namespace fundwatch::web
