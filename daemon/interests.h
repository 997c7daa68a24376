// daemon/interests.h — what a reader said to be interested in, and which reminders of its last days
// are due. Pure but for reading answers and cases.
#pragma once

#include <vector>

#include "base/calendar.h"
#include "digest/digest.h"
#include "store/store.h"

namespace fundwatch::daemon {

// So many days before the last day a reader is reminded of what interests them.
inline constexpr int kFirstReminderDays = 14;
inline constexpr int kLastReminderDays = 3;

struct Interest {
  Candidate candidate;
  Instant answered_at{};
};

// What the reader's latest answer calls interesting; what they applied for or declined is not.
std::vector<Interest> interests_of(const store::Store& store, const Subscriber& subscriber);

// The same as compose takes them.
std::vector<Candidate> candidates_of(const std::vector<Interest>& interests);

// The reminder that a last day asks for now: of two weeks, or of three days when so few are left.
// Nothing if there is none ahead, or the reader said to be interested when fewer were left anyway.
std::optional<store::Reminder> reminder_due(const Interest& interest, const Calendar& calendar,
                                            Instant now);

// What need not be said again to somebody who was told of this last day: each reminder whose time
// has come.
void add_told(std::vector<store::Reminder>& told, const digest::Entry& entry,
              const Calendar& calendar);

}  // namespace fundwatch::daemon
