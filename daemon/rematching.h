// daemon/rematching.h — stored items are matched again when what matching goes by has changed: a
// profile's terms, the readers' home county, or an item's facts as a person put them right.
#pragma once

#include <utility>
#include <vector>

#include "config/config.h"
#include "daemon/parts.h"
#include "matchers/matcher.h"
#include "store/store.h"

namespace fundwatch::daemon {

// Items first seen earlier are history to a changed profile.
inline constexpr std::chrono::days kProfileLooksBack{30};

// Corrected items in one transaction.
inline constexpr std::size_t kCorrectedAtOnceMax = 100;

// Items whose hits are written in one transaction, all matched before it begins: whoever else wants
// to write, a page where somebody logs in, waits no longer than that.
inline constexpr std::size_t kRematchedAtOnceMax = 500;

class Rematching {
 public:
  Rematching(const config::Config& config, store::Store& store, const Parts& parts)
      : config_(config), store_(store), parts_(parts) {}

  // `matcher` has all profiles in force. Returns how many hits are new.
  int work(const matchers::Matcher& matcher);

 private:
  // The hits of an item as they are to be.
  using Matched = std::pair<ItemId, std::vector<Hit>>;

  int match_changed_profiles(const std::vector<Profile>& changed);
  int put_hits(const std::vector<Matched>& matched, const std::vector<ProfileId>& profiles);
  int match_corrected_items(const matchers::Matcher& matcher, const std::vector<ItemId>& items);

  const config::Config& config_;
  store::Store& store_;
  const Parts& parts_;
};

// The profiles are without faults (daemon/profiles_in_force), and for the installation's county.
matchers::Matcher matcher_of(std::vector<Profile> profiles, const Parts& parts,
                             const config::Config& config);

}  // namespace fundwatch::daemon
