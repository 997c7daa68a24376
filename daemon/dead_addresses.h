// daemon/dead_addresses.h — a reader whose address takes no mail gets none any more, and the
// coordinator is told, once. Who pauses and tells is the same wherever it was found out.
#pragma once

#include <string>

#include "base/calendar.h"
#include "config/config.h"
#include "daemon/parts.h"
#include "digest/render.h"
#include "store/store.h"

namespace fundwatch::daemon {

class DeadAddresses {
 public:
  // All outlive it.
  DeadAddresses(const config::Config& config, store::Store& store, const Parts& parts,
                const Calendar& calendar, digest::Mode mode)
      : config_(config), store_(store), parts_(parts), calendar_(calendar), mode_(mode) {}

  // Pauses the subscriber and queues the notice, within the caller's transaction or one of its own.
  void declare(const Subscriber& subscriber, const std::string& words);

 private:
  const config::Config& config_;
  store::Store& store_;
  const Parts& parts_;
  const Calendar& calendar_;
  digest::Mode mode_;
};

}  // namespace fundwatch::daemon
