// daemon/housekeeping.h — once a night, what keeps an installation quiet for years: what is too old
// goes, the database is tidied up; and at every tick a look at the room on the disk, said to the
// sysadmin before it runs out. Works in small portions, so that a stop is honoured in between; what
// was not finished goes on at the next tick. Throws store::StoreError as the tick does.
#pragma once

#include <optional>

#include "base/calendar.h"
#include "config/config.h"
#include "daemon/parts.h"
#include "store/store.h"

namespace fundwatch::daemon {

// When, on the installation's clock: after the nightly backup, before anybody reads.
constexpr std::chrono::minutes kHousekeepingAt = std::chrono::hours(3) + std::chrono::minutes(30);
// How many rows go in one transaction.
constexpr int kRetiredAtOnceMax = 200;
// Of free pages that are given back a night: 80 MB.
constexpr int kPagesGivenBackMax = 20'000;

class Housekeeping {
 public:
  Housekeeping(const config::Config& config, store::Store& store, const Parts& parts,
               const Calendar& calendar)
      : config_(config), store_(store), parts_(parts), calendar_(calendar) {}

  // What is due.
  void work();

  // When it is due next; the first night after the first start.
  Instant next() const;

 private:
  void watch_disk() const;
  bool clear_out();

  const config::Config& config_;
  store::Store& store_;
  const Parts& parts_;
  const Calendar& calendar_;
};

}  // namespace fundwatch::daemon
