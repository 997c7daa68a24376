// digest/phrases.h — every sentence and word that a mail can hold, in one place a language.
// For translators: digest/phrases_swedish.cpp, phrases_english.cpp. A name in braces is filled in;
// U+00A0 (no-break space) stands where a line must not break. Our own words only.
#pragma once

#include <array>
#include <initializer_list>
#include <string>
#include <string_view>

#include "base/model.h"

namespace fundwatch::digest {

// A phrase that depends on the number {n}.
struct Counted {
  std::string_view one;
  std::string_view many;
};

// How one section of the mail is called, and how the summary and the subject count it.
struct SectionPhrases {
  std::string_view title;
  Counted count;
};

struct Phrases {
  std::string_view language_tag;  // BCP 47
  // Days, times and numbers.
  std::array<std::string_view, 7> weekdays;  // Sunday first, as std::chrono counts
  std::array<std::string_view, 12> months;
  std::string_view day;            // {weekday} {day} {month} {year}
  std::string_view day_of_year;    // {weekday} {day} {month}
  std::string_view day_with_time;  // {date} {hour} {minute}
  std::string_view today;
  std::string_view yesterday;
  Counted days_left;
  Counted days_ahead;
  std::string_view week;  // {n}
  std::string_view thousands_separator;
  std::string_view kronor;          // {n}
  std::string_view euro;            // {n}
  std::string_view other_currency;  // {n} {currency}
  std::string_view list_end;        // between the last two of a list
  std::string_view quoted;          // {words}

  // The head.
  std::string_view subject;       // {heading} {week}
  std::string_view demo_subject;  // {subject}
  std::string_view demo_notice;
  std::string_view preview_subject;  // {subject}
  std::string_view preview_notice;   // {day}: when it goes to everybody
  std::string_view week_line;        // {week} {day}
  std::string_view greeting;         // {name}
  std::string_view greeting_without_name;
  std::string_view how_to_read_text;
  std::string_view how_to_read_html;
  std::string_view preview;           // {title}
  std::string_view preview_with_day;  // {title} {day}

  // A week without anything.
  std::string_view empty_heading;
  std::string_view empty_all_read;
  std::string_view empty_some_unread;

  std::array<SectionPhrases, 5> sections;  // in the order of SectionKind

  // An entry.
  std::string_view changed_badge;
  std::string_view cancelled_badge;      // a call
  std::string_view called_off_badge;     // an event
  std::string_view in_place;             // {place}
  std::string_view with_source;          // {source} {facts}
  std::string_view last_day;             // label
  std::string_view doubtful;             // {fact}
  std::string_view closed;               // label
  std::string_view event_time;           // label
  std::string_view event_was;            // label
  std::string_view published;            // label
  std::string_view found;                // label
  std::string_view day_and_left;         // {day} {left}
  std::string_view event_with_last_day;  // {event} {day}
  std::string_view day_and_source;       // {day} {source}
  std::string_view because;              // label
  std::string_view because_of;           // {profiles} {words}
  std::string_view because_interested;
  std::string_view because_meeting;
  Counted and_more;  // after a list that is cut
  std::string_view no_link;

  // After the entries.
  Counted waiting;
  std::string_view waiting_long;  // {n}
  Counted outside;
  std::string_view coverage_title;
  Counted coverage;  // {read} {n}
  std::string_view coverage_none;
  std::string_view outage;        // {source}
  std::string_view outage_since;  // {source} {since}
  std::string_view outage_dead;   // {source} {since}
  std::string_view never_read;    // {source}
  std::string_view astray;        // {source}
  Counted read_again;             // {source} {when}: away once, or at times
  std::string_view silent;        // {source} {since}
  Counted outages_more;
  std::string_view outage_meaning;
  std::string_view tip_us;
  std::string_view interested;  // answers that are links to our pages
  std::string_view declined;
  std::string_view applied;
  std::string_view coming;
  std::string_view answer;  // label of the link, in the text part
  std::string_view change;  // what one gets: labels of links to our pages
  std::string_view calendar;
  std::string_view leave;
  std::string_view links_are_yours;
  std::string_view unsubscribe;  // {word}
  std::string_view unsubscribe_word;
};

const Phrases& phrases(Language language);
const Phrases& swedish_phrases();
const Phrases& english_phrases();

struct Filling {
  std::string_view name;
  std::string_view value;
};

// The phrase with its braces filled; what is filled in is not looked at again. A name without a
// filling is our bug.
std::string fill(std::string_view phrase, std::initializer_list<Filling> fillings);

}  // namespace fundwatch::digest
