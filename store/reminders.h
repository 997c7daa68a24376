// store/reminders.h — the ledger of reminders: which last day of which case a subscriber was
// reminded of. It is what makes a reminder go once, whatever happens between; a last day that moves
// is another one. And when the daemon looks at a subscriber's last days again.
#pragma once

#include <optional>
#include <vector>

#include "base/model.h"
#include "store/sqlite.h"

namespace fundwatch::store {

// two_weeks, three_days: of what they said to be interested in. unanswered: of what they were told
// and said nothing to.
enum class ReminderKind { two_weeks, three_days, unanswered };

struct Reminder {
  CaseId case_id{};
  Day due{};
  ReminderKind kind = ReminderKind::two_weeks;
};

class Reminders {
 public:
  explicit Reminders(Connection& database) : database_(database) {}

  bool was_sent(SubscriberId subscriber, const Reminder& reminder) const;

  // One that was sent before changes nothing.
  void record(SubscriberId subscriber, const std::vector<Reminder>& reminders, Instant now);

  // When the last of this kind was recorded, at or before `now`.
  std::optional<Instant> last(SubscriberId subscriber, ReminderKind kind, Instant now) const;

  // Those who get the weekly mail and whose moment has come, is not set yet, or lies after
  // `latest`, where only a clock that went wrong can have put it; at most `most` of them.
  struct Moment {
    SubscriberId subscriber{};
    std::optional<Instant> at;
  };
  std::vector<Moment> due(Instant now, Instant latest, int most) const;
  std::optional<Instant> next() const;
  void set_next(SubscriberId subscriber, Instant next);

 private:
  Connection& database_;
};

}  // namespace fundwatch::store
