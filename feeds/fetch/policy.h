// feeds/fetch/policy.h — what the HTTP client says of itself, and how far it lets a server go.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>

#include "config/config.h"
#include "feeds/fetch/address_guard.h"
#include "feeds/fetch/proxy.h"

namespace fundwatch::feeds {

// Of the body of any other answer than a 200; what is beyond is not waited for.
constexpr std::size_t kUnwantedBytesMax = std::size_t{64} * 1024;

// A longer validator is not kept.
constexpr std::size_t kValidatorBytesMax = 1024;

// Of such a body, what is looked at for why there is no document.
constexpr std::size_t kUnwantedBytesKept = std::size_t{16} * 1024;

// How long looking up a host that is asked by a proxy may take. Longer, and it is taken for one
// that this machine cannot look up.
constexpr std::chrono::milliseconds kLookUpTimeMax{5000};

// How long one round of fetching may last, so that mail is never kept waiting by a slow host.
constexpr std::chrono::seconds kRoundTimeMax{120};

// How long a host that answers 429 or 503 is left in peace: as long as it asks for, but no less
// than the first, and if it does not say, the second.
constexpr std::chrono::seconds kHoldMin{60};
constexpr std::chrono::minutes kHoldUnlessSaid{30};

// How long a robots.txt is relied on (RFC 9309 § 2.4), and how soon one that could not be had is
// asked for again.
constexpr std::chrono::hours kRobotsAgeMax{24};
constexpr std::chrono::hours kRobotsRetry{1};

struct Policy {
  config::Fetch limits;
  AddressGuard guard;
  std::string user_agent;
  std::optional<Proxy> proxy{};
  std::chrono::milliseconds round_time_max = kRoundTimeMax;
};

}  // namespace fundwatch::feeds
