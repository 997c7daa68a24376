// daemon/weekly_rounds.h — when the mails of a weekly moment go out, after what the coordinator
// wants of its week: at that moment, some days earlier, or with the next week's. Pure.
#pragma once

#include <string>
#include <vector>

#include "base/calendar.h"
#include "store/editions.h"

namespace fundwatch::daemon {

// How far back a held week is remembered: longer holds end by themselves.
constexpr std::chrono::days kHeldAtMost{70};

class WeeklyRounds {
 public:
  // What is asked of the weeks from kHeldAtMost before `now` on. `calendar` outlives it.
  static WeeklyRounds of(const store::Editions& editions, const Calendar& calendar, Instant now);

  WeeklyRounds(std::vector<store::Edition> editions, const Calendar& calendar)
      : editions_(std::move(editions)), calendar_(calendar) {}

  // When mails named by this weekly moment are due.
  Instant due(Instant weekly_moment) const;

  // The coordinator's lines for a mail of that moment that is made now: those of its week, and of
  // later ones that have come since. Empty if there are none.
  std::string note(Instant weekly_moment, Instant now) const;

 private:
  const store::Edition* edition_of(Instant weekly_moment) const;

  std::vector<store::Edition> editions_;
  const Calendar& calendar_;
};

}  // namespace fundwatch::daemon
