// web/month_phrases.h — the sentences of the calendar of a month.
// For translators: web/month_phrases_swedish.cpp and web/month_phrases_english.cpp. A name in
// braces is filled in. The rules of wording are those of web/phrases.h.
#pragma once

#include <string_view>

#include "base/model.h"
#include "digest/phrases.h"

namespace fundwatch::web {

struct MonthPhrases {
  digest::Counted title;        // {month}
  std::string_view title_none;  // {month}
  std::string_view lead;
  std::string_view month_name;  // {month} {year}
  std::string_view two_months;  // {first} {last}
  std::string_view caption;     // {month}
  std::string_view week_short;
  std::string_view week;
  std::string_view today;
  digest::Counted entries;
  std::string_view last_day;
  std::string_view event;
  std::string_view cut_days;    // {shown} {all} {month}
  std::string_view cut_events;  // the same
  std::string_view cut_advice;
  std::string_view this_month;
  std::string_view months;
  std::string_view own_calendar;
  std::string_view own_calendar_lead;
  std::string_view own_calendar_address;
  std::string_view own_calendar_get;
  std::string_view meetings;
  std::string_view meetings_lead;
  std::string_view meeting;
  std::string_view at_hour;        // {hour}
  std::string_view meeting_hours;  // {begins} {ends}
  std::string_view add_meeting;
  std::string_view change_meeting;
  std::string_view change_this_meeting;
  std::string_view meeting_title;
  std::string_view meeting_day;
  std::string_view meeting_begins;
  std::string_view meeting_ends;
  std::string_view meeting_ends_hint;
  std::string_view meeting_place;
  std::string_view meeting_place_hint;
  std::string_view meeting_link;
  std::string_view meeting_link_hint;
  std::string_view save_meeting;
  std::string_view meeting_saved;
  std::string_view meeting_not_saved;
  std::string_view bad_meeting_title;  // {max}
  std::string_view bad_meeting_day;
  std::string_view bad_meeting_time;
  std::string_view bad_meeting_link;
  std::string_view call_off;
  std::string_view call_off_note;
  std::string_view call_off_yes;
  std::string_view called_off;
  std::string_view was_called_off;
};

const MonthPhrases& month_phrases(Language language);
const MonthPhrases& swedish_month_phrases();
const MonthPhrases& english_month_phrases();

}  // namespace fundwatch::web
