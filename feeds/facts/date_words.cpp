#include "feeds/facts/date_words.h"

#include <algorithm>
#include <array>
#include <span>

#include "feeds/facts/phrases.h"
#include "feeds/read/date_names.h"

namespace fundwatch::feeds {
namespace {

constexpr std::array<std::string_view, 36> kMonths{
    "januari", "februari", "mars",     "april",     "maj",     "juni",     "juli",  "augusti",
    "oktober", "november", "december", "september", "january", "february", "march", "may",
    "june",    "july",     "august",   "october",   "jan",     "feb",      "febr",  "mar",
    "apr",     "jun",      "jul",      "aug",       "sep",     "sept",     "okt",   "oct",
    "nov",     "dec",      "juni",     "juli"};

constexpr Beginnings kMonthBeginnings(kMonths);

struct WeekdayWords {
  std::string_view swedish;
  std::string_view english;
  std::string_view short_swedish;
  std::string_view short_english;
};

// Sunday first, as in std::chrono.
constexpr std::array<WeekdayWords, 7> kWeekdays{{{"söndag", "sunday", "sön", "sun"},
                                                 {"måndag", "monday", "mån", "mon"},
                                                 {"tisdag", "tuesday", "tis", "tue"},
                                                 {"onsdag", "wednesday", "ons", "wed"},
                                                 {"torsdag", "thursday", "tors", "thu"},
                                                 {"fredag", "friday", "fre", "fri"},
                                                 {"lördag", "saturday", "lör", "sat"}}};

constexpr std::array<std::string_view, 31> kSwedishOrdinals{
    "första",       "andra",       "tredje",      "fjärde",       "femte",       "sjätte",
    "sjunde",       "åttonde",     "nionde",      "tionde",       "elfte",       "tolfte",
    "trettonde",    "fjortonde",   "femtonde",    "sextonde",     "sjuttonde",   "artonde",
    "nittonde",     "tjugonde",    "tjugoförsta", "tjugoandra",   "tjugotredje", "tjugofjärde",
    "tjugofemte",   "tjugosjätte", "tjugosjunde", "tjugoåttonde", "tjugonionde", "trettionde",
    "trettioförsta"};

constexpr std::array<std::string_view, 20> kEnglishOrdinals{
    "first",     "second",    "third",       "fourth",     "fifth",      "sixth",      "seventh",
    "eighth",    "ninth",     "tenth",       "eleventh",   "twelfth",    "thirteenth", "fourteenth",
    "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"};

constexpr Beginnings kSwedishOrdinalBeginnings(kSwedishOrdinals);
constexpr Beginnings kEnglishOrdinalBeginnings(kEnglishOrdinals);

constexpr Beginnings kDateBeginnings = [] {
  Beginnings made(kMonths);
  for (const std::string_view ordinal : kSwedishOrdinals) made.add(ordinal);
  for (const std::string_view ordinal : kEnglishOrdinals) made.add(ordinal);
  return made;
}();

std::optional<unsigned> position_of(std::span<const std::string_view> words,
                                    std::string_view word) {
  const auto found = std::ranges::find(words, word);
  if (found == words.end()) return std::nullopt;
  return static_cast<unsigned>(found - words.begin()) + 1;
}

bool is_weekday_word(const WeekdayWords& day, std::string_view word) {
  if (word == day.english || word == day.short_swedish || word == day.short_english) return true;
  if (!word.starts_with(day.swedish)) return false;
  word.remove_prefix(day.swedish.size());
  return word.empty() || word == "en" || word == "ens";
}

}  // namespace

std::optional<unsigned> prose_month(std::string_view word) {
  if (!kMonthBeginnings.may_have(word)) return std::nullopt;
  if (std::ranges::find(kMonths, word) == kMonths.end()) return std::nullopt;
  const auto number = word == "febr" ? std::optional(2) : month_number(word);
  if (!number) return std::nullopt;
  return static_cast<unsigned>(*number);
}

std::optional<std::chrono::weekday> prose_weekday(std::string_view word) {
  for (unsigned i = 0; i < kWeekdays.size(); ++i) {
    if (is_weekday_word(kWeekdays[i], word)) return std::chrono::weekday(i);
  }
  return std::nullopt;
}

std::optional<unsigned> ordinal_day(std::string_view word) {
  if (kSwedishOrdinalBeginnings.may_have(word)) {
    if (const auto day = position_of(kSwedishOrdinals, word)) return day;
  }
  if (!kEnglishOrdinalBeginnings.may_have(word)) return std::nullopt;
  return position_of(kEnglishOrdinals, word);
}

bool may_begin_date(const Word& word) {
  return word.kind == WordKind::digits || kDateBeginnings.may_have(word);
}

}  // namespace fundwatch::feeds
