#include "daemon/departures.h"

namespace fundwatch::daemon {

int erase_departed(store::Store& store, Instant now) {
  int erased = 0;
  store::Transaction transaction = store.begin();
  for (const SubscriberId id : store.returns.dead_since(now - kErasedAfter)) {
    const auto subscriber = store.subscribers.find(id);
    if (subscriber && store.subscribers.remove(subscriber->email)) ++erased;
  }
  transaction.commit();
  return erased;
}

// A second later, because they wait for the whole time.
std::optional<Instant> next_erasure(const store::Store& store) {
  const auto first = store.returns.first_death();
  if (!first) return std::nullopt;
  return *first + kErasedAfter + std::chrono::seconds(1);
}

}  // namespace fundwatch::daemon
