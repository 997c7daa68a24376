// web/hit_phrases.h — the sentences of the page of one hit, and of correcting its facts.
// For translators: web/hit_phrases_swedish.cpp and web/hit_phrases_english.cpp. A name in
// braces is filled in. The rules of wording are those of web/phrases.h.
#pragma once

#include <string_view>

#include "base/model.h"
#include "digest/phrases.h"

namespace fundwatch::web {

struct HitPhrases {
  std::string_view to_inbox;
  std::string_view essentials;
  std::string_view who_may;
  std::string_view amount;
  std::string_view last_day;
  std::string_view event;
  std::string_view place;
  std::string_view documents;
  std::string_view get_documents;
  std::string_view matter;
  std::string_view codes;
  std::string_view link;
  std::string_view read_at_source;
  std::string_view why_here;
  std::string_view scored_version;    // {version}
  std::string_view scored_points;     // {score}
  std::string_view scored_threshold;  // {threshold}
  std::string_view terms_that_count;
  std::string_view term;
  std::string_view stands_as;
  std::string_view where;
  std::string_view points;
  std::string_view field_title;
  std::string_view field_text;
  std::string_view field_facts;
  digest::Counted times;
  std::string_view by_facts;
  std::string_view text;
  std::string_view no_text;
  digest::Counted whole_text;
  std::string_view every_source;
  std::string_view source;
  std::string_view first_seen;
  std::string_view last_day_there;
  std::string_view not_said;
  std::string_view history;
  std::string_view act_kept;       // {author}
  std::string_view act_dismissed;  // {author}
  std::string_view act_waits;      // {author}
  std::string_view act_undone;     // {act}
  std::string_view seen_at;        // {source}
  std::string_view found;
  std::string_view answers;
  std::string_view no_answers;
  std::string_view interested;
  std::string_view declined;
  std::string_view applied;
  std::string_view granted;
  std::string_view coming;
  std::string_view answered;  // {day}
  std::string_view sidebar;
  std::string_view notes;
  std::string_view reset;

  // Correcting facts.
  std::string_view correct;
  std::string_view correct_hint;
  std::string_view correct_day;
  std::string_view correct_time;
  std::string_view time_hint;
  std::string_view correct_event;
  std::string_view correct_amount;
  std::string_view amount_hint;
  std::string_view currency;
  std::string_view correct_place;
  std::string_view save_correction;
  std::string_view correction_saved;
  std::string_view take_back;  // of a correction
  std::string_view take_back_hint;
  std::string_view taken_back;
  std::string_view not_corrected;
  std::string_view bad_day;
  std::string_view bad_time;
  std::string_view bad_amount;
  std::string_view bad_currency;
  std::string_view bad_place;
  std::string_view bad_note;  // {max}
};

const HitPhrases& hit_phrases(Language language);
const HitPhrases& swedish_hit_phrases();
const HitPhrases& english_hit_phrases();

}  // namespace fundwatch::web
