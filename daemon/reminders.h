// daemon/reminders.h — the mails between two weekly ones. Once a day, at the hour that a subscriber
// chose: what they are interested in and closes in two weeks, and in three days. In the middle of
// their week, once: what they were told, said nothing to, and closes within seven days. One mail a
// day at most, committed with the ledger of reminders before it is sent, so that each goes once.
#pragma once

#include "base/calendar.h"
#include "config/config.h"
#include "daemon/parts.h"
#include "digest/reminder.h"
#include "store/store.h"

namespace fundwatch::daemon {

// After the weekly mail, so that it had its chance.
constexpr std::chrono::days kUnansweredAfterDigest{3};
// A mail of that day that was missed is made up for so long; then the next weekly mail is near.
constexpr std::chrono::days kUnansweredMadeUp{2};
// What was told more recently needs no reminder yet.
constexpr std::chrono::days kTimeToAnswer{2};
constexpr int kUnansweredWithinDays = 7;
constexpr std::size_t kRemindedAtOnceMax = 10;  // of each; the soonest

class Reminders {
 public:
  // All outlive it.
  Reminders(const config::Config& config, store::Store& store, const Parts& parts,
            const Calendar& calendar, digest::Mode mode)
      : config_(config), store_(store), parts_(parts), calendar_(calendar), mode_(mode) {}

  // Call after the weekly mails of this moment were queued: what they tell is not told again.
  // Returns how many mails were queued.
  int queue_due();

 private:
  struct Made {
    digest::ReminderMail mail;
    std::vector<store::Reminder> told;
  };

  bool look(const Subscriber& subscriber, Instant moment, Instant now);
  Made made(const Subscriber& subscriber, Instant now) const;
  void add_interests(Made& made, Instant now) const;
  void add_unanswered(Made& made, Instant middle, Instant now) const;
  void add_links(digest::ReminderMail& mail, Instant now) const;
  Mail written(const Made& made, const std::string& id) const;
  std::optional<Instant> middle_of_week(const Subscriber& subscriber, Instant now) const;
  Instant next_moment(const Subscriber& subscriber, Instant now) const;

  const config::Config& config_;
  store::Store& store_;
  const Parts& parts_;
  const Calendar& calendar_;
  digest::Mode mode_;
};

}  // namespace fundwatch::daemon
