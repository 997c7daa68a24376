// daemon/confirmations.h — nobody gets the weekly mail who did not ask for it: new subscribers are
// asked once, and forgotten if they do not answer.
#pragma once

#include "base/calendar.h"
#include "config/config.h"
#include "daemon/parts.h"
#include "store/store.h"

namespace fundwatch::daemon {

// Where there is no page to say yes, the answer is a mail that the coordinator reads.
inline constexpr std::chrono::days kAnswerByMailAwaited{30};

class Confirmations {
 public:
  // All outlive it.
  Confirmations(const config::Config& config, store::Store& store, const Parts& parts,
                const Calendar& calendar)
      : config_(config), store_(store), parts_(parts), calendar_(calendar) {}

  // Queues a mail to each who was not asked yet, and removes those who did not answer in time.
  void ask();

 private:
  void ask(const Subscriber& subscriber, Instant now);

  const config::Config& config_;
  store::Store& store_;
  const Parts& parts_;
  const Calendar& calendar_;
};

}  // namespace fundwatch::daemon
