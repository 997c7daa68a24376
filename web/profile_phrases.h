// web/profile_phrases.h — the sentences of the pages of profiles.
// For translators: web/profile_phrases_swedish.cpp and web/profile_phrases_english.cpp. A name in
// braces is filled in. The rules of wording are those of web/phrases.h.
#pragma once

#include <string_view>

#include "base/model.h"
#include "digest/phrases.h"

namespace fundwatch::web {

struct ProfilePhrases {
  digest::Counted title_all;
  std::string_view lead;
  std::string_view new_profile;
  std::string_view profiles;
  std::string_view name;
  std::string_view version_label;
  std::string_view terms;
  std::string_view kept_part;
  std::string_view kept_of;   // {kept} {all}
  std::string_view draft_of;  // {version}
  std::string_view draft_new;
  std::string_view draft_unsaved;  // {version}

  // The form.
  std::string_view title;
  std::string_view title_hint;
  std::string_view english_title;
  std::string_view english_hint;
  std::string_view threshold;
  std::string_view threshold_hint;
  std::string_view rules;
  std::string_view row;  // {n}
  std::string_view rule;
  std::string_view role;
  std::string_view adds;
  std::string_view required;
  std::string_view veto;
  std::string_view context;
  std::string_view weight;
  std::string_view remove;
  std::string_view remove_row;  // {n}
  std::string_view forms;
  std::string_view forms_of;  // {n}
  std::string_view new_row;
  std::string_view add_row;
  std::string_view recount;
  std::string_view why;
  std::string_view why_hint;
  std::string_view save;  // {version}
  std::string_view save_new;
  std::string_view undo_changes;
  std::string_view how_to;
  std::string_view how_phrase;
  std::string_view how_exact;
  std::string_view how_begin;
  std::string_view how_end;
  std::string_view how_combine;
  std::string_view how_near;
  std::string_view how_exclude;
  std::string_view how_place;

  // Counts of a row.
  digest::Counted row_hits;
  digest::Counted row_dismissed;
  digest::Counted row_stops;
  std::string_view row_none;

  // Faults.
  std::string_view not_saved;
  std::string_view mend_row;  // {n}
  std::string_view nothing_lost;
  std::string_view at_character;  // {n} {character} {words}
  std::string_view at_row;        // {n} {words}
  std::string_view bad_title;
  std::string_view bad_threshold;
  std::string_view bad_weight;
  std::string_view no_rows;
  std::string_view saved_elsewhere;  // {version}
  std::string_view name_taken;

  // What saving would do.
  std::string_view if_saved;
  std::string_view counted_since;  // {day}
  std::string_view unchanged;
  std::string_view gains;
  std::string_view loses;
  std::string_view keeps;
  std::string_view per_week;         // {after}
  std::string_view per_week_before;  // {before}
  digest::Counted gained;
  digest::Counted lost;
  digest::Counted show_more;
  digest::Counted and_more;
  std::string_view you_kept;
  std::string_view you_dismissed;
  std::string_view cannot_count;
  std::string_view cannot_tune;  // {reason}

  // Forms of the words of a row.
  std::string_view forms_title;  // {n}
  std::string_view forms_none;
  std::string_view forms_inflected;
  std::string_view forms_derived;
  std::string_view forms_compounds;
  std::string_view forms_exclude;

  // Trying it out.
  std::string_view try_title;
  std::string_view try_label;
  std::string_view try_hint;
  std::string_view try_it;
  std::string_view try_hit;     // {score} {threshold}
  std::string_view try_no_hit;  // {threshold}

  // What people's marks suggest.
  std::string_view proposals;
  std::string_view ask_proposals;
  std::string_view no_proposals;
  std::string_view propose_veto;    // {term} {dismissed} {of}
  std::string_view propose_weaken;  // {term} {of} {dismissed}
  std::string_view take_veto;
  std::string_view take_weaken;

  // Versions.
  std::string_view versions;
  std::string_view version;  // {version}
  std::string_view in_force;
  std::string_view saved_by;  // {author} {moment}
  std::string_view changes;
  std::string_view changes_in;  // {version}
  std::string_view removed;
  std::string_view added;
  std::string_view no_changes;
  std::string_view revert;  // {version}
  std::string_view revert_note;
  std::string_view saved;           // {version}
  std::string_view same;            // {version}
  std::string_view reverted_why;    // {version}
  std::string_view threshold_line;  // {threshold}
  std::string_view title_line;      // {title}
};

const ProfilePhrases& profile_phrases(Language language);
const ProfilePhrases& swedish_profile_phrases();
const ProfilePhrases& english_profile_phrases();

}  // namespace fundwatch::web
