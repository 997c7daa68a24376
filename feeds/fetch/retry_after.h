// feeds/fetch/retry_after.h — reads the HTTP header Retry-After (RFC 9110 § 10.2.3).
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "base/clock.h"

namespace fundwatch::feeds {

constexpr std::chrono::seconds kRetryAfterMax = std::chrono::days(7);

// Seconds or an HTTP date, as the pause from `now` on: never negative, at most kRetryAfterMax.
// Nothing for what is neither.
std::optional<std::chrono::seconds> parse_retry_after(std::string_view value, Instant now);

}  // namespace fundwatch::feeds
