#include "store/weekly_rounds.h"

#include <algorithm>
#include <utility>

namespace fundwatch::store {
namespace {

std::pair<int, int> order_of(const IsoWeek& week) { return {week.year, week.week}; }

// By so many days, at the same hour of the wall clock.
Instant moved(Instant moment, std::chrono::days days, const Calendar& calendar) {
  const LocalTime local = calendar.local(moment);
  return calendar.instant(Day{std::chrono::sys_days{local.day} + days}, local.time_of_day);
}

}  // namespace

WeeklyRounds WeeklyRounds::of(const Editions& editions, const Calendar& calendar, Instant now) {
  return {editions.since(iso_week(calendar.day(now - kHeldAtMost))), calendar};
}

const Edition* WeeklyRounds::edition_of(Instant weekly_moment) const {
  const IsoWeek week = iso_week(calendar_.day(weekly_moment));
  const auto found = std::ranges::find_if(editions_, [&week](const Edition& edition) {
    return order_of(edition.week) == order_of(week);
  });
  return found == editions_.end() ? nullptr : &*found;
}

// Ends: each round is a week further, and the editions are finitely many.
Instant WeeklyRounds::due(Instant weekly_moment) const {
  const Edition* edition = edition_of(weekly_moment);
  while (edition != nullptr && edition->is_held) {
    weekly_moment = moved(weekly_moment, std::chrono::days(7), calendar_);
    edition = edition_of(weekly_moment);
  }
  const int earlier = edition == nullptr ? 0 : edition->days_earlier;
  return earlier == 0 ? weekly_moment
                      : moved(weekly_moment, -std::chrono::days(earlier), calendar_);
}

std::optional<Instant> WeeklyRounds::first_due(const std::vector<Instant>& weekly_moments) const {
  std::optional<Instant> first;
  for (const Instant moment : weekly_moments) {
    const Instant due = this->due(moment);
    if (!first || due < *first) first = due;
  }
  return first;
}

std::string WeeklyRounds::note(Instant weekly_moment, Instant now) const {
  const auto first = order_of(iso_week(calendar_.day(weekly_moment)));
  const auto last = order_of(iso_week(calendar_.day(std::max(weekly_moment, now))));
  std::string note;
  for (const Edition& edition : editions_) {
    const auto week = order_of(edition.week);
    if (week < first || week > last || edition.note.empty()) continue;
    note += (note.empty() ? "" : "\n\n") + edition.note;
  }
  return note;
}

}  // namespace fundwatch::store
