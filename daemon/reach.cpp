#include "daemon/reach.h"

#include "daemon/schedule.h"

namespace fundwatch::daemon {

bool is_out_of_reach(feeds::Fault fault) {
  return fault == feeds::Fault::name || fault == feeds::Fault::connection ||
         fault == feeds::Fault::proxy;
}

bool is_untrusted(feeds::Fault fault) {
  return fault == feeds::Fault::trust_store || fault == feeds::Fault::authority;
}

bool Reach::missed(const std::vector<std::string>& hosts, Instant now) {
  missed_.insert(hosts.begin(), hosts.end());
  return (is_down() || missed_.size() >= kHostsMissedMin) && broke_down(now);
}

bool Reach::broke_down(Instant now) {
  const bool was_down = is_down();
  if (!was_down) down_since_ = now;
  last_try_ = now;
  ++tries_;
  return !was_down;
}

std::optional<Instant> Reach::next_try() const {
  if (!is_down()) return std::nullopt;
  return last_try_ + hold_retry_after(tries_);
}

}  // namespace fundwatch::daemon
