#include "feeds/read/dates.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

#include "base/text.h"
#include "feeds/read/date_names.h"

namespace fundwatch::feeds {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

// No date that a person wrote is longer.
constexpr std::size_t kDateBytesMax = 100;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c & 0x80) != 0; }

int to_number(std::string_view digits) {
  int number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

std::string lower(std::string_view text) {
  if (std::none_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; })) {
    return ascii_lower(text);
  }
  std::string result;
  icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())))
      .toLower(icu::Locale::getRoot())
      .toUTF8String(result);
  return result;
}

// RFC 2822 § 4.3, with the usual turn of the century.
int full_year(int year) { return year < 70 ? 2000 + year : 1900 + year; }

enum class Meridiem { none, am, pm };

// Reads one date from left to right; every part may come once, anything else refuses the whole.
class DateReader {
 public:
  DateReader(std::string_view text, const Calendar& assumed) : text_(text), assumed_(assumed) {}
  std::optional<Instant> read();

 private:
  bool read_part();
  bool skip_comment();
  bool read_digits();
  bool read_word();
  bool read_offset();
  bool read_time(std::string_view hour);
  bool read_numeric_date(std::string_view first);
  bool read_compact(std::string_view digits);
  bool read_lone_number(std::string_view digits);
  bool take_named_zone(const std::string& word);

  std::string_view digits(std::size_t most);
  bool at(std::size_t ahead, char c) const { return ahead < text_.size() && text_[ahead] == c; }
  bool digit_at(std::size_t ahead) const { return ahead < text_.size() && is_digit(text_[ahead]); }
  bool set(std::optional<int>& part, int value);
  bool set_date(int year, int month, int day);
  bool set_day_of_year(int year, int day);
  std::optional<Instant> put_together() const;

  std::string_view text_;
  const Calendar& assumed_;
  std::optional<int> year_;
  std::optional<int> month_;
  bool month_was_mar_ = false;
  std::optional<int> day_;
  std::optional<seconds> time_;
  std::optional<minutes> offset_;
  std::string zone_;
  Meridiem meridiem_ = Meridiem::none;
  std::optional<Instant> epoch_;
};

bool DateReader::set(std::optional<int>& part, int value) {
  if (part) return false;
  part = value;
  return true;
}

bool DateReader::set_date(int year, int month, int day) {
  return set(year_, year) && set(month_, month) && set(day_, day);
}

bool DateReader::set_day_of_year(int year, int day) {
  const auto first = std::chrono::sys_days(std::chrono::year(year) / std::chrono::January / 1);
  const Day date(first + std::chrono::days(day - 1));
  if (day < 1 || static_cast<int>(date.year()) != year) return false;
  return set_date(year, static_cast<int>(static_cast<unsigned>(date.month())),
                  static_cast<int>(static_cast<unsigned>(date.day())));
}

std::string_view DateReader::digits(std::size_t most) {
  std::size_t end = 0;
  while (end < text_.size() && end < most && is_digit(text_[end])) ++end;
  const std::string_view found = text_.substr(0, end);
  text_.remove_prefix(end);
  return found;
}

std::optional<Instant> DateReader::read() {
  if (text_.size() == 5 && text_.front() == '-') {  // ISO 8601:1988 "-0312", December 2003
    const std::string_view number = text_.substr(1);
    if (!std::all_of(number.begin(), number.end(), is_digit)) return std::nullopt;
    set_date(full_year(to_number(number.substr(0, 2))), to_number(number.substr(2)), 1);
    return put_together();
  }
  while (!text_.empty()) {
    if (!read_part()) return std::nullopt;
  }
  return put_together();
}

bool DateReader::read_part() {
  const char c = text_.front();
  if (is_digit(c)) return read_digits();
  if (c == '(') return skip_comment();
  if (is_letter(c)) return read_word();
  if ((c == '+' || c == '-') && digit_at(1) && time_) return read_offset();
  if (std::string_view(" \t\r\n,;-/[]").find(c) == std::string_view::npos) return false;
  text_.remove_prefix(1);
  return true;
}

// "GMT+0000 (Coordinated Universal Time)": RFC 822 lets comments stand anywhere.
bool DateReader::skip_comment() {
  const auto end = text_.find(')');
  if (end == std::string_view::npos) return false;
  text_.remove_prefix(end + 1);
  return true;
}

bool DateReader::read_digits() {
  const std::string_view number = digits(text_.size());
  const bool is_short = number.size() <= 2;
  if (is_short && at(0, ':') && digit_at(1)) return read_time(number);
  // "08.00" and "16h30", once it is clear that it is no date.
  const bool dotted = at(0, '.') && digit_at(1) && digit_at(2) && !digit_at(3) && !at(3, '.');
  if (is_short && ((dotted && day_) || (at(0, 'h') && digit_at(1)))) return read_time(number);
  if (!text_.empty() && std::string_view("-/.").find(text_.front()) != std::string_view::npos &&
      digit_at(1) && !day_) {
    return read_numeric_date(number);
  }
  if (number.size() > 4) return read_compact(number);
  return read_lone_number(number);
}

// Three numbers with one separator: "2025-03-06", "06/03/2025", "6.3.25", and "2025-03",
// "2025-065".
bool DateReader::read_numeric_date(std::string_view first) {
  const char separator = text_.front();
  text_.remove_prefix(1);
  const std::string_view second = digits(4);
  const int a = to_number(first);
  const int b = to_number(second);
  if (!at(0, separator) || !digit_at(1)) {
    // "5/12 2025" and "5/12-2025", as Swedes write; the year is still to come.
    if (separator == '/' && first.size() <= 2) return set(day_, a) && set(month_, b);
    if (first.size() != 4) return false;
    if (second.size() == 3) return set_day_of_year(a, b);
    return second.size() == 2 && set_date(a, b, 1);
  }
  text_.remove_prefix(1);
  const std::string_view third = digits(4);
  const int c = to_number(third);
  if (first.size() == 4) return set_date(a, b, c);
  if (separator == '-' && third.size() <= 2) return set_date(full_year(a), b, c);
  const int year = third.size() == 4 ? c : full_year(c);
  // The American order only where no other is possible.
  if (separator == '/' && b > 12) return set_date(year, a, b);
  return set_date(year, b, a);
}

// "20250306", "20250306T080000", "2003335", "03335", seconds and milliseconds since 1970.
bool DateReader::read_compact(std::string_view number) {
  const auto part = [number](std::size_t begin, std::size_t length) {
    return to_number(number.substr(begin, length));
  };
  switch (number.size()) {
    case 5: return set_day_of_year(full_year(part(0, 2)), part(2, 3));
    case 6:
      if (day_) {
        time_ = std::chrono::hours(part(0, 2)) + minutes(part(2, 2)) + seconds(part(4, 2));
        return part(0, 2) < 24 && part(2, 2) < 60 && part(4, 2) <= 60;
      }
      return set_date(full_year(part(0, 2)), part(2, 2), part(4, 2));
    case 7: return set_day_of_year(part(0, 4), part(4, 3));
    case 8: return set_date(part(0, 4), part(4, 2), part(6, 2));
    case 13: number.remove_suffix(3); [[fallthrough]];
    case 10:
      epoch_ = Instant(seconds(std::stoll(std::string(number))));
      return text_.empty() && !year_ && !time_;
    default: return false;
  }
}

bool DateReader::read_lone_number(std::string_view number) {
  const int value = to_number(number);
  if (number.size() == 4) return set(year_, value);
  if (number.size() == 3) return false;
  if (text_.starts_with('.')) text_.remove_prefix(1);
  for (const std::string_view ordinal : {"st", "nd", "rd", "th", "er", ":e", ":a", "º", "ª"}) {
    if (!text_.starts_with(ordinal)) continue;
    text_.remove_prefix(ordinal.size());
    break;
  }
  if (!day_) return set(day_, value);
  // "Sat, 11 04 2020": RFC 822 with the month as a number.
  if (!month_ && !year_) return set(month_, value);
  return month_.has_value() && set(year_, full_year(value));
}

bool DateReader::read_time(std::string_view hour) {
  if (time_) return false;
  const char separator = text_.front();
  text_.remove_prefix(1);
  const std::string_view minute = digits(2);
  int second = 0;
  if ((at(0, separator) || at(0, ':')) && digit_at(1)) {
    text_.remove_prefix(1);
    second = to_number(digits(2));
  }
  if ((at(0, '.') || at(0, ',')) && digit_at(1)) {  // fractions of a second
    text_.remove_prefix(1);
    digits(text_.size());
  }
  if (to_number(hour) > 23 || to_number(minute) > 59 || second > 60) return false;
  time_ = std::chrono::hours(to_number(hour)) + minutes(to_number(minute)) +
          seconds(std::min(second, 59));
  return true;
}

// "+0100", "+01:00", "+01", "-5"
bool DateReader::read_offset() {
  const int sign = text_.front() == '-' ? -1 : 1;
  text_.remove_prefix(1);
  std::string_view hours = digits(4);
  int minute = 0;
  if (hours.size() > 2) {
    minute = to_number(hours.substr(hours.size() - 2));
    hours.remove_suffix(2);
  } else if (at(0, ':')) {
    if (!digit_at(1)) return false;
    text_.remove_prefix(1);
    minute = to_number(digits(2));
  }
  if (to_number(hours) > 15 || minute > 59) return false;
  offset_ = sign * minutes(to_number(hours) * 60 + minute);
  zone_.clear();
  return true;
}

bool DateReader::read_word() {
  std::size_t end = 0;
  while (end < text_.size() && (is_letter(text_[end]) || text_[end] == '.' || text_[end] == '_' ||
                                (text_[end] == '/' && end > 0))) {
    ++end;
  }
  std::string word(text_.substr(0, end));
  text_.remove_prefix(end);
  std::erase(word, '.');
  // French and Spanish Tuesday is "mar." as well: the next month's name shows it.
  if (const auto month = month_number(word); month && (!month_ || month_was_mar_)) {
    month_ = month;
    month_was_mar_ = word == "mar";
    return true;
  }
  if (is_weekday(word) || is_filler(word)) return true;
  if (word == "am" || word == "pm" || word == "오전" || word == "오후") {
    meridiem_ = word == "am" || word == "오전" ? Meridiem::am : Meridiem::pm;
    if (word.size() > 2) zone_ = "Asia/Seoul";
    return true;
  }
  if (word == "t" && day_ && !time_) return true;
  if (word == "년" || word == "월" || word == "일") {
    zone_ = "Asia/Seoul";
    if (word == "월" && day_ && !month_) std::swap(day_, month_);
    return true;
  }
  return take_named_zone(word);
}

bool DateReader::take_named_zone(const std::string& word) {
  if (word == "at" && !time_) return true;  // "June 22, 2023 at 01:11 PM", not Atlantic time
  if (!time_ && !(day_ && year_)) return false;
  if (const auto offset = zone_offset(word)) {
    if (!offset_) offset_ = offset;
    return true;
  }
  if (word.find('/') == std::string::npos) return false;
  const auto zone = time_zone_named(word);
  if (!zone) return false;
  if (!offset_) zone_ = *zone;
  return true;
}

std::optional<Instant> DateReader::put_together() const {
  if (epoch_) return epoch_;
  if (!year_) return std::nullopt;
  // "2003" and "November 2020" are dates; with a day or a time of day something is missing.
  if (!month_ && (day_ || time_)) return std::nullopt;
  if (!day_ && time_) return std::nullopt;
  const Day day{std::chrono::year(*year_),
                std::chrono::month(static_cast<unsigned>(month_.value_or(1))),
                std::chrono::day(static_cast<unsigned>(day_.value_or(1)))};
  if (*year_ < 1 || !day.ok()) return std::nullopt;
  seconds time = time_.value_or(seconds{0});
  const seconds noon = std::chrono::hours(12);
  if (meridiem_ == Meridiem::pm && time < noon) time += noon;
  if (meridiem_ == Meridiem::am && time >= noon && time < noon + std::chrono::hours(1))
    time -= noon;
  if (offset_) return Instant(std::chrono::sys_days(day)) + time - *offset_;
  const auto whole = std::chrono::floor<minutes>(time);
  if (!zone_.empty()) return Calendar(zone_).instant(day, whole) + (time - whole);
  return assumed_.instant(day, whole) + (time - whole);
}

}  // namespace

std::optional<Instant> parse_date(std::string_view text, const Calendar& assumed) {
  text = trimmed(text);
  if (text.empty() || text.size() > kDateBytesMax) return std::nullopt;
  const std::string lowered = lower(text);
  return DateReader(lowered, assumed).read();
}

bool is_plausible(Instant instant) {
  using namespace std::chrono;
  return instant >= sys_days(year(1990) / January / 1) &&
         instant < sys_days(year(2050) / January / 1);
}

}  // namespace fundwatch::feeds
