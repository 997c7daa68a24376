#include "daemon/profile_faults.h"

#include <spdlog/logger.h>

#include "digest/message.h"

namespace fundwatch::daemon {

void ProfileFaults::tell(const std::vector<ProfileInForce>& profiles) {
  for (const ProfileInForce& each : profiles) {
    if (each.problem.empty()) continue;
    parts_.log.error("{}", each.problem);
    if (!config_.coordinator_address().empty()) mail(each);
  }
}

void ProfileFaults::mail(const ProfileInForce& faulty) {
  if (store_.profiles.is_fault_told(faulty.newest)) return;
  store::Transaction transaction = store_.begin();
  store_.profiles.set_fault_told(faulty.newest);
  store_.outbox.add(mail_of(faulty), parts_.clock.now());
  parts_.at(Point::outbox);
  transaction.commit();
  parts_.at(Point::queued);
}

Mail ProfileFaults::mail_of(const ProfileInForce& faulty) const {
  digest::ProfileFault fault{.name = faulty.name, .version = faulty.newest.version};
  if (faulty.profile) fault.version_in_force = faulty.profile->version;
  fault.fault = matchers::describe(faulty.faults, config_.coordinator.language);
  const Instant now = parts_.clock.now();
  const std::string id = "profile-" + std::to_string(static_cast<std::int64_t>(faulty.newest.id)) +
                         "-version-" + std::to_string(faulty.newest.version);
  return digest::make_notice(
      digest::render(fault, config_, mode_),
      {digest::notice_id(id, config_.mail), now, calendar_.local(now).offset}, config_);
}

}  // namespace fundwatch::daemon
