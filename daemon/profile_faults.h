// daemon/profile_faults.h — tells the coordinator of profiles that cannot run as they were saved,
// by mail, once for each version. The mail goes into the outbox in one transaction with the record
// that it was made, so that no crash loses or repeats it.
#pragma once

#include <vector>

#include "base/calendar.h"
#include "config/config.h"
#include "daemon/parts.h"
#include "daemon/profiles_in_force.h"
#include "digest/profile_fault.h"
#include "store/store.h"

namespace fundwatch::daemon {

class ProfileFaults {
 public:
  ProfileFaults(const config::Config& config, store::Store& store, const Parts& parts,
                const Calendar& calendar, digest::Mode mode)
      : config_(config), store_(store), parts_(parts), calendar_(calendar), mode_(mode) {}

  // Writes what is wrong to the log, and queues mails for those that were not told yet. Without a
  // coordinator's address the log is all.
  void tell(const std::vector<ProfileInForce>& profiles);

 private:
  void mail(const ProfileInForce& faulty);
  Mail mail_of(const ProfileInForce& faulty) const;

  const config::Config& config_;
  store::Store& store_;
  const Parts& parts_;
  const Calendar& calendar_;
  digest::Mode mode_;
};

}  // namespace fundwatch::daemon
