// store/fresh_traits.h — the newest announcements, until their traits are posted: in memory, by
// trait and by item. Keeps what the database says, in which nothing but an item's own row needs to
// be written for it; store/announcements.h knows when the two differ.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/model.h"

namespace fundwatch::store {

class FreshTraits {
 public:
  // In place of what was there of this item before.
  void put(ItemId item, std::vector<std::uint32_t> traits, std::string fingerprint);

  void clear();

  std::size_t item_count() const { return announcements_.size(); }

  // Of items that are not here none.
  std::optional<std::string> fingerprint(ItemId item) const;

  // Adds the newest items with the trait, the newest first, until there are `items_max`.
  void append_newest(std::uint32_t trait, std::size_t items_max, std::vector<ItemId>& items) const;

  // All of them, by trait.
  std::vector<std::pair<std::uint32_t, ItemId>> postings() const;

 private:
  struct Announcement {
    std::vector<std::uint32_t> traits;
    std::string fingerprint;
  };

  std::map<ItemId, Announcement> announcements_;
  std::unordered_map<std::uint32_t, std::vector<ItemId>> items_;  // ascending
};

}  // namespace fundwatch::store
