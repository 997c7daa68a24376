#include "feeds/facts/event_date.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "feeds/facts/deadline_cues.h"
#include "feeds/facts/last_day.h"
#include "feeds/facts/phrases.h"
#include "feeds/facts/stated_dates.h"

namespace fundwatch::feeds {
namespace {

// Nobody invites so long ahead.
constexpr std::chrono::days kEventAheadMax{550};

// In a title these announce an event; "*" ends cover compounds ("nätverksträff",
// "lunchseminarium").
constexpr std::array<std::string_view, 60> kEventEnds{"träff",
                                                      "träffen",
                                                      "träffar",
                                                      "webbinarium",
                                                      "webbinariet",
                                                      "webinarium",
                                                      "seminarium",
                                                      "seminariet",
                                                      "seminarier",
                                                      "kurs",
                                                      "kursen",
                                                      "utbildning",
                                                      "utbildningen",
                                                      "konferens",
                                                      "konferensen",
                                                      "workshop",
                                                      "workshops",
                                                      "frukost",
                                                      "frukostmöte",
                                                      "lunch",
                                                      "lunchmöte",
                                                      "forum",
                                                      "skola",
                                                      "skolan",
                                                      "föreläsning",
                                                      "mingel",
                                                      "nätverksmöte",
                                                      "dialogmöte",
                                                      "upphandlingsdialog",
                                                      "dag",
                                                      "dagen",
                                                      "dagarna",
                                                      "mässa",
                                                      "mässan",
                                                      "pass",
                                                      "passet",
                                                      "hackathon",
                                                      "webinar",
                                                      "seminar",
                                                      "conference",
                                                      "training",
                                                      "course",
                                                      "meetup",
                                                      "breakfast",
                                                      "summit",
                                                      "masterclass",
                                                      "lecture",
                                                      "samtal",
                                                      "samtalet",
                                                      "informationsmöte",
                                                      "konvent",
                                                      "matchmaking",
                                                      "bootcamp",
                                                      "kväll",
                                                      "leverantörsdialog",
                                                      "fair",
                                                      "day",
                                                      "days",
                                                      "leverantörsdag",
                                                      "heldag"};

// Titles that announce something else, of which an event is a part.
constexpr Phrases kNoEvents{"utlys*",
                            "upphandl*",
                            "anbud",
                            "rfi",
                            "bidrag",
                            "stöd",
                            "ramavtal*",
                            "söker",
                            "sök",
                            "tjänst*",
                            "call for proposals",
                            "call",
                            "grant*",
                            "tender*",
                            "reserverat kontrakt",
                            "services",
                            "avtal*",
                            "rapport*",
                            "avhandling*",
                            "report",
                            "inköp",
                            "årsmöte*",
                            "julmarknad*",
                            "marknad*",
                            "loppis*"};

constexpr Phrases kInvitations{"välkommen",     "välkomna",        "anmäl*",
                               "anmälan",       "föranmälan",      "register",
                               "registration",  "deltagaravgift*", "kostnadsfri*",
                               "kostnadsfritt", "avgiftsfri*",     "gratis",
                               "platser",       "antalet platser", "anmälningslänk",
                               "join us",       "free of charge",  "takes place",
                               "äger rum",      "livesänd*",       "program",
                               "programmet",    "plats",           "deltagare",
                               "participants",  "participation",   "fri entré",
                               "biljetter",     "biljett",         "vi ses",
                               "om du kommer",  "säg till",        "vi bjuder",
                               "boka",          "ingen anmälan"};

constexpr Phrases kOtherDays{"uppdaterad", "publicerad",    "publicerades", "granskad", "updated",
                             "published",  "senast ändrad", "beslut*",      "besked*",  "antog",
                             "sedan",      "since",         "förra",        "last year"};

bool ends_as_event(std::string_view word) {
  return std::ranges::any_of(kEventEnds, [word](std::string_view end) {
    return word == end || (end.size() > 3 && word.size() > end.size() + 2 && word.ends_with(end));
  });
}

bool is_event_title(WordSpan title) {
  if (!title.empty() && ends_as_event(title.front().text)) return true;
  if (contains_phrase(title, 0, title.size(), kNoEvents)) return false;
  return std::ranges::any_of(title, [](const Word& word) { return ends_as_event(word.text); });
}

bool invites(const ItemWords& words) {
  return std::ranges::any_of(kFields, [&](Field field) {
    return contains_phrase(words.of(field), 0, words.of(field).size(), kInvitations);
  });
}

// The words of the sentence before the date, back to the date before it.
std::size_t begin_before(WordSpan words, const std::vector<StatedDate>& dates, std::size_t i) {
  std::size_t begin = std::max(sentence_begin(words, dates[i].begin), i > 0 ? dates[i - 1].end : 0);
  return std::max(begin, dates[i].begin - std::min<std::size_t>(dates[i].begin, 20));
}

bool is_other_day(WordSpan words, const std::vector<StatedDate>& dates, std::size_t i) {
  const std::size_t begin = begin_before(words, dates, i);
  const DateSurroundings around{dates[i], begin, sentence_end(words, dates[i].begin)};
  return judge_last_day(words, around).has_value() ||
         contains_phrase(words, begin, dates[i].begin, kOtherDays);
}

std::optional<Day> first_day(const StatedDate& date, Day written) {
  // The day of the week stands before the first.
  auto day = day_meant(date.first.value_or(date.day), date.weekday, written);
  if (!day || *day < written) return std::nullopt;
  if (std::chrono::sys_days(*day) - std::chrono::sys_days(written) > kEventAheadMax) {
    return std::nullopt;
  }
  return day;
}

std::optional<Day> first_event_day(WordSpan words, Day written) {
  const std::vector<StatedDate> dates = dates_in(words);
  for (std::size_t i = 0; i < dates.size(); ++i) {
    if (is_other_day(words, dates, i)) continue;
    if (const auto day = first_day(dates[i], written)) return day;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Day> find_event_date(const Item& item, const ItemWords& words, Day written) {
  const WordSpan title = words.of(Field::title);
  const bool is_event =
      is_event_title(title) ||
      (item.kind == AnnouncementKind::event && !contains_phrase(title, 0, title.size(), kNoEvents));
  if (!is_event || !invites(words)) return std::nullopt;
  for (const Field field : kFields) {
    const auto day = first_event_day(words.of(field), written);
    if (day && (!item.deadline || *day >= item.deadline->day)) return day;
  }
  return std::nullopt;
}

}  // namespace fundwatch::feeds
