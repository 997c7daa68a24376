// store/announcements.h — by what a stored item is found again when another one announces the same
// thing: the numbers of its traits, as postings, and the bytes of its fingerprint. What these mean
// is the matchers' (matchers/duplicate.h). They go when their item does.
// Traits are posted many items at a time, in their order: one by one, each item would write thirty
// pages all over the database. Until then they are fresh: in their items' rows and in memory, where
// nearly all that a new item is compared with is found.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/model.h"
#include "store/newest_by_trait.h"
#include "store/sqlite.h"

namespace fundwatch::store {

// From so many items on, fresh traits are posted.
inline constexpr std::size_t kFreshItemsMax = 1000;

class Announcements {
 public:
  explicit Announcements(Connection& database) : database_(database) {}

  // In place of what was kept of this item before. Within a transaction.
  void put(ItemId item, const std::vector<std::uint32_t>& traits, const std::string& fingerprint);

  // For each trait the newest items that have it, at most `items_max`, ascending. Valid until the
  // next call.
  std::vector<std::span<const ItemId>> newest_with(const std::vector<std::uint32_t>& traits,
                                                   std::size_t items_max);

  // Of each of these items, which newest_with() has found, in their order; nullptr where none is
  // kept. Valid until the next call.
  std::vector<const std::string*> fingerprints(const std::vector<ItemId>& items);

 private:
  // What tells whether the database says what `newest_` holds.
  struct State {
    ItemId posted{};  // the last item that is
    std::int64_t removals = 0;
    std::int64_t changes_elsewhere = 0;
    std::uint64_t rollbacks = 0;
    bool operator==(const State&) const = default;
  };

  std::vector<ItemId> posted_items(const NewestByTrait::OlderWanted& wanted) const;
  const std::string* stored_fingerprint(ItemId item);
  State state() const;
  void refresh();
  void replace_posted(ItemId item, const std::vector<std::uint32_t>& traits,
                      const std::string& fingerprint);
  void post_fresh();

  Connection& database_;
  NewestByTrait newest_;
  std::optional<State> known_;
};

}  // namespace fundwatch::store
