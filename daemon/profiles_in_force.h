// daemon/profiles_in_force.h — which version of each profile matches.
// Saving refuses a profile with a fault. One that stands in the database nevertheless (an older
// program's, whose rules meant something else) must not run without the faulty term in silence: the
// newest version without a fault stays in force, and the coordinator is told.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/model.h"
#include "matchers/profile.h"
#include "store/store.h"

namespace fundwatch::daemon {

// `profile` is nothing where no version is without a fault. `problem` says in words what is wrong
// with the newest one and what is in force instead; empty when all is well.
struct ProfileInForce {
  std::string name;
  std::optional<Profile> profile;
  std::string problem;
  store::ProfileVersion newest;
  std::vector<matchers::Remark> faults;  // of the newest
};

// By name.
std::vector<ProfileInForce> profiles_in_force(const store::Store& store);

}  // namespace fundwatch::daemon
