// web/phrases.h — every sentence of the pages that anybody may open, in one place a language.
// For translators: web/phrases_swedish.cpp and web/phrases_english.cpp. A name in braces is filled
// in. Rules of wording: du to a person, ni to a company; what happened, what it means, what to do.
#pragma once

#include <string_view>

#include "base/model.h"

namespace fundwatch::web {

struct AnswerPhrases {
  std::string_view button;  // "Vi är intresserade"
  std::string_view saved;   // "Sparat: {who} är intresserad."
};

struct Phrases {
  std::string_view language_tag;  // BCP 47
  std::string_view skip;          // to the content
  std::string_view no_tracking;
  std::string_view privacy;  // links in the foot
  std::string_view accessibility;
  std::string_view for_coordinators;
  std::string_view save;

  std::string_view subscribe_title;
  std::string_view subscribe_lead;
  std::string_view email;
  std::string_view organisation;
  std::string_view voluntary;
  std::string_view municipality;
  std::string_view municipality_hint;
  std::string_view what_to_get;
  std::string_view subscribe;
  std::string_view what_we_keep;
  std::string_view mend_one;  // heading of a form that is not right
  std::string_view mend_email;
  std::string_view mend_profiles;
  std::string_view look_in_mail_title;
  std::string_view look_in_mail;  // {email}
  std::string_view look_in_mail_note;

  std::string_view confirm_title;
  std::string_view confirm_lead;  // {email} {weekday} {hour}
  std::string_view confirm;
  std::string_view confirm_note;
  std::string_view confirmed_title;
  std::string_view confirmed_lead;  // {moment}
  std::string_view link_old_title;
  std::string_view link_old;

  std::string_view settings_title;
  std::string_view concerns;  // {email}
  std::string_view weekday;
  std::string_view hour;
  std::string_view empty_weeks;
  std::string_view pause;
  std::string_view settings_saved;
  std::string_view your_data;
  std::string_view your_data_text;  // {day}

  std::string_view unsubscribe_title;
  std::string_view unsubscribe;
  std::string_view unsubscribe_note;
  std::string_view unsubscribed_title;
  std::string_view unsubscribed_lead;

  std::string_view answer_title;  // {title}
  std::string_view last_day;      // {day} {left}
  std::string_view answers;       // {who}
  std::string_view answer_note;
  std::string_view read_more;
  std::string_view at_source;  // {source}
  std::string_view amount_label;
  std::string_view amount_hint;
  AnswerPhrases interested;
  AnswerPhrases declined;
  AnswerPhrases applied;
  AnswerPhrases granted;
  AnswerPhrases coming;
  std::string_view thanks;
  std::string_view change_answer;

  std::string_view missing_title;
  std::string_view missing_lead;
  std::string_view missing_from_mail;
  std::string_view failed_title;
  std::string_view failed_lead;
  std::string_view failed_again;  // {address}; the number of the fault stands behind it
  std::string_view theirs_title;  // a form sent from another site
  std::string_view theirs_lead;
};

const Phrases& phrases(Language language);
const Phrases& swedish_phrases();
const Phrases& english_phrases();

const AnswerPhrases& answer_phrases(const Phrases& phrases, AnswerKind kind);

}  // namespace fundwatch::web
