// tests/bench/grown_store.h — the database of an installation after years that were busier than
// any county's: a million announcements, a hundred thousand hits that people went through, five
// thousand that wait for them, and all that was mailed and answered. Items have no marks
// (store/marks.h), because no page reads them.
#pragma once

#include <cstdint>
#include <vector>

#include "store/store.h"
#include "tests/bench/announcements.h"

namespace fundwatch::bench {

inline constexpr std::int64_t kGrownItems = 1'000'000;
inline constexpr std::int64_t kGrownWaiting = 5'000;  // hits that nobody has looked at

class GrownStore {
 public:
  // `store` is new, and has its profiles; the newest item is of `now`.
  GrownStore(store::Store& store, const Announcements& announcements, Instant now);

  // Some minutes of work.
  void grow();

 private:
  void add_sources();
  void add_subscribers();
  void add_thousand_items(std::int64_t first);
  void add_hits(const std::vector<Item>& items);
  void review(const std::vector<CaseId>& cases, Instant at);
  void add_weeks();
  void add_week(int weeks_ago, const std::vector<CaseId>& told);
  void add_answers();
  void add_plans();

  Item item(std::int64_t number) const;
  Instant seen(std::int64_t number) const;
  Hit hit(const Item& item, std::size_t profile) const;

  store::Store& store_;
  const Announcements& announcements_;
  const Instant now_;
  const std::vector<Profile> profiles_;
  std::vector<SourceId> sources_;
  std::vector<SubscriberId> subscribers_;
  std::vector<CaseId> kept_;  // the oldest first
};

}  // namespace fundwatch::bench
