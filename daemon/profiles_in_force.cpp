#include "daemon/profiles_in_force.h"

#include <utility>

namespace fundwatch::daemon {
namespace {

// The newest version before `version` that has no fault.
std::optional<Profile> last_good(const store::Store& store, ProfileId id, int version) {
  while (--version > 0) {
    auto profile = store.profiles.at_version(id, version);
    if (profile && matchers::faults(*profile).empty()) return profile;
  }
  return std::nullopt;
}

ProfileInForce in_force(const store::Store& store, Profile newest) {
  auto faults = matchers::faults(newest);
  std::string name = newest.name;
  const store::ProfileVersion version{newest.id, newest.version};
  if (faults.empty()) return {std::move(name), std::move(newest), "", version, {}};
  auto earlier = last_good(store, newest.id, newest.version);
  const std::string instead =
      earlier ? "version " + std::to_string(earlier->version) + " stays in force until it is mended"
              : "it does not match anything until it is mended";
  std::string problem = "profile \"" + name + "\", version " + std::to_string(newest.version) +
                        ", has a fault, so " + instead + ": " +
                        matchers::describe(faults, Language::english) +
                        "; mend it with: fundwatch profile edit " + name;
  return {std::move(name), std::move(earlier), std::move(problem), version, std::move(faults)};
}

}  // namespace

std::vector<ProfileInForce> profiles_in_force(const store::Store& store) {
  std::vector<ProfileInForce> found;
  for (Profile& newest : store.profiles.all()) found.push_back(in_force(store, std::move(newest)));
  return found;
}

}  // namespace fundwatch::daemon
