// web/mailing_phrases.h — the sentences of the page about mailings. For translators:
// web/mailing_phrases_swedish.cpp and web/mailing_phrases_english.cpp; as in web/desk_phrases.h.
#pragma once

#include <string_view>

#include "digest/phrases.h"

namespace fundwatch::web {

struct MailingPhrases {
  std::string_view title;
  digest::Counted heading_sent;
  std::string_view next;  // {moment}
  std::string_view no_next;
  std::string_view delivered;
  std::string_view queued;
  std::string_view deferred;
  std::string_view refused;
  std::string_view hold_title;
  std::string_view hold;  // {reason} {since} {next}
  std::string_view preview_title;
  std::string_view as;
  std::string_view somebody_new;
  std::string_view show;
  std::string_view the_mail;
  std::string_view the_text;
  std::string_view empty_week;
  std::string_view frame_title;
  std::string_view links_note;
  std::string_view own_tab;
  std::string_view send_trial;
  std::string_view trial_mark;
  std::string_view trial_sent;     // {email}
  std::string_view trial_refused;  // {max}
  std::string_view deliveries;
  std::string_view none;
  std::string_view recipient;
  std::string_view subject;
  std::string_view state;
  std::string_view time;
  std::string_view attempts;
  std::string_view state_sent;
  std::string_view state_queued;
  std::string_view state_deferred;  // {moment}
  std::string_view state_refused;
  std::string_view answer;
  std::string_view older;
  std::string_view newest;
  std::string_view weeks;
  std::string_view week_head;
  std::string_view week;  // {week}
  std::string_view mail_goes;
  std::string_view week_held;
  std::string_view own_lines;
  std::string_view own_lines_hint;
  std::string_view has_lines;
  std::string_view change_week;
  std::string_view mail_of_week;   // {week}
  std::string_view goes_as_usual;  // {day}
  std::string_view goes_earlier;
  std::string_view earlier_day;
  std::string_view goes_not;
  std::string_view own_days_note;
  std::string_view save_week;
  std::string_view week_saved;
  std::string_view week_not_saved;
  std::string_view week_over;           // {week}
  std::string_view week_over_replaces;  // {week}
  std::string_view bad_lines;           // {max}
  std::string_view bad_earlier_day;
};

const MailingPhrases& mailing_phrases(Language language);
const MailingPhrases& swedish_mailing_phrases();
const MailingPhrases& english_mailing_phrases();

}  // namespace fundwatch::web
