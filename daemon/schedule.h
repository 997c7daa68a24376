// daemon/schedule.h — when to try again. Pure: tables of waiting times and nothing else.
// Retrying never stops for sources; for a mail it stops after four days, as mail servers do
// (RFC 5321 § 4.5.4.1).
#pragma once

#include <chrono>
#include <optional>

#include "base/model.h"

namespace fundwatch::daemon {

constexpr std::chrono::minutes kSourceRetryMax = std::chrono::hours(24);

// After a success: the source's own interval. After the n-th failure in a row: the interval doubled
// n-1 times, at most kSourceRetryMax, moved by up to 10 % either way, a different share for each
// source, so that sources which failed together come back apart. Never sooner than the server
// asked.
Instant next_check(const Source& source, const Health& health, Instant now,
                   std::optional<std::chrono::seconds> retry_after);

// How long a mail waits after its n-th attempt was deferred: 1, 10 and 60 minutes, then a day at a
// time; nothing when four days are over and it is given up.
std::optional<std::chrono::minutes> mail_retry_after(int attempts);

// How long the page behind an item's link waits after its n-th attempt failed: 10 minutes, 2 hours
// and a day; nothing when it is left.
std::optional<std::chrono::minutes> linked_text_retry_after(int attempts);

// How long all sending waits after the n-th try in a row that failed through us or our mail server.
std::chrono::minutes hold_retry_after(int tries);

}  // namespace fundwatch::daemon
