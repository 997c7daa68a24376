// daemon/reach.h — whether it is our own network that is down, not the sources. Pure.
// Where several hosts that were well until now cannot be reached, by name or by connection, and
// nobody has answered since the first of them, it is ours: no source is blamed, and all are asked
// again soon. Who has been out of reach for long is no witness, so that two dead sources that are
// alone at some hour do not speak for the network.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/clock.h"
#include "feeds/fetch/fetcher.h"

namespace fundwatch::daemon {

// So many hosts must be missed.
constexpr std::size_t kHostsMissedMin = 2;

// Whether the fault may be our network's rather than the source's.
bool is_out_of_reach(feeds::Fault fault);

class Reach {
 public:
  // Somebody answered. True if the network was held for down until now.
  bool answered();

  // A round in which nobody answered: these hosts, well before, could not be reached. True if the
  // network is held for down from now on, and was not before.
  bool missed(const std::vector<std::string>& hosts, Instant now);

  bool is_down() const { return down_since_.has_value(); }
  std::optional<Instant> down_since() const { return down_since_; }

  // When sources are to be asked again at the earliest; nothing unless the network is down.
  std::optional<Instant> next_try() const;

 private:
  std::set<std::string> missed_;  // since somebody answered
  std::optional<Instant> down_since_;
  Instant last_try_{};
  int tries_ = 0;
};

}  // namespace fundwatch::daemon
