// store/newest_by_trait.h — which items have a trait, the newest of them, in memory, and the
// fingerprints of items. All of the announcements whose traits are not posted yet, and of the
// others those that were asked for. Keeps what the database says, in which nothing but an item's
// own row needs to be written for it; store/announcements.h knows when the two differ.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/model.h"

namespace fundwatch::store {

// Beyond so many traits, more than those have that are not posted, and so many fingerprints, what
// is posted is forgotten. Of a trait so many posted items are remembered from one posting to the
// next.
inline constexpr std::size_t kTraitsRememberedMax = 40'000;
inline constexpr std::size_t kItemsOfTraitRememberedMax = 40;
inline constexpr std::size_t kFingerprintsRememberedMax = 3'000;

class NewestByTrait {
 public:
  // Older items than these with a trait: ids, the newest first, at most so many.
  struct OlderWanted {
    std::uint32_t trait = 0;
    ItemId before{};
    std::size_t items_max = 0;
  };

  // An announcement that is not posted, in place of what was there of this item before.
  void put(ItemId item, std::vector<std::uint32_t> traits, std::string fingerprint);

  std::size_t unposted() const { return traits_.size(); }

  // All that are not posted, by trait.
  std::vector<std::pair<std::uint32_t, ItemId>> postings() const;

  // What was to be posted is.
  void note_posted();

  // Keeps within what may be remembered. Before a question: pointers and views end here.
  void make_room();

  // What is known of posted items with these traits no longer holds.
  void forget_posted(const std::vector<std::uint32_t>& traits);

  void clear();

  // nullptr where it is not known. Valid until the next make_room() or clear().
  const std::string* fingerprint(ItemId item) const;
  const std::string* add_fingerprint(ItemId item, std::string fingerprint);

  // What has to be asked before the newest `items_max` items with the trait are known, if anything.
  std::optional<OlderWanted> older_wanted(std::uint32_t trait, std::size_t items_max) const;

  // The answer.
  void add_older(const OlderWanted& wanted, const std::vector<ItemId>& items);

  // At most `items_max`, ascending. Valid until something is put, posted or forgotten, or older
  // ones of this trait are added.
  std::span<const ItemId> newest(std::uint32_t trait, std::size_t items_max) const;

 private:
  // The newest of a trait, without a gap.
  struct Items {
    std::vector<ItemId> ids;     // ascending
    bool may_have_older = true;  // which were not asked for
  };

  void keep_unposted(Items& items) const;

  std::map<ItemId, std::vector<std::uint32_t>> traits_;  // of those that are not posted
  std::unordered_map<std::uint32_t, Items> items_;       // by trait
  std::unordered_map<ItemId, std::string> fingerprints_;
};

}  // namespace fundwatch::store
