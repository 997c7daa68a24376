#include "feeds/facts/stated_dates.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <utility>

#include "feeds/facts/date_words.h"
#include "feeds/facts/phrases.h"

namespace fundwatch::feeds {
namespace {

// A day without a year that comes so much later was meant to be the one that has been.
constexpr std::chrono::days kAheadMax{300};
// Of these words before a date, at most so many are its time of day.
constexpr std::size_t kTimeWordsMax = 8;
constexpr int kYearMin = 1990;

constexpr Phrases kThrough{"-",  "till",  "till och med", "tom",      "t o m",
                           "to", "until", "through",      "fram till"};
constexpr Phrases kAnd{"och", "and", "&"};
constexpr Phrases kBetween{"mellan", "between"};
constexpr std::array<std::string_view, 8> kOrdinalEnds{"e",  "a",  "st", "nd",
                                                       "rd", "th", "de", "te"};
constexpr Phrases kBeforeTime{",",      "sista minuten", "dvs",        "(",
                              "före",   "innan",         "before",     "by",
                              "senast", "no later than", "dock senast"};

bool is_any(std::span<const std::string_view> texts, std::string_view text) {
  return std::ranges::find(texts, text) != texts.end();
}

bool is_day_and_month(int day, int month) {
  return day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

// What stands at one place: a day, or the days that one month or year closes.
struct Reading {
  PartialDay day;
  std::optional<PartialDay> first;
  std::size_t end = 0;
};

class DateReader {
 public:
  explicit DateReader(WordSpan words) : words_(words) {}

  // The date that begins at this word, with its range.
  std::optional<Reading> read(std::size_t at) const {
    auto reading = read_one(at);
    if (!reading || reading->first) return reading;
    const std::size_t length = range_sign(at, reading->end);
    if (length == 0) return reading;
    const auto last = read_one(skip_leading(reading->end + length));
    if (!last || last->first) return reading;
    PartialDay first = reading->day;
    if (!first.year) first.year = last->day.year;
    if (first.year && last->day.year == first.year && first.month > last->day.month) {
      first.year = *first.year - 1;
    }
    return Reading{last->day, first, last->end};
  }

  // Past "den" and the day of the week.
  std::size_t skip_leading(std::size_t at) const {
    while (at < words_.size() && is_leading(at)) ++at;
    return at;
  }

  bool is_leading(std::size_t at) const {
    return words_[at].text == "den" || words_[at].text == "the" ||
           prose_weekday(words_[at].text).has_value();
  }

 private:
  std::optional<Reading> read_one(std::size_t at) const {
    if (at >= words_.size()) return std::nullopt;
    if (words_[at].kind == WordKind::digits) {
      if (auto year_first = read_year_first(at)) return year_first;
      if (auto numeric = read_numeric(at)) return numeric;
    }
    if (auto day_first = read_day_first(at)) return day_first;
    return read_month_first(at);
  }

  // "2027-03-01", "2027/03/01", "2027 - 03 - 01", "20270301"
  std::optional<Reading> read_year_first(std::size_t at) const {
    const std::string& text = words_[at].text;
    const int number = number_at(words_, at);
    if (text.size() == 8 && text.starts_with("20")) {
      return dated(number / 10000, number / 100 % 100, number % 100, at + 1);
    }
    if (text.size() != 4 || number < kYearMin || !is_separator(at + 1)) return std::nullopt;
    if (!is_word(words_, at + 3, words_[at + 1].text)) return std::nullopt;
    if (words_[at + 1].text != "-" && words_[at + 2].follows_space) return std::nullopt;
    if (digits_at(at + 2) > 2 || digits_at(at + 4) > 2) return std::nullopt;
    return dated(number, number_at(words_, at + 2), number_at(words_, at + 4), at + 5);
  }

  // "27.11.2026", "5-3-2027", "31/1", "31/1 2027", "31/1-2027", "31/1-27"
  std::optional<Reading> read_numeric(std::size_t at) const {
    if (digits_at(at) > 2 || !is_separator(at + 1) || words_[at + 1].follows_space) {
      return std::nullopt;
    }
    const std::string& sign = words_[at + 1].text;
    if (digits_at(at + 2) > 2 || words_[at + 2].follows_space) return std::nullopt;
    int day = number_at(words_, at);
    int month = number_at(words_, at + 2);
    std::size_t end = at + 3;
    const auto year = numeric_year(end, sign);
    if (!year && (sign != "/" || (day == 24 && month == 7))) return std::nullopt;
    // The American order only where no other is possible.
    if (sign == "/" && year && month > 12) std::swap(day, month);
    if (!is_day_and_month(day, month)) return std::nullopt;
    return Reading{partial(year, month, day), {}, end};
  }

  // Moves `end` past the year.
  std::optional<int> numeric_year(std::size_t& end, std::string_view sign) const {
    const bool is_same_sign = is_word(words_, end, sign);
    const bool is_signed = is_same_sign || (sign == "/" && is_word(words_, end, "-"));
    const std::size_t at = end + (is_signed ? 1 : 0);
    const int number = number_at(words_, at);
    if (number < 0) return std::nullopt;
    if (digits_at(at) == 4 && number >= kYearMin && (is_signed || sign == "/")) {
      end = at + 1;
      return number;
    }
    if (digits_at(at) != 2 || !is_signed || words_[at].follows_space) return std::nullopt;
    end = at + 1;
    return 2000 + number;
  }

  // "15 mars 2027", "den 1:a februari", "1–29 september", "15th of March"
  std::optional<Reading> read_day_first(std::size_t at) const {
    const auto [day, after_day] = read_day(at);
    if (day == 0) return std::nullopt;
    std::size_t next = after_day;
    if (is_word(words_, next, "of")) ++next;
    if (const auto month = month_at(next)) return closed(day, 0, *month, next);
    const std::size_t sign = range_sign(at, after_day, kAnd);
    if (sign == 0) return std::nullopt;
    const auto [last, after_last] = read_day(skip_leading(after_day + sign));
    const auto month = month_at(after_last);
    if (last == 0 || !month) return std::nullopt;
    return closed(last, day, *month, after_last);
  }

  // "April 14, 2027", "December 3–4, 2026"
  std::optional<Reading> read_month_first(std::size_t at) const {
    const auto month = month_at(at);
    if (!month || !words_[at].is_capital) return std::nullopt;
    auto [day, next] = read_day(at + 1);
    if (day == 0 || words_[at + 1].kind != WordKind::digits) return std::nullopt;
    unsigned first = 0;
    if (is_word(words_, next, "-")) {
      const auto [last, after] = read_day(next + 1);
      if (last != 0) {
        first = std::exchange(day, last);
        next = after;
      }
    }
    return with_year(day, first, *month, next);
  }

  Reading closed(unsigned day, unsigned first, unsigned month, std::size_t at) const {
    std::size_t next = at + 1;
    if (is_word(words_, next, ".") && !words_[next].follows_space && is_year(next + 1)) ++next;
    return with_year(day, first, month, next);
  }

  Reading with_year(unsigned day, unsigned first, unsigned month, std::size_t next) const {
    if (is_word(words_, next, ",") && is_year(next + 1)) ++next;
    const std::optional<int> year = take_year(next);
    const PartialDay last{year, month, day};
    if (first == 0) return {last, {}, next};
    return {last, PartialDay{year, month, first}, next};
  }

  bool is_year(std::size_t at) const {
    return digits_at(at) == 4 && number_at(words_, at) >= kYearMin;
  }

  std::optional<int> take_year(std::size_t& next) const {
    if (is_year(next)) return number_at(words_, next++);
    if (!is_word(words_, next, "2") || digits_at(next + 1) != 1) return std::nullopt;
    int year = 0;  // "2 0 2 6" of a scanned page
    for (std::size_t i = next; i < next + 4; ++i) {
      if (digits_at(i) != 1) return std::nullopt;
      year = year * 10 + number_at(words_, i);
    }
    next += 4;
    return year;
  }

  // A day of the month, and the word after it; 0 if there is none.
  std::pair<unsigned, std::size_t> read_day(std::size_t at) const {
    if (at >= words_.size()) return {0, at};
    if (words_[at].kind == WordKind::letters) {
      const auto ordinal = ordinal_day(words_[at].text);
      return {ordinal.value_or(0), at + 1};
    }
    if (digits_at(at) > 2) return {0, at};
    int day = number_at(words_, at);
    std::size_t next = at + 1;
    if (digits_at(at) == 1 && digits_at(next) == 1 && month_at(next + 1)) {
      day = day * 10 + number_at(words_, next);  // "2 5 november" of a scanned page
      ++next;
    }
    if (day < 1 || day > 31) return {0, at};
    return {static_cast<unsigned>(day), skip_ordinal_end(next)};
  }

  std::size_t skip_ordinal_end(std::size_t next) const {
    if (is_word(words_, next, ".") && month_at(next + 1)) return next + 1;
    const std::size_t end = is_word(words_, next, ":") ? next + 1 : next;
    const bool is_end =
        end < words_.size() && !words_[end].follows_space && is_any(kOrdinalEnds, words_[end].text);
    return is_end ? end + 1 : next;
  }

  std::optional<unsigned> month_at(std::size_t at) const {
    if (at >= words_.size() || words_[at].kind != WordKind::letters) return std::nullopt;
    if (words_[at].text == "may" && !words_[at].is_capital) return std::nullopt;
    return prose_month(words_[at].text);
  }

  // The length of what makes a range of the date that began at `begin` and has ended before `at`.
  std::size_t range_sign(std::size_t begin, std::size_t at, const Phrases& also = kThrough) const {
    if (at >= words_.size() || words_[at - 1].sentence != words_[at].sentence) return 0;
    const std::size_t length =
        std::max(longest_phrase(words_, at, kThrough), longest_phrase(words_, at, also));
    if (length > 0) return length;
    const std::size_t back = begin > 4 ? begin - 4 : 0;
    if (!contains_phrase(words_, back, begin, kBetween)) return 0;
    return longest_phrase(words_, at, kAnd);
  }

  bool is_separator(std::size_t at) const {
    return is_word(words_, at, "-") || is_word(words_, at, "/") || is_word(words_, at, ".");
  }

  std::size_t digits_at(std::size_t at) const {
    if (at >= words_.size() || words_[at].kind != WordKind::digits) return SIZE_MAX;
    return words_[at].text.size();
  }

  static PartialDay partial(std::optional<int> year, int month, int day) {
    return {year, static_cast<unsigned>(month), static_cast<unsigned>(day)};
  }

  static std::optional<Reading> dated(int year, int month, int day, std::size_t end) {
    if (!is_day_and_month(day, month)) return std::nullopt;
    return Reading{partial(year, month, day), {}, end};
  }

  WordSpan words_;
};

// "den" and the day of the week before a date are its own.
void take_leading(WordSpan words, std::size_t least, StatedDate& date) {
  const DateReader reader(words);
  while (date.begin > least && words[date.begin - 1].sentence == words[date.begin].sentence) {
    std::size_t before = date.begin - 1;
    const bool is_sign = words[before].text == "," || words[before].text == ".";
    if (is_sign && before > least) --before;
    if (!reader.is_leading(before) || (is_sign && !prose_weekday(words[before].text))) return;
    if (const auto weekday = prose_weekday(words[before].text)) date.weekday = weekday;
    date.begin = before;
  }
}

void take_time_after(WordSpan words, StatedDate& date) {
  std::size_t next = date.end;
  if (next >= words.size() || words[next].sentence != words[next - 1].sentence) return;
  for (int skipped = 0; skipped < 2; ++skipped) next += longest_phrase(words, next, kBeforeTime);
  const auto time = clock_time_at(words, next);
  if (!time) return;
  date.time = time;
  date.end = time->end;
  if (words[next - 1].text == "(" && is_word(words, date.end, ")")) ++date.end;
}

void take_time_before(WordSpan words, std::size_t least, StatedDate& date) {
  const std::size_t from = std::max(least, date.begin - std::min(date.begin, kTimeWordsMax));
  for (std::size_t at = from; at < date.begin; ++at) {
    if (words[at].sentence != words[date.begin].sentence) continue;
    const auto time = clock_time_at(words, at);
    if (!time || time->end > date.begin) continue;
    std::size_t end = time->end;
    while (end < date.begin && (words[end].text == "," || words[end].text == "on")) ++end;
    if (end != date.begin) continue;
    date.time = time;
    date.begin = at;
    return;
  }
}

std::optional<Day> valid(const PartialDay& day, int year) {
  const Day whole{std::chrono::year(year), std::chrono::month(day.month),
                  std::chrono::day(day.day)};
  if (!whole.ok()) return std::nullopt;
  return whole;
}

}  // namespace

std::vector<StatedDate> dates_in(WordSpan words) {
  std::vector<StatedDate> dates;
  const DateReader reader(words);
  std::size_t least = 0;
  for (std::size_t i = 0; i < words.size() && dates.size() < kDatesMax; ++i) {
    if (!may_begin_date(words[i])) continue;
    const auto reading = reader.read(i);
    if (!reading) continue;
    StatedDate date{i, reading->end, reading->day, reading->first, {}, {}};
    take_leading(words, least, date);
    take_time_after(words, date);
    if (!date.time) take_time_before(words, least, date);
    least = date.end;
    i = date.end - 1;
    dates.push_back(std::move(date));
  }
  return dates;
}

std::optional<Day> day_meant(const PartialDay& day, std::optional<std::chrono::weekday> weekday,
                             Day written) {
  using std::chrono::sys_days;
  if (day.year) return valid(day, *day.year);
  const int year = static_cast<int>(written.year());
  std::optional<Day> nearest;
  for (const int candidate_year : {year, year + 1, year - 1}) {
    const auto candidate = valid(day, candidate_year);
    if (!candidate) continue;
    if (weekday && std::chrono::weekday(sys_days(*candidate)) != *weekday) continue;
    const auto away = std::chrono::abs(sys_days(*candidate) - sys_days(written));
    const bool is_nearer =
        !nearest || away < std::chrono::abs(sys_days(*nearest) - sys_days(written));
    if (weekday ? is_nearer : (!nearest && *candidate >= written)) nearest = candidate;
  }
  if (weekday && !nearest) return day_meant(day, std::nullopt, written);
  if (!nearest || sys_days(*nearest) - sys_days(written) <= kAheadMax) return nearest;
  const auto past = valid(day, static_cast<int>(nearest->year()) - 1);
  return past ? past : nearest;
}

}  // namespace fundwatch::feeds
