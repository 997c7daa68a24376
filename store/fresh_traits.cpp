#include "store/fresh_traits.h"

#include <algorithm>

namespace fundwatch::store {

void FreshTraits::put(ItemId item, std::vector<std::uint32_t> traits, std::string fingerprint) {
  Announcement& known = announcements_[item];
  for (const std::uint32_t trait : known.traits) std::erase(items_[trait], item);
  for (const std::uint32_t trait : traits) {
    std::vector<ItemId>& items = items_[trait];
    items.insert(std::ranges::upper_bound(items, item), item);
  }
  known = {std::move(traits), std::move(fingerprint)};
}

void FreshTraits::clear() {
  announcements_.clear();
  items_.clear();
}

std::optional<std::string> FreshTraits::fingerprint(ItemId item) const {
  const auto known = announcements_.find(item);
  if (known == announcements_.end()) return std::nullopt;
  return known->second.fingerprint;
}

void FreshTraits::append_newest(std::uint32_t trait, std::size_t items_max,
                                std::vector<ItemId>& items) const {
  const auto known = items_.find(trait);
  if (known == items_.end()) return;
  for (auto item = known->second.rbegin(); item != known->second.rend(); ++item) {
    if (items.size() == items_max) return;
    items.push_back(*item);
  }
}

std::vector<std::pair<std::uint32_t, ItemId>> FreshTraits::postings() const {
  std::vector<std::pair<std::uint32_t, ItemId>> postings;
  for (const auto& [trait, items] : items_) {
    for (const ItemId item : items) postings.emplace_back(trait, item);
  }
  std::ranges::sort(postings);
  return postings;
}

}  // namespace fundwatch::store
