#include "matchers/index.h"

#include <algorithm>
#include <utility>

#include "base/check.h"
#include "base/growth.h"

namespace fundwatch::matchers {

void Index::put(ItemId item, Instant first_seen, std::span<const MarkId> marks) {
  remove(item);
  const auto number = static_cast<std::size_t>(item);
  if (slots_by_item_.size() <= number) {
    slots_by_item_.reserve(roomy(number + 1, slots_by_item_.capacity()));
    slots_by_item_.resize(number + 1);
  }
  const std::size_t slot = items_.size();
  items_.reserve(roomy(slot + 1, items_.capacity()));
  items_.push_back(item);
  first_seen_.reserve(roomy(slot + 1, first_seen_.capacity()));
  first_seen_.push_back(first_seen.time_since_epoch().count());
  alive_.resize(items_.size());
  alive_.insert(slot);
  slots_by_item_[number] = static_cast<std::uint32_t>(slot + 1);
  open_.add(marks);
  if (!marks.empty() && counts_.size() <= static_cast<std::size_t>(marks.back())) {
    counts_.reserve(roomy(static_cast<std::size_t>(marks.back()) + 1, counts_.capacity()));
    counts_.resize(static_cast<std::size_t>(marks.back()) + 1);
  }
  last_.reset();
  if (open_.slot_count() < kSegmentSlots) return;
  segments_.emplace_back(open_, counts_);
  open_ = {};
}

void Index::remove(ItemId item) {
  const auto slot = slot_of(item);
  if (!slot) return;
  alive_.erase(*slot);
  slots_by_item_[static_cast<std::size_t>(item)] = 0;
}

std::optional<std::size_t> Index::slot_of(ItemId item) const {
  const auto number = static_cast<std::size_t>(item);
  if (number >= slots_by_item_.size() || slots_by_item_[number] == 0) return std::nullopt;
  return slots_by_item_[number] - 1;
}

void Index::append_slots(std::span<const MarkId> marks, std::size_t from, Slots& slots) {
  CHECK(from % kSegmentSlots == 0);
  slots.resize(slot_count());
  for (std::size_t i = from / kSegmentSlots; i < segments_.size(); ++i) {
    segments_[i].append_slots(marks, i * kSegmentSlots, slots);
  }
  if (open_.slot_count() == 0) return;
  if (!last_) last_.emplace(open_, counts_);
  last_->append_slots(marks, settled_slots(), slots);
}

std::size_t Index::memory() const {
  std::size_t bytes = items_.capacity() * (sizeof(ItemId) + sizeof(std::int64_t)) +
                      alive_.memory() + 4 * (slots_by_item_.capacity() + counts_.capacity()) +
                      open_.memory();
  for (const Segment& segment : segments_) bytes += segment.memory();
  if (last_) bytes += last_->memory();
  return bytes;
}

}  // namespace fundwatch::matchers
