// digest/profile_fault.h — the mail to the coordinator about a profile that cannot run, as words:
// plain text (72 columns) and HTML. Pure. Says what is wrong, what matches instead, and what to do.
#pragma once

#include <optional>
#include <string>

#include "digest/render.h"

namespace fundwatch::digest {

struct ProfileFault {
  std::string name;
  int version = 0;                      // the one with the fault
  std::optional<int> version_in_force;  // an earlier one, if any is without a fault
  std::string fault;                    // in words of the coordinator's language
};

Rendering render(const ProfileFault& fault, const config::Config& config, Mode mode);

}  // namespace fundwatch::digest
