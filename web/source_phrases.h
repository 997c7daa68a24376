// web/source_phrases.h — the sentences of the pages about sources. For translators:
// web/source_phrases_swedish.cpp and web/source_phrases_english.cpp; as in web/desk_phrases.h.
#pragma once

#include <string_view>

#include "digest/phrases.h"

namespace fundwatch::web {

struct SourcePhrases {
  std::string_view title;         // of the window, before the count
  digest::Counted heading;        // {n} sources need a look: {all} in all
  std::string_view heading_well;  // {all}
  std::string_view heading_none;
  std::string_view lead;
  std::string_view lead_none;
  std::string_view add;      // a link to the form
  std::string_view caption;  // {n}
  std::string_view source;
  std::string_view state;
  std::string_view last_read;
  std::string_view items_a_month;
  std::string_view next;
  std::string_view deed;
  std::string_view read_now;
  std::string_view never;
  std::string_view not_asked;  // paused: no next time
  std::string_view ok;
  std::string_view failing;  // {since}
  std::string_view failing_unknown;
  std::string_view silent;
  std::string_view moved;
  std::string_view attention;
  std::string_view paused;
  std::string_view unread;
  digest::Counted tries;
  std::string_view no_news_since;  // {day}
  std::string_view never_any;
  digest::Counted usually;  // something new every {n} days
  std::string_view moved_detail;
  std::string_view reason;  // before the English words of a fault
  std::string_view automatic;
  std::string_view page;
  std::string_view watch;
  std::string_view notices;
  std::string_view mail;
  std::string_view add_title;
  std::string_view address;
  std::string_view address_hint;
  std::string_view address_change_hint;
  std::string_view search;
  std::string_view mend_address;
  digest::Counted found;           // {host}
  std::string_view found_nothing;  // {host}
  std::string_view found_nothing_advice;
  std::string_view choose;
  digest::Counted items_now;
  std::string_view newest;    // {day}
  std::string_view the_list;  // of a page: {first} of its items
  std::string_view the_text;  // of a page
  std::string_view what_it_brings;
  std::string_view would_be_hit;  // before the profiles
  std::string_view pick;
  std::string_view name;
  std::string_view name_hint;
  std::string_view add_source;
  std::string_view taken;  // {name}
  std::string_view known;  // {name}: the address is there already
  std::string_view added;  // {name}
  std::string_view no_choice;
  std::string_view not_added;
  std::string_view another_address;
  std::string_view kind;
  std::string_view every;
  std::string_view items;
  std::string_view rhythm;
  std::string_view rhythm_unknown;
  std::string_view pause;
  std::string_view resume;
  std::string_view pause_note;
  std::string_view recent;
  std::string_view recent_none;
  std::string_view history;
  std::string_view history_none;
  std::string_view since;
  std::string_view change;
  std::string_view interval;
  std::string_view interval_hint;
  std::string_view expected;
  std::string_view expected_hint;
  std::string_view learned;
  digest::Counted minutes;
  digest::Counted hours;
  digest::Counted days;
  std::string_view save;
  std::string_view mend_name;
  std::string_view remove;
  digest::Counted remove_note;
  std::string_view remove_yes;
  std::string_view will_read;    // {name}
  std::string_view saved;        // {name}
  std::string_view was_paused;   // {name}
  std::string_view was_resumed;  // {name}
  std::string_view removed;
  std::string_view opml_title;
  std::string_view opml_lead;
  std::string_view opml_fetch;
  std::string_view opml_file;
  std::string_view opml_read;
  std::string_view opml_unreadable;
  digest::Counted imported;
  digest::Counted known_before;
};

const SourcePhrases& source_phrases(Language language);
const SourcePhrases& swedish_source_phrases();
const SourcePhrases& english_source_phrases();

}  // namespace fundwatch::web
