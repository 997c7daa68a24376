// daemon/departures.h — what is left of readers who are gone is erased. Who unsubscribes is removed
// at once, with every mail, answer and entry of ledgers (store/subscribers.h); who left without a
// word, because their address takes no mail any more, after kErasedAfter.
#pragma once

#include <optional>

#include "base/clock.h"
#include "store/store.h"

namespace fundwatch::daemon {

constexpr std::chrono::days kErasedAfter{30};

// Returns how many were erased.
int erase_departed(store::Store& store, Instant now);

// When there is somebody to erase; nothing if nobody waits for it.
std::optional<Instant> next_erasure(const store::Store& store);

}  // namespace fundwatch::daemon
