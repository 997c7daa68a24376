// store/weekly_rounds.h — when the mails of a weekly moment go out, after what the coordinator
// wants of its week: at that moment, some days earlier, or with the next week's. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "store/editions.h"

namespace fundwatch::store {

// How far back a held week is remembered: longer holds end by themselves.
constexpr std::chrono::days kHeldAtMost{70};

class WeeklyRounds {
 public:
  // What is asked of the weeks from kHeldAtMost before `now` on. `calendar` outlives it.
  static WeeklyRounds of(const Editions& editions, const Calendar& calendar, Instant now);

  WeeklyRounds(std::vector<Edition> editions, const Calendar& calendar)
      : editions_(std::move(editions)), calendar_(calendar) {}

  // When mails named by this weekly moment are due.
  Instant due(Instant weekly_moment) const;

  // The first that is due of those named by these; nothing where there are none.
  std::optional<Instant> first_due(const std::vector<Instant>& weekly_moments) const;

  // The coordinator's lines for a mail of that moment that is made now: those of its week, and of
  // later ones that have come since. Empty if there are none.
  std::string note(Instant weekly_moment, Instant now) const;

 private:
  const Edition* edition_of(Instant weekly_moment) const;

  std::vector<Edition> editions_;
  const Calendar& calendar_;
};

}  // namespace fundwatch::store
