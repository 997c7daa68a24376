#include "feeds/facts/clock_times.h"

#include <algorithm>
#include <array>

#include "feeds/facts/phrases.h"

namespace fundwatch::feeds {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::literals::string_view_literals::operator""sv;

constexpr minutes kMidnight = hours(23) + minutes(59);

struct ZoneWords {
  std::string_view phrase;
  std::string_view zone;  // empty: the clocks of Sweden
};

constexpr std::array<ZoneWords, 46> kZones{{{"cet", ""},
                                            {"cest", ""},
                                            {"brussels time", ""},
                                            {"brussels local time", ""},
                                            {"bryssel tid", ""},
                                            {"brysseltid", ""},
                                            {"central european time", ""},
                                            {"central european summer time", ""},
                                            {"svensk tid", ""},
                                            {"swedish time", ""},
                                            {"stockholm time", ""},
                                            {"lokal tid", ""},
                                            {"local time", ""},
                                            {"norsk tid", ""},
                                            {"dansk tid", ""},
                                            {"norwegian time", ""},
                                            {"danish time", ""},
                                            {"oslo time", ""},
                                            {"copenhagen time", ""},
                                            {"berlin time", ""},
                                            {"german time", ""},
                                            {"paris time", ""},
                                            {"luxembourg time", ""},
                                            {"finnish time", "Europe/Helsinki"},
                                            {"finsk tid", "Europe/Helsinki"},
                                            {"helsinki time", "Europe/Helsinki"},
                                            {"eet", "Europe/Helsinki"},
                                            {"eest", "Europe/Helsinki"},
                                            {"tallinn time", "Europe/Tallinn"},
                                            {"estonian time", "Europe/Tallinn"},
                                            {"riga time", "Europe/Riga"},
                                            {"latvian time", "Europe/Riga"},
                                            {"vilnius time", "Europe/Vilnius"},
                                            {"lithuanian time", "Europe/Vilnius"},
                                            {"athens time", "Europe/Athens"},
                                            {"uk time", "Europe/London"},
                                            {"bst", "Europe/London"},
                                            {"british time", "Europe/London"},
                                            {"brittisk tid", "Europe/London"},
                                            {"london time", "Europe/London"},
                                            {"irish time", "Europe/Dublin"},
                                            {"icelandic time", "Atlantic/Reykjavik"},
                                            {"eastern time", "America/New_York"},
                                            {"est", "America/New_York"},
                                            {"edt", "America/New_York"},
                                            {"pacific time", "America/Los_Angeles"}}};

bool is_glued(WordSpan words, std::size_t at) {
  return at < words.size() && !words[at].follows_space;
}

bool is_one_of(WordSpan words, std::size_t at, std::initializer_list<std::string_view> texts) {
  return at < words.size() && std::ranges::find(texts, words[at].text) != texts.end();
}

// Reads from left to right.
class TimeReader {
 public:
  TimeReader(WordSpan words, std::size_t at) : words_(words), at_(at) {}

  std::optional<StatedTime> read() {
    const bool is_introduced = skip_introduction();
    if (!read_named() && !read_numbers(is_introduced)) return std::nullopt;
    read_span();
    read_zone();
    time_.end = at_;
    return time_;
  }

 private:
  // "kl.", "klockan", "at", and the "T" of ISO 8601.
  bool skip_introduction() {
    if (is_one_of(words_, at_, {"kl", "klockan", "klo", "at"})) {
      ++at_;
      if (is_word(words_, at_, ".") && is_glued(words_, at_)) ++at_;
      return true;
    }
    if (!is_one_of(words_, at_, {"t"}) || !is_glued(words_, at_) || !is_glued(words_, at_ + 1))
      return false;
    ++at_;
    return true;
  }

  bool read_named() {
    const bool is_twelve = number_at(words_, at_) == 12;
    const std::size_t name = at_ + (is_twelve ? 1 : 0);
    if (is_one_of(words_, name, {"noon", "midday"})) {
      time_.time_of_day = hours(12);
    } else if (is_one_of(words_, name, {"midnight", "midnatt"})) {
      time_.time_of_day = kMidnight;
    } else {
      return false;
    }
    at_ = name + 1;
    return true;
  }

  bool read_numbers(bool is_introduced) {
    const int hour = number_at(words_, at_);
    if (hour < 0 || hour > 24 || words_[at_].text.size() > 2) return false;
    std::size_t next = at_ + 1;
    int minute = -1;
    if (is_one_of(words_, next, {":", ".", "h"}) && is_glued(words_, next)) {
      minute = two_digits_at(next + 1);
      if (minute >= 0) next += 2;
    }
    if (minute > 59) return false;
    next = skip_seconds(next, minute >= 0);
    const auto half = half_of_day(next);
    if (minute < 0 && !is_introduced && !half) return false;
    if (half) ++next;
    at_ = next;
    set(hour, std::max(minute, 0), half.value_or(hours(0)), half.has_value());
    return true;
  }

  int two_digits_at(std::size_t at) const {
    if (!is_glued(words_, at) || words_[at].text.size() != 2) return -1;
    return number_at(words_, at);
  }

  std::size_t skip_seconds(std::size_t next, bool has_minutes) const {
    if (has_minutes && is_word(words_, next, ":") && two_digits_at(next + 1) >= 0) next += 2;
    if (is_one_of(words_, next, {"h", "hrs", "hours", "hr"})) ++next;
    return next;
  }

  // Midnight and noon of the half that "am" and "pm" name.
  std::optional<hours> half_of_day(std::size_t at) const {
    if (is_one_of(words_, at, {"am"})) return hours(0);
    if (is_one_of(words_, at, {"pm"})) return hours(12);
    return std::nullopt;
  }

  void set(int hour, int minute, hours half, bool is_twelve_hours) {
    if (is_twelve_hours) hour = hour % 12 + static_cast<int>(half.count());
    time_.time_of_day = hours(hour) + minutes(minute);
    if (hour >= 24) time_.time_of_day = kMidnight;
  }

  // "9–11", "kl. 13 till 16": what begins here ends there.
  void read_span() {
    if (!is_one_of(words_, at_, {"-", "till", "to"}) || number_at(words_, at_ + 1) < 0) return;
    if (words_[at_ + 1].text.size() > 2 || number_at(words_, at_ + 1) > 24) return;
    std::size_t next = at_ + 2;
    if (is_one_of(words_, next, {":", "."}) && two_digits_at(next + 1) >= 0) next += 2;
    time_.is_span = true;
    at_ = next;
    if (half_of_day(at_)) ++at_;
  }

  void read_zone() {
    const bool is_bracketed = is_word(words_, at_, "(");
    std::size_t next = at_ + (is_bracketed ? 1 : 0);
    if (is_word(words_, next, ",")) ++next;
    next = is_utc(next) ? read_utc(next) : read_named_zone(next);
    if (next == 0) return;
    if (is_bracketed && is_word(words_, next, ")")) ++next;
    at_ = next;
  }

  bool is_utc(std::size_t at) const {
    const bool is_iso = is_one_of(words_, at, {"+", "z"}) && is_glued(words_, at);
    return is_iso || is_one_of(words_, at, {"utc", "gmt"});
  }

  // "UTC", "UTC+1", "GMT +02:00", "+01:00", "Z"
  std::size_t read_utc(std::size_t next) {
    if (!is_word(words_, next, "+")) ++next;
    time_.offset = minutes(0);
    if (!is_one_of(words_, next, {"+", "-"})) return next;
    const int value = number_at(words_, next + 1);
    if (value < 0 || words_[next + 1].text.size() > 4) return next;
    minutes east = value > 99 ? hours(value / 100) + minutes(value % 100) : minutes(value * 60);
    std::size_t end = next + 2;
    if (is_word(words_, end, ":") && two_digits_at(end + 1) >= 0) {
      east += minutes(number_at(words_, end + 1));
      end += 2;
    }
    time_.offset = is_word(words_, next, "-") ? -east : east;
    return end;
  }

  std::size_t read_named_zone(std::size_t next) {
    for (const auto anywhere : {"anywhere on earth"sv, "aoe"sv}) {
      const std::size_t length = phrase_length(words_, next, anywhere);
      if (length == 0) continue;
      time_.offset = -hours(12);
      return next + length;
    }
    for (const ZoneWords& known : kZones) {
      const std::size_t length = phrase_length(words_, next, known.phrase);
      if (length == 0) continue;
      time_.zone = known.zone;
      return next + length;
    }
    return 0;
  }

  WordSpan words_;
  std::size_t at_;
  StatedTime time_;
};

}  // namespace

std::optional<StatedTime> clock_time_at(WordSpan words, std::size_t at) {
  return TimeReader(words, at).read();
}

}  // namespace fundwatch::feeds
