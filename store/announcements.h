// store/announcements.h — by what a stored item is found again when another one announces the same
// thing: the numbers of its traits, as postings, and the bytes of its fingerprint. What these mean
// is the matchers' (matchers/duplicate.h). They go when their item does.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/model.h"
#include "store/sqlite.h"

namespace fundwatch::store {

class Announcements {
 public:
  explicit Announcements(Connection& database) : database_(database) {}

  // In place of what was kept of this item before.
  void put(ItemId item, const std::vector<std::uint32_t>& traits, const std::string& fingerprint);

  // The newest items with the trait, at most `items_max`.
  std::vector<ItemId> newest_with(std::uint32_t trait, std::size_t items_max) const;

  std::optional<std::string> fingerprint(ItemId item) const;

 private:
  Connection& database_;
};

}  // namespace fundwatch::store
