#include "feeds/facts/deadline.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <vector>

#include "base/text.h"
#include "feeds/facts/last_day.h"
#include "feeds/facts/phrases.h"

namespace fundwatch::feeds {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

// "… och ansökan stänger kl. 14.00 sista dagen."
constexpr Phrases kSameDay{
    "stoppdatumet",          "stoppdagen",   "slutdatumet",       "sista dagen", "samma dag",
    "sista ansökningsdagen", "den dagen",    "sista anbudsdagen", "det datumet", "that day",
    "the last day",          "the same day", "the closing day"};
// "… both at 17:00"
constexpr Phrases kEachDay{"both at", "both", "each at", "båda", "samtliga", "alltid"};
// Between two dates of a list nothing else stands: "1 mars, 15 november och 1 mars 2027".
constexpr Phrases kListWords{",",          "och",    "and",    "eller",        "or",     "samt",
                             "respektive", "resp",   "den",    "andra",        "senast", "by",
                             "until",      "second", "tredje", "till och med", "tom",    "därefter",
                             "på"};
// Between the time and those words.
constexpr std::size_t kSameDayWordsMax = 3;

// A last day as it was found, in the field where it stands.
struct Candidate {
  DueDate due;
  Claim claim = Claim::implied;
  Field field = Field::title;
  std::size_t begin = 0;  // bytes [begin, end) of that field
  std::size_t end = 0;
};

Instant instant_of(Day day, const StatedTime& time, const Calendar& calendar) {
  if (time.offset) return Instant(sys_days(day)) + time.time_of_day - *time.offset;
  if (!time.zone.empty()) return Calendar(time.zone).instant(day, time.time_of_day);
  return calendar.instant(day, time.time_of_day);
}

// Finds the candidates of one field.
class Finder {
 public:
  Finder(WordSpan words, Field field, Day written, const Calendar& calendar)
      : words_(words), field_(field), written_(written), calendar_(calendar) {}

  void find(std::vector<Candidate>& candidates) const {
    const std::vector<StatedDate> dates = dates_in(words_);
    std::optional<LastDay> last_day;  // what the date before this one was
    for (std::size_t i = 0; i < dates.size(); ++i) {
      const DateSurroundings around{dates[i], begin_of(dates, i), end_of(dates, i)};
      auto judged = judge_last_day(words_, around);
      if (!judged && last_day && is_list(dates[i - 1].end, dates[i].begin)) {
        judged = LastDay{last_day->claim, false, dates[i].begin, dates[i].end};
      }
      last_day = judged;
      if (!last_day) continue;
      if (auto candidate = candidate_of(dates[i], *last_day)) candidates.push_back(*candidate);
    }
  }

 private:
  bool is_list(std::size_t begin, std::size_t end) const {
    if (words_[begin - 1].sentence != words_[end].sentence) return false;
    while (begin < end) {
      const std::size_t length = longest_phrase(words_, begin, kListWords);
      if (length == 0) return false;
      begin += length;
    }
    return true;
  }

  std::size_t begin_of(const std::vector<StatedDate>& dates, std::size_t i) const {
    const std::size_t at = dates[i].begin;
    std::size_t begin = at - std::min(at, kWordsBesideDateMax);
    if (i > 0) begin = std::max(begin, dates[i - 1].end);
    while (begin < at && words_[begin].sentence != words_[at].sentence) ++begin;
    return begin;
  }

  std::size_t end_of(const std::vector<StatedDate>& dates, std::size_t i) const {
    const std::size_t at = dates[i].end;
    std::size_t most = std::min(words_.size(), at + kWordsBesideDateMax);
    if (i + 1 < dates.size()) most = std::min(most, dates[i + 1].begin);
    std::size_t end = at;
    while (end < most && words_[end].sentence == words_[at - 1].sentence) ++end;
    return end;
  }

  std::optional<Candidate> candidate_of(const StatedDate& date, const LastDay& last_day) const {
    auto day = day_meant(date.day, date.weekday, written_);
    if (!day) return std::nullopt;
    if (last_day.is_day_before) day = Day(sys_days(*day) - days(1));
    Candidate candidate{{*day, {}}, last_day.claim, field_, 0, 0};
    set_time(date, last_day, candidate);
    if (candidate.due.day < written_) return std::nullopt;
    candidate.due.is_doubtful =
        sys_days(candidate.due.day) - sys_days(written_) > kDeadlineAheadMax;
    return candidate;
  }

  void set_time(const StatedDate& date, const LastDay& last_day, Candidate& candidate) const {
    std::size_t end = last_day.end;
    std::optional<StatedTime> time = date.time;
    if (!time) time = time_of_same_day(date.end);
    if (time && !time->is_span) {
      candidate.due.at = instant_of(candidate.due.day, *time, calendar_);
      candidate.due.day = calendar_.day(*candidate.due.at);
      end = std::max(end, time->end);
    }
    candidate.begin = words_[last_day.begin].begin;
    candidate.end = words_[end - 1].end;
  }

  // The time that the rest of the sentence, or the next, gives to that day.
  std::optional<StatedTime> time_of_same_day(std::size_t from) const {
    const std::size_t most = std::min(words_.size(), from + kWordsBesideDateMax);
    for (std::size_t i = from; i < most; ++i) {
      if (words_[i].sentence > words_[from - 1].sentence + 1) break;
      auto time = clock_time_at(words_, i);
      if (!time) continue;
      if (contains_phrase(words_, i - std::min<std::size_t>(i, 2), i, kEachDay)) return time;
      const std::size_t end = std::min(words_.size(), time->end + kSameDayWordsMax);
      for (std::size_t same = time->end; same < end; ++same) {
        const std::size_t length = longest_phrase(words_, same, kSameDay);
        if (length == 0) continue;
        time->end = same + length;
        return time;
      }
    }
    return std::nullopt;
  }

  WordSpan words_;
  Field field_;
  Day written_;
  const Calendar& calendar_;
};

// Those that come first are preferred: what is sure, then the surest claim, the next day, and of
// one day the statement with its hour.
auto rank(const Candidate& candidate) {
  return std::tuple(candidate.due.is_doubtful, -static_cast<int>(candidate.claim),
                    sys_days(candidate.due.day), !candidate.due.at.has_value());
}

// Another statement of the day may be the one that gives the hour.
void take_hour(const std::vector<Candidate>& candidates, Candidate& best) {
  if (best.due.at) return;
  for (const Candidate& other : candidates) {
    if (other.due.day == best.due.day && other.due.at) {
      best = other;
      return;
    }
  }
}

}  // namespace

std::optional<StatedDeadline> find_deadline(const Item& item, const ItemWords& words,
                                            Instant written, const Calendar& calendar) {
  std::vector<Candidate> candidates;
  const Day day = calendar.day(written);
  for (const Field field : kFields) {
    Finder(words.of(field), field, day, calendar).find(candidates);
  }
  if (candidates.empty()) return std::nullopt;
  Candidate best = *std::ranges::min_element(candidates, {}, rank);
  take_hour(candidates, best);
  const std::string& text = text_of(item, best.field);
  return StatedDeadline{best.due, collapsed(text.substr(best.begin, best.end - best.begin))};
}

}  // namespace fundwatch::feeds
