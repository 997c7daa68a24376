// digest/reminder.h — the mail between two weekly ones: what a reader is interested in closes soon,
// or something that they said nothing to does. Written as a Letter, so that it looks as the weekly
// mail does and holds the same in both parts. Which entries, and when, is daemon/reminders.h.
#pragma once

#include <string>
#include <vector>

#include "digest/digest.h"
#include "digest/render.h"

namespace fundwatch::digest {

struct ReminderMail {
  Subscriber subscriber;
  Instant composed_at{};
  std::vector<Entry> interests;   // each with days_left, the soonest first
  std::vector<Entry> unanswered;  // the same; one of the two is not empty
  std::string settings_url;       // of our pages; empty where there are none
  std::string unsubscribe_url;
  std::string calendar_url;
};

Rendering render_reminder(const ReminderMail& reminder, const config::Config& config,
                          const Calendar& calendar, Mode mode);

}  // namespace fundwatch::digest
