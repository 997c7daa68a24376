// web/desk_phrases.h — the sentences around the pages behind the login, and of the login itself.
// For translators: web/desk_phrases_swedish.cpp and web/desk_phrases_english.cpp. Each group of
// pages has a table of its own beside this one (web/source_phrases.h …). A name in braces is filled
// in. The rules of wording are those of web/phrases.h.
#pragma once

#include <string_view>

#include "base/model.h"

namespace fundwatch::web {

struct DeskPhrases {
  std::string_view main_menu;
  std::string_view menu;
  std::string_view close_menu;
  std::string_view inbox;
  std::string_view profiles;
  std::string_view sources;
  std::string_view subscribers;
  std::string_view mailings;
  std::string_view calendar;
  std::string_view follow_up;
  std::string_view log_out;
  std::string_view to_look_at;    // after a count of sources
  std::string_view new_hits;      // after a count
  std::string_view logged_in_as;  // {name} {role}
  std::string_view my_account;
  std::string_view record;  // of what was changed
  std::string_view reader;
  std::string_view coordinator;
  std::string_view sysadmin;
  std::string_view local_times;

  std::string_view login_title;
  std::string_view login_lead;
  std::string_view email;
  std::string_view password;
  std::string_view log_in;
  std::string_view forgotten;
  std::string_view only_mail;       // before the link to the form
  std::string_view only_mail_link;  // its words
  std::string_view only_mail_note;
  std::string_view login_wrong_title;
  std::string_view login_wrong;
  std::string_view login_wrong_field;
  std::string_view login_wait_title;
  std::string_view login_wait;
  std::string_view logged_out;
  std::string_view error;  // before the title of a page with a fault: "Fel"

  std::string_view forbidden_title;
  std::string_view forbidden_lead;  // {role}
  std::string_view stale_title;     // the form is too old, or from elsewhere
  std::string_view stale_lead;
  std::string_view no_such_title;  // an address without a page
  std::string_view no_such_lead;
  std::string_view to_inbox;
};

const DeskPhrases& desk_phrases(Language language);
const DeskPhrases& swedish_desk_phrases();
const DeskPhrases& english_desk_phrases();

std::string_view name_of(const DeskPhrases& words, Role role);

}  // namespace fundwatch::web
