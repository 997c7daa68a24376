#include "feeds/fetch/host_queues.h"

namespace fundwatch::feeds {

void HostQueues::add(Errand errand) {
  Host& host = hosts_[errand.hop.host];
  if (!host.is_busy && host.waiting.empty()) free_.push_back(errand.hop.host);
  host.waiting.push_back(std::move(errand));
}

std::optional<Errand> HostQueues::take() {
  if (free_.empty()) return std::nullopt;
  Host& host = hosts_.at(free_.front());
  free_.pop_front();
  Errand errand = std::move(host.waiting.front());
  host.waiting.pop_front();
  host.is_busy = true;
  return errand;
}

void HostQueues::release(const std::string& name) {
  const auto host = hosts_.find(name);
  CHECK(host != hosts_.end() && host->second.is_busy);
  host->second.is_busy = false;
  if (host->second.waiting.empty()) {
    hosts_.erase(host);
  } else {
    free_.push_back(name);
  }
}

}  // namespace fundwatch::feeds
