#include "matchers/index.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "base/check.h"
#include "base/growth.h"

namespace fundwatch::matchers {
namespace {

std::uint32_t seconds_of(Instant instant) {
  const std::int64_t seconds = instant.time_since_epoch().count();
  constexpr std::int64_t kLast = std::numeric_limits<std::uint32_t>::max();
  return static_cast<std::uint32_t>(std::clamp(seconds, std::int64_t{0}, kLast));
}

}  // namespace

void Index::put(ItemId item, Instant first_seen, std::span<const MarkId> marks) {
  remove(item);
  const auto number = static_cast<std::size_t>(item);
  CHECK(number < std::numeric_limits<std::uint32_t>::max());
  if (slots_by_item_.size() <= number) {
    slots_by_item_.reserve(roomy(number + 1, slots_by_item_.capacity()));
    slots_by_item_.resize(number + 1);
  }
  const std::size_t slot = items_.size();
  items_.reserve(roomy(slot + 1, items_.capacity()));
  items_.push_back(static_cast<std::uint32_t>(number));
  first_seen_.reserve(roomy(slot + 1, first_seen_.capacity()));
  first_seen_.push_back(seconds_of(first_seen));
  alive_.resize(items_.size());
  alive_.insert(slot);
  slots_by_item_[number] = static_cast<std::uint32_t>(slot + 1);
  open_.add(marks);
  last_.reset();
  if (open_.slot_count() < kSegmentSlots) return;
  segments_.emplace_back(open_);
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
  if (!last_) last_.emplace(open_);
  last_->append_slots(marks, settled_slots(), slots);
}

std::size_t Index::memory() const {
  std::size_t bytes = 4 * (items_.capacity() + first_seen_.capacity());
  bytes += alive_.memory() + 4 * slots_by_item_.capacity() + open_.memory();
  for (const Segment& segment : segments_) bytes += segment.memory();
  if (last_) bytes += last_->memory();
  return bytes;
}

}  // namespace fundwatch::matchers
