// web/case_phrases.h — the sentences on the card of a case, wherever it stands.
// For translators: web/case_phrases_swedish.cpp and web/case_phrases_english.cpp. A name in
// braces is filled in. The rules of wording are those of web/phrases.h.
#pragma once

#include <string_view>

#include "base/model.h"
#include "digest/phrases.h"

namespace fundwatch::web {

struct CasePhrases {
  std::string_view badge_new;
  std::string_view badge_changed;
  std::string_view badge_kept;
  std::string_view badge_dismissed;
  std::string_view badge_cancelled;
  std::string_view badge_over;
  std::string_view also_at;  // {sources}
  std::string_view closed;
  std::string_view was;
  std::string_view open;
  std::string_view no_last_day;
  std::string_view doubtful;  // {day}
  std::string_view no_amount;
  std::string_view because_profile;
  std::string_view in_title;
  std::string_view in_text;
  std::string_view in_facts;
  digest::Counted and_more;
  std::string_view keep;
  std::string_view dismiss;
  std::string_view note;
  std::string_view note_label;
  std::string_view note_hint;
  std::string_view save_note;
  std::string_view share;
  std::string_view share_hint;
  std::string_view share_mail;
  std::string_view share_subject;  // {title}
  std::string_view share_text;
  std::string_view about;  // {title}
  std::string_view subscribers_answer;
  digest::Counted answer_interested;
  digest::Counted answer_declined;
  digest::Counted answer_applied;
  digest::Counted answer_granted;
  digest::Counted answer_coming;

  // What was done.
  std::string_view kept_one;       // {title}
  std::string_view dismissed_one;  // {title}
  std::string_view waits_one;      // {title}
  digest::Counted kept_many;
  digest::Counted dismissed_many;
  digest::Counted waits_many;
  std::string_view undo;
  std::string_view undone;
  std::string_view note_saved;
};

const CasePhrases& case_phrases(Language language);
const CasePhrases& swedish_case_phrases();
const CasePhrases& english_case_phrases();

}  // namespace fundwatch::web
