// matchers/duplicate.h — by what an item is found again among all that announce other things.
// Traits are what a retelling shares with its source and few others have: long words of the title
// and summary, names, facts two by two, and the last day with a word. An index of them — in memory
// here, in the database beside the items (store/announcements.h) — names the few items that a new
// one is compared with, so that the work does not grow with their number.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "matchers/fingerprint.h"

namespace fundwatch::matchers {

// Of the items with one trait, only so many of the newest are looked at: what is more common tells
// nothing.
inline constexpr std::size_t kSameTraitMax = 40;
// Of all that share traits with a new item, so many are compared with it.
inline constexpr std::size_t kComparedMax = 20;

// A trait by its hash, the same in every process and version, and how much it tells.
struct Trait {
  std::uint32_t key = 0;  // 31 bits
  int votes = 1;
  bool operator==(const Trait&) const = default;
};

// At most some thirty, each key once.
std::vector<Trait> traits_of(const Fingerprint& print);

// At most kComparedMax items, those with the most votes first; none that only shares a word or a
// name, as many do. `newest` are, for each of the traits, the newest items that have it,
// kSameTraitMax at most.
std::vector<ItemId> most_in_common(const std::vector<Trait>& traits,
                                   const std::vector<std::span<const ItemId>>& newest);

// The index in memory, of the items of one file. Not for several threads.
class Duplicates {
 public:
  // The number of the item that is most like this one, if any is like enough. Items are numbered
  // from 0 in the order in which they were added.
  std::optional<std::size_t> find(const Fingerprint& print) const;

  void add(Fingerprint print);

 private:
  std::span<const ItemId> newest_with(std::uint32_t key) const;

  std::vector<Fingerprint> prints_;
  std::unordered_map<std::uint32_t, std::vector<ItemId>> items_by_trait_;  // by number
};

}  // namespace fundwatch::matchers
