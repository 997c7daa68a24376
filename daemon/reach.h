// daemon/reach.h — whether a fault that meets several sources is our own: the network is down, or
// this machine's trust in TLS certificates is. Pure. Where several hosts that were well until now
// are missed in the same way, and nobody has answered since the first of them, it is ours. Who has
// been missed for long is no witness, so that two dead sources that are alone at some hour do not
// speak for our side.
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

// Whether it may be this machine's trust that is at fault rather than the source's certificate.
bool is_untrusted(feeds::Fault fault);

class Reach {
 public:
  // Somebody answered: all is well.
  void answered() { *this = {}; }

  // A round in which nobody answered: these hosts, well before, were missed. True if our side is
  // held for down from now on, and was not before.
  bool missed(const std::vector<std::string>& hosts, Instant now);

  // A round that shows our side to be down without any witness. True as above.
  bool broke_down(Instant now);

  bool is_down() const { return down_since_.has_value(); }
  std::optional<Instant> down_since() const { return down_since_; }

  // When sources are to be asked again at the earliest; nothing unless our side is down.
  std::optional<Instant> next_try() const;

 private:
  std::set<std::string> missed_;  // since somebody answered
  std::optional<Instant> down_since_;
  Instant last_try_{};
  int tries_ = 0;
};

}  // namespace fundwatch::daemon
