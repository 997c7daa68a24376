// daemon/schedule.h — when to try again. Pure: tables of waiting times and nothing else.
// Retrying never stops for sources; for a mail it stops after four days, as mail servers do
// (RFC 5321 § 4.5.4.1).
#pragma once

#include <chrono>
#include <optional>

#include "base/calendar.h"
#include "base/model.h"

namespace fundwatch::daemon {

constexpr std::chrono::minutes kSourceRetryMax = std::chrono::hours(24);
// What a server or feed says of its freshness puts a check off by no more than this; what it asks
// for with Retry-After (at most a week, feeds/fetch/retry_after.h) is honoured in full.
constexpr std::chrono::hours kFreshMax{24};
// No source is asked between these hours: nothing is urgent then. What falls into the night is
// spread over the hour after it.
constexpr std::chrono::hours kNightBegins{22};
constexpr std::chrono::hours kNightEnds{5};
constexpr std::chrono::minutes kMorning{60};

// What an answer says about how soon it is worth asking again.
struct Advice {
  std::optional<std::chrono::seconds> retry_after;
  std::optional<std::chrono::seconds> fresh_for;  // by Cache-Control or Expires
  std::optional<std::chrono::seconds> ttl;        // by the feed's own words
};

// After a success: the source's own interval and up to 5 % more, or later if the advice says so.
// After the n-th failure in a row: the interval doubled n-1 times, at most kSourceRetryMax, moved
// by up to 10 % either way. The shares differ from source to source, so that sources which were
// asked together come back apart. Never sooner than the server asked, and not at night.
Instant next_check(const Source& source, const Advice& advice, Instant now,
                   const Calendar& calendar);

// How long a mail waits after its n-th attempt was deferred: 1, 10 and 60 minutes, then a day at a
// time; nothing when four days are over and it is given up.
std::optional<std::chrono::minutes> mail_retry_after(int attempts);

// How long the page behind an item's link waits after its n-th attempt failed: 10 minutes, 2 hours
// and a day; nothing when it is left.
std::optional<std::chrono::minutes> linked_text_retry_after(int attempts);

// How long a webhook waits after the n-th post in a row that failed: 1, 5, 15 and 60 minutes, then
// 3, 6 and 12 hours; up to 10 % more, which differs from profile to profile.
std::chrono::seconds webhook_retry_after(ProfileId profile, int tries);

// What could not be posted for so long is given up.
constexpr std::chrono::days kWebhookPatience{4};

// How long all sending waits after the n-th try in a row that failed through us or our mail server.
std::chrono::minutes hold_retry_after(int tries);

}  // namespace fundwatch::daemon
