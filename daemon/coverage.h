// daemon/coverage.h — what a digest's readers may have missed: which sources could not be read, now
// or for a while in the digest's time, and which have gone silent or astray. Pure.
#pragma once

#include <vector>

#include "digest/digest.h"
#include "store/source_history.h"

namespace fundwatch::daemon {

// Of the time before a subscriber's first digest, so much counts.
constexpr std::chrono::days kFirstDigestCovers{7};
// What was away for less than this in all, and is back, has lost nothing: feeds hold their items
// for days.
constexpr std::chrono::hours kBriefOutage{6};
// A source that has not been asked for its interval and so much more was not read, though nobody
// may blame it: its host asked for a long pause, or our own network was down.
constexpr std::chrono::hours kUnreadAfter{48};

struct Period {
  Instant begin{};
  Instant end{};  // now
};

// `history` is that since the period's begin. Paused sources do not count. The worst first.
digest::Coverage coverage_of(const std::vector<Source>& sources,
                             const store::ChangesBySource& history, const Period& period);

}  // namespace fundwatch::daemon
