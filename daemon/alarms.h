// daemon/alarms.h — tells the coordinator of sources in trouble, by mail. What is told and when is
// daemon/alarm_plan.h, in which words digest/fault_report.h. The mail goes into the outbox in one
// transaction with the record that it was made, so that no crash loses or repeats it.
#pragma once

#include "base/calendar.h"
#include "config/config.h"
#include "daemon/alarm_plan.h"
#include "daemon/parts.h"
#include "digest/fault_report.h"
#include "store/store.h"

namespace fundwatch::daemon {

class Alarms {
 public:
  Alarms(const config::Config& config, store::Store& store, const Parts& parts,
         const Calendar& calendar, digest::Mode mode)
      : config_(config), store_(store), parts_(parts), calendar_(calendar), mode_(mode) {}

  // Queues a mail if one is due. Returns when to be called again at the latest, if anything waits.
  std::optional<Instant> look();

 private:
  std::vector<Source> sources_of_interest(const std::vector<store::Alarm>& alarms) const;
  void write_down(const AlarmPlan& plan, Instant now);
  void tell(const AlarmPlan& plan, Instant now);
  std::string address_before(const Source& source) const;
  Mail mail_of(const AlarmPlan& plan, Instant now) const;

  const config::Config& config_;
  store::Store& store_;
  const Parts& parts_;
  const Calendar& calendar_;
  digest::Mode mode_;
};

}  // namespace fundwatch::daemon
