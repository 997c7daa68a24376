// store/items.h — the items and the cases they announce. An item appears once per (source, key).
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
  edited,    // seen, and its words differ now: stored anew under the same id and case
  unchanged  // seen, the same
};

struct Stored {
  ItemId id{};
  Arrival arrival = Arrival::unchanged;
};

struct ItemFilter {
  std::optional<SourceId> source;
  std::optional<Instant> since;  // first seen at or after
};

class Items {
 public:
  explicit Items(SQLite::Database& database) : database_(database) {}

  // Stores what `item.source` and `item.key` name. An edit that moves a fact people act on
  // (deadline, event date) raises the version of its case; other edits do not, so that nobody is
  // told twice.
  Stored put(const Item& item, Instant now);

  std::optional<Item> find(ItemId id) const;

  // In the order of arrival. `visit` may write: items are read in portions, none while it runs.
  void each(const ItemFilter& filter, const std::function<void(const Item&)>& visit) const;

  std::int64_t count() const;

 private:
  SQLite::Database& database_;
};

}  // namespace fundwatch::store
