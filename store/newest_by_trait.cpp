#include "store/newest_by_trait.h"

#include <algorithm>
#include <limits>

namespace fundwatch::store {

void NewestByTrait::put(ItemId item, std::vector<std::uint32_t> traits, std::string fingerprint) {
  std::vector<std::uint32_t>& known = traits_[item];
  for (const std::uint32_t trait : known) std::erase(items_[trait].ids, item);
  for (const std::uint32_t trait : traits) {
    std::vector<ItemId>& ids = items_[trait].ids;
    ids.insert(std::ranges::upper_bound(ids, item), item);
  }
  known = std::move(traits);
  fingerprints_[item] = std::move(fingerprint);
}

std::vector<std::pair<std::uint32_t, ItemId>> NewestByTrait::postings() const {
  std::vector<std::pair<std::uint32_t, ItemId>> postings;
  for (const auto& [item, traits] : traits_) {
    for (const std::uint32_t trait : traits) postings.emplace_back(trait, item);
  }
  std::ranges::sort(postings);
  return postings;
}

void NewestByTrait::note_posted() {
  traits_.clear();
  for (auto& [trait, items] : items_) {
    if (items.ids.size() <= kItemsOfTraitRememberedMax) continue;
    items.ids.erase(items.ids.begin(), items.ids.end() - kItemsOfTraitRememberedMax);
    items.may_have_older = true;
  }
}

void NewestByTrait::make_room() {
  if (fingerprints_.size() >= kFingerprintsRememberedMax) fingerprints_.clear();
  if (items_.size() <= kTraitsRememberedMax) return;
  for (auto& [trait, items] : items_) keep_unposted(items);
  std::erase_if(items_, [](const auto& known) { return known.second.ids.empty(); });
}

void NewestByTrait::keep_unposted(Items& items) const {
  std::erase_if(items.ids, [this](ItemId id) { return !traits_.contains(id); });
  items.may_have_older = true;
}

void NewestByTrait::forget_posted(const std::vector<std::uint32_t>& traits) {
  for (const std::uint32_t trait : traits) {
    const auto known = items_.find(trait);
    if (known != items_.end()) keep_unposted(known->second);
  }
}

void NewestByTrait::clear() {
  traits_.clear();
  items_.clear();
  fingerprints_.clear();
}

const std::string* NewestByTrait::fingerprint(ItemId item) const {
  const auto known = fingerprints_.find(item);
  return known == fingerprints_.end() ? nullptr : &known->second;
}

const std::string* NewestByTrait::add_fingerprint(ItemId item, std::string fingerprint) {
  return &fingerprints_.insert_or_assign(item, std::move(fingerprint)).first->second;
}

std::optional<NewestByTrait::OlderWanted> NewestByTrait::older_wanted(std::uint32_t trait,
                                                                      std::size_t items_max) const {
  constexpr ItemId kNewest{std::numeric_limits<std::int64_t>::max()};
  const auto known = items_.find(trait);
  if (known == items_.end()) return OlderWanted{trait, kNewest, items_max};
  const auto& [ids, may_have_older] = known->second;
  if (!may_have_older || ids.size() >= items_max) return std::nullopt;
  return OlderWanted{trait, ids.empty() ? kNewest : ids.front(), items_max - ids.size()};
}

void NewestByTrait::add_older(const OlderWanted& wanted, const std::vector<ItemId>& items) {
  auto& [ids, may_have_older] = items_[wanted.trait];
  ids.insert(ids.begin(), items.rbegin(), items.rend());
  may_have_older = items.size() == wanted.items_max;
}

std::span<const ItemId> NewestByTrait::newest(std::uint32_t trait, std::size_t items_max) const {
  const auto known = items_.find(trait);
  if (known == items_.end()) return {};
  const std::span<const ItemId> ids = known->second.ids;
  return ids.last(std::min(items_max, ids.size()));
}

}  // namespace fundwatch::store
