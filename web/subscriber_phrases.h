// web/subscriber_phrases.h — the sentences of the pages about subscribers. For translators:
// web/subscriber_phrases_swedish.cpp and web/subscriber_phrases_english.cpp; as in
// web/desk_phrases.h.
#pragma once

#include <string_view>

#include "digest/phrases.h"

namespace fundwatch::web {

struct SubscriberPhrases {
  // The list.
  std::string_view title;
  digest::Counted heading;
  std::string_view heading_none;
  digest::Counted get_mail;
  digest::Counted waiting_count;
  digest::Counted paused_count;
  digest::Counted bouncing_count;
  std::string_view search_label;
  std::string_view state;
  std::string_view all_states;
  std::string_view search;
  std::string_view subscriber;
  std::string_view municipality;
  std::string_view profiles;
  std::string_view gets_mail;
  std::string_view last_mail;
  std::string_view no_mail;
  std::string_view all_profiles;  // {n}
  std::string_view no_profiles;
  std::string_view active;
  std::string_view waiting;
  std::string_view waiting_asked;  // {day}
  std::string_view waiting_unasked;
  std::string_view paused;
  std::string_view bouncing;
  digest::Counted refusals;
  std::string_view none_found;
  std::string_view next_page;

  // Inviting.
  std::string_view invite_title;
  std::string_view invite_lead;
  std::string_view email;
  std::string_view name;
  std::string_view name_hint;
  std::string_view organisation;
  std::string_view language;
  std::string_view swedish;
  std::string_view english;
  std::string_view invite;
  std::string_view invited;  // {email}
  std::string_view mend_email;
  std::string_view known;  // {email}
  std::string_view mend_profiles;
  std::string_view too_many;

  // One subscriber.
  std::string_view consented;
  std::string_view next_mail;
  std::string_view none_planned;
  std::string_view reach;
  std::string_view reach_municipality;
  std::string_view reach_neighbours;
  std::string_view reach_county;
  std::string_view reach_everywhere;
  std::string_view weekday;
  std::string_view hour;
  std::string_view empty_weeks;
  std::string_view change;
  std::string_view save;
  std::string_view pause;
  std::string_view resume;
  std::string_view saved;
  std::string_view was_paused;
  std::string_view was_resumed;
  std::string_view data;
  std::string_view preview;
  std::string_view remove;
  std::string_view remove_note;
  std::string_view remove_yes;
  std::string_view removed;
};

const SubscriberPhrases& subscriber_phrases(Language language);
const SubscriberPhrases& swedish_subscriber_phrases();
const SubscriberPhrases& english_subscriber_phrases();

}  // namespace fundwatch::web
