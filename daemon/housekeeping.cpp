#include "daemon/housekeeping.h"

#include <spdlog/logger.h>

namespace fundwatch::daemon {
namespace {

// The first such time of day after that moment.
Instant night_after(Instant moment, const Calendar& calendar) {
  const std::chrono::sys_days today{calendar.day(moment)};
  const Instant tonight = calendar.instant(today, kHousekeepingAt);
  if (tonight > moment) return tonight;
  return calendar.instant(today + std::chrono::days(1), kHousekeepingAt);
}

}  // namespace

void Housekeeping::work() {
  watch_disk();
  const Instant now = parts_.clock.now();
  // Nothing is too old at a first start.
  if (!store_.upkeep.done_at()) store_.upkeep.set_done(now);
  if (now < next() || parts_.stopping()) return;
  if (!clear_out()) return;
  store_.upkeep.tidy_up(kPagesGivenBackMax);
  store_.upkeep.set_done(now);
  parts_.on_progress();
}

Instant Housekeeping::next() const {
  return night_after(store_.upkeep.done_at().value_or(parts_.clock.now()), calendar_);
}

void Housekeeping::watch_disk() const {
  const auto space = parts_.disk_space();
  if (!space) return;
  if (!is_low(*space)) {
    parts_.troubles.end(Trouble::space, "there is room on the disk again");
    return;
  }
  // Without figures, which change all the time and would be said anew.
  parts_.troubles.begin(Trouble::space,
                        "the disk of " + config_.installation.state_directory.string() +
                            " is nearly full: less than 5 % or 500 MB are left; free space there "
                            "before nothing can be stored any more");
}

// False if it was stopped in between.
bool Housekeeping::clear_out() {
  const Instant now = parts_.clock.now();
  const Instant items_before = now - std::chrono::months(config_.housekeeping.keep_items_months);
  const Instant mails_before = now - std::chrono::days(config_.housekeeping.keep_mails_days);
  int items = 0;
  int mails = 0;
  for (int gone = 1; gone > 0; items += gone) {
    if (parts_.stopping()) return false;
    gone = store_.upkeep.retire_items(items_before, kRetiredAtOnceMax);
    parts_.on_progress();
  }
  for (int gone = 1; gone > 0; mails += gone) {
    if (parts_.stopping()) return false;
    gone = store_.upkeep.empty_mails(mails_before, kRetiredAtOnceMax) +
           store_.upkeep.remove_mails(items_before, kRetiredAtOnceMax);
    parts_.on_progress();
  }
  if (items + mails > 0) {
    parts_.log.info("housekeeping: {} old announcements removed, {} old mails emptied or removed",
                    items, mails);
  }
  return true;
}

}  // namespace fundwatch::daemon
