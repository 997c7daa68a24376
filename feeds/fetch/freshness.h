// feeds/fetch/freshness.h — how long a server holds its document for fresh (RFC 9111 § 4.2).
// Pure.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "base/clock.h"

namespace fundwatch::feeds {

// The header fields that tell it, as they came.
struct Freshness {
  std::string cache_control;
  std::string expires;
  std::string age;
};

// Nothing where the server does not say, or says that it never is. An Expires that is no date means
// "already expired" (RFC 9111 § 5.3), which is no more than what we do anyway.
std::optional<std::chrono::seconds> fresh_for(const Freshness& freshness, Instant now);

}  // namespace fundwatch::feeds
