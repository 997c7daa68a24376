// web/outcome_phrases.h — the sentences of the follow-up: what became of what was found.
// For translators: web/outcome_phrases_swedish.cpp and web/outcome_phrases_english.cpp. A name in
// braces is filled in. The rules of wording are those of web/phrases.h.
#pragma once

#include <string_view>

#include "base/model.h"
#include "digest/phrases.h"

namespace fundwatch::web {

struct OutcomePhrases {
  std::string_view title;  // {applied} {granted} {year}
  std::string_view lead;
  std::string_view years;
  std::string_view quarter;  // {n}
  std::string_view whole_year;
  std::string_view found;
  std::string_view relevant;
  std::string_view applied;
  std::string_view granted;
  std::string_view applied_sum;
  std::string_view granted_sum;
  std::string_view counts_title;
  std::string_view counts_note;
  std::string_view counts_chart;  // {year}
  std::string_view counts_desc;   // {found} {relevant} {applied} {granted}
  std::string_view money_title;
  std::string_view money_note;
  std::string_view money_chart;      // {year}
  std::string_view money_desc;       // {applied} {granted}
  std::string_view bar_relevant;     // {n}
  std::string_view bar_applied;      // {n}
  std::string_view bar_granted;      // {n}
  std::string_view bar_applied_sum;  // {n}
  std::string_view bar_granted_sum;  // {n}
  std::string_view table_title;
  std::string_view table_caption;  // {year}
  std::string_view period;
  std::string_view csv;
  std::string_view by_profile;
  std::string_view by_municipality;
  std::string_view profile;
  std::string_view municipality;
  std::string_view unknown_place;
  std::string_view goals;
  std::string_view goals_lead;  // {n}
  digest::Counted partnerships;
  std::string_view add_goal;
  std::string_view goal;
  std::string_view goal_partnership;
  std::string_view goal_policy;
  std::string_view goal_text;
  std::string_view goal_text_hint;
  std::string_view goal_place;
  std::string_view goal_place_hint;
  std::string_view goal_day;
  std::string_view save_goal;
  std::string_view remove_goal;
  std::string_view goal_saved;
  std::string_view goal_removed;
  std::string_view goal_not_saved;
  std::string_view bad_goal_text;  // {max}
  std::string_view bad_goal_day;
  digest::Counted policies;
};

const OutcomePhrases& outcome_phrases(Language language);
const OutcomePhrases& swedish_outcome_phrases();
const OutcomePhrases& english_outcome_phrases();

}  // namespace fundwatch::web
