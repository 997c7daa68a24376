// daemon/rematching.h — stored items are matched again when what matching goes by has changed: a
// profile's terms, or the readers' home county.
#pragma once

#include "config/config.h"
#include "daemon/parts.h"
#include "matchers/matcher.h"
#include "store/store.h"

namespace fundwatch::daemon {

// Items first seen earlier are history to a changed profile.
inline constexpr std::chrono::days kProfileLooksBack{30};

class Rematching {
 public:
  Rematching(const config::Config& config, store::Store& store, const Parts& parts)
      : config_(config), store_(store), parts_(parts) {}

  // `matcher` has all profiles in force. Returns how many hits are new.
  int work(const matchers::Matcher& matcher);

 private:
  int match_changed_profiles(const std::vector<Profile>& changed);

  const config::Config& config_;
  store::Store& store_;
  const Parts& parts_;
};

// The profiles are without faults (daemon/profiles_in_force), and for the installation's county.
matchers::Matcher matcher_of(std::vector<Profile> profiles, const Parts& parts,
                             const config::Config& config);

}  // namespace fundwatch::daemon
