// store/items.h — the items; the cases they announce are store/cases.h. An item appears once per
// (source, key), and keeps its id and its case when its key changes (store/identity.h).
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "base/model.h"
#include "store/sqlite.h"

namespace fundwatch::store {

enum class Arrival {
  fresh,     // not seen before: stored, with a new case
  edited,    // seen, and its feed says it otherwise now: stored anew under the same id and case
  unchanged  // seen, and its feed says the same
};

struct Stored {
  ItemId id{};
  CaseId case_id{};
  Arrival arrival = Arrival::unchanged;
  bool is_link_new = false;  // fresh, or it leads elsewhere than before
};

struct ItemFilter {
  std::optional<SourceId> source;
  std::optional<Instant> since;  // first seen at or after
};

class Items {
 public:
  explicit Items(Connection& database) : database_(database) {}

  // Stores the items of one reading of one source, and answers for each in their order. Which
  // stored item each is: the one with its key, unless that guid was reused; else the one with its
  // address whose guid was changed; else the one of the same title and publishing date that leads
  // nowhere else. The key is then the new one. An edit that moves a fact people act on (deadline,
  // event date) raises the version of its case; other edits do not, so that nobody is told twice.
  std::vector<Stored> put(const std::vector<Item>& items, Instant now);
  // A reading of this item alone.
  Stored put(const Item& item, Instant now);

  std::optional<Item> find(ItemId id) const;

  // The source's newest, at most `items_max`, the newest first.
  std::vector<Item> newest_of(SourceId source, std::size_t items_max) const;

  // With nothing but its title, summary and text: much quicker.
  std::optional<Item> find_texts(ItemId id) const;

  // In the order of arrival. `visit` may write: items are read in portions, none while it runs.
  void each(const ItemFilter& filter, const std::function<void(const Item&)>& visit) const;

  // The days, of UTC, on which the source brought something new from `since` until `now`: those of
  // publication where at least `days_min` are known, else those on which it was first seen. The
  // last `days_max`, ascending.
  struct DaysWanted {
    Instant since{};
    Instant now{};
    std::size_t days_min = 0;
    std::size_t days_max = 0;
  };
  std::vector<std::chrono::sys_days> days_with_news(SourceId source,
                                                    const DaysWanted& wanted) const;

  std::int64_t count() const;

  // How many were ever stored.
  std::int64_t ever() const;

 private:
  Connection& database_;
};

}  // namespace fundwatch::store
