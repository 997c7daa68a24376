#include "feeds/fetch/host_pace.h"

#include <algorithm>

namespace fundwatch::feeds {

void HostPace::asked(const std::string& host, Moment now) {
  if (spacing_.count() > 0) hosts_[host].free_at = now + spacing_;
}

void HostPace::hold(const std::string& host, Moment until) {
  Host& known = hosts_[host];
  known.held_until = std::max(known.held_until, until);
}

Moment HostPace::free_at(const std::string& host) const {
  const auto known = hosts_.find(host);
  if (known == hosts_.end()) return {};
  return std::max(known->second.free_at, known->second.held_until);
}

std::optional<std::chrono::seconds> HostPace::held_for(const std::string& host, Moment now) const {
  const auto known = hosts_.find(host);
  if (known == hosts_.end() || known->second.held_until <= now) return std::nullopt;
  return std::chrono::ceil<std::chrono::seconds>(known->second.held_until - now);
}

void HostPace::forget_free(Moment now) {
  std::erase_if(hosts_, [now](const auto& host) {
    return host.second.free_at <= now && host.second.held_until <= now;
  });
}

}  // namespace fundwatch::feeds
