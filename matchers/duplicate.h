// matchers/duplicate.h — finds the earlier item that announces the same thing as a new one.
// Keeps, of every item, its fingerprint and postings of its rarest traits: the words and names of
// its title, and its facts two by two. A new item is compared only with those that share most of
// its traits, so that the work does not grow with the number of items. Not for several threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "matchers/likeness.h"

namespace fundwatch::matchers {

// Of the items with one trait, only so many of the newest are looked at.
constexpr std::size_t kSameTraitMax = 200;
// Of all that share traits with a new item, so many are compared with it.
constexpr std::size_t kComparedMax = 30;

class Duplicates {
 public:
  // The number of the item that is most like this one, if any is like enough. Items are numbered
  // from 0 in the order in which they were added.
  std::optional<std::size_t> find(const Fingerprint& print) const;

  void add(Fingerprint print);

 private:
  std::vector<std::size_t> most_in_common(const Fingerprint& print) const;

  std::vector<Fingerprint> prints_;
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> items_by_trait_;
};

}  // namespace fundwatch::matchers
