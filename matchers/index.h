// matchers/index.h — which items have a mark (matchers/marks): marks to compressed postings, in
// memory. Items have slots, in the order in which they came; an item that comes again gets a new
// slot, and its former one is dead. Pure. Belongs to one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/model.h"
#include "matchers/segment.h"
#include "matchers/slots.h"

namespace fundwatch::matchers {

class Index {
 public:
  // `marks` ascending. First seen between 1970 and 2106: other instants are taken for the nearest.
  void put(ItemId item, Instant first_seen, std::span<const MarkId> marks);

  // The item is gone.
  void remove(ItemId item);

  std::size_t slot_count() const { return items_.size(); }
  ItemId item_at(std::size_t slot) const { return ItemId{items_[slot]}; }
  Instant first_seen_at(std::size_t slot) const {
    return Instant(std::chrono::seconds(first_seen_[slot]));
  }
  bool is_alive(std::size_t slot) const { return alive_.has(slot); }
  std::optional<std::size_t> slot_of(ItemId item) const;
  const Slots& alive() const { return alive_; }

  // Slots below never change but by dying; they are whole words of Slots.
  std::size_t settled_slots() const { return segments_.size() * kSegmentSlots; }

  // Adds the slots, dead ones too, that have any of the marks and are not below `from`, which is a
  // multiple of kSegmentSlots. `marks` ascending.
  void append_slots(std::span<const MarkId> marks, std::size_t from, Slots& slots);

  // Bytes held.
  std::size_t memory() const;

  static constexpr std::size_t kSegmentSlots = Segment::kSlots;

 private:
  std::vector<std::uint32_t> items_;
  std::vector<std::uint32_t> first_seen_;
  Slots alive_;
  std::vector<std::uint32_t> slots_by_item_;  // one more than the slot, 0 where none
  std::vector<Segment> segments_;
  Segment::Loose open_;          // what came since the last segment was closed
  std::optional<Segment> last_;  // of open_, if that has not grown since
};

}  // namespace fundwatch::matchers
