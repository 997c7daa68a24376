#include "matchers/index.h"

#include <algorithm>
#include <utility>

#include "base/check.h"

namespace fundwatch::matchers {
namespace {

// A mark of more slots of a segment costs less as bits.
constexpr std::uint32_t kListedMax = Index::kSegmentSlots / 16;
constexpr std::uint32_t kDense = std::uint32_t{1} << 31U;
constexpr std::size_t kSegmentWords = Index::kSegmentSlots / Slots::kWordSlots;

}  // namespace

void Index::put(ItemId item, Instant first_seen, std::span<const MarkId> marks) {
  remove(item);
  const auto number = static_cast<std::size_t>(item);
  if (slots_by_item_.size() <= number) slots_by_item_.resize(number + 1);
  const std::size_t slot = items_.size();
  items_.push_back(item);
  first_seen_.push_back(first_seen.time_since_epoch().count());
  alive_.resize(items_.size());
  alive_.insert(slot);
  slots_by_item_[number] = static_cast<std::uint32_t>(slot + 1);
  open_.marks.insert(open_.marks.end(), marks.begin(), marks.end());
  open_.ends.push_back(static_cast<std::uint32_t>(open_.marks.size()));
  if (!marks.empty() && counts_.size() <= static_cast<std::size_t>(marks.back())) {
    counts_.resize(static_cast<std::size_t>(marks.back()) + 1);
  }
  last_.reset();
  if (open_.ends.size() < kSegmentSlots) return;
  segments_.push_back(segment_of(open_));
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

// Counts how many slots each mark has, then deals them out.
Index::Segment Index::segment_of(const Open& open) {
  Segment segment;
  for (const MarkId mark : open.marks) ++counts_[static_cast<std::size_t>(mark)];
  plan(segment);
  deal(open, segment);
  for (const MarkId mark : segment.listed) counts_[static_cast<std::size_t>(mark)] = 0;
  for (const MarkId mark : segment.dense) counts_[static_cast<std::size_t>(mark)] = 0;
  return segment;
}

// Turns each count into the place of the mark's first slot, or the number of its bits.
void Index::plan(Segment& segment) {
  std::uint32_t slots = 0;
  for (std::size_t i = 0; i < counts_.size(); ++i) {
    const std::uint32_t count = counts_[i];
    if (count == 0) continue;
    const MarkId mark{static_cast<std::uint32_t>(i)};
    if (count > kListedMax) {
      counts_[i] = kDense | static_cast<std::uint32_t>(segment.dense.size());
      segment.dense.push_back(mark);
      continue;
    }
    counts_[i] = slots;
    slots += count;
    segment.listed.push_back(mark);
    segment.ends.push_back(slots);
  }
  segment.listed.shrink_to_fit();
  segment.ends.shrink_to_fit();
  segment.slots.resize(slots);
  segment.bits.resize(segment.dense.size() * kSegmentWords);
}

void Index::deal(const Open& open, Segment& segment) {
  std::size_t begin = 0;
  for (std::size_t slot = 0; slot < open.ends.size(); ++slot) {
    for (; begin < open.ends[slot]; ++begin) {
      std::uint32_t& next = counts_[static_cast<std::size_t>(open.marks[begin])];
      if ((next & kDense) == 0) {
        segment.slots[next++] = static_cast<std::uint16_t>(slot);
        continue;
      }
      const std::size_t word = (next & ~kDense) * kSegmentWords + slot / Slots::kWordSlots;
      segment.bits[word] |= std::uint64_t{1} << (slot % Slots::kWordSlots);
    }
  }
}

void Index::append_slots(std::span<const MarkId> marks, std::size_t from, Slots& slots) {
  CHECK(from % kSegmentSlots == 0);
  slots.resize(slot_count());
  for (std::size_t i = from / kSegmentSlots; i < segments_.size(); ++i) {
    append_slots(segments_[i], marks, i * kSegmentSlots, slots);
  }
  if (open_.ends.empty()) return;
  if (!last_) last_ = segment_of(open_);
  append_slots(*last_, marks, settled_slots(), slots);
}

void Index::append_slots(const Segment& segment, std::span<const MarkId> marks, std::size_t first,
                         Slots& slots) {
  const std::size_t first_word = first / Slots::kWordSlots;
  const std::size_t words = std::min(kSegmentWords, slots.word_count() - first_word);
  auto listed = segment.listed.begin();
  auto dense = segment.dense.begin();
  for (const MarkId mark : marks) {
    listed = std::lower_bound(listed, segment.listed.end(), mark);
    if (listed != segment.listed.end() && *listed == mark) {
      const auto i = static_cast<std::size_t>(listed - segment.listed.begin());
      for (std::uint32_t at = i == 0 ? 0 : segment.ends[i - 1]; at < segment.ends[i]; ++at) {
        slots.insert(first + segment.slots[at]);
      }
      continue;
    }
    dense = std::lower_bound(dense, segment.dense.end(), mark);
    if (dense == segment.dense.end() || *dense != mark) continue;
    const auto bits = static_cast<std::size_t>(dense - segment.dense.begin()) * kSegmentWords;
    for (std::size_t i = 0; i < words; ++i) slots.word(first_word + i) |= segment.bits[bits + i];
  }
}

std::size_t Index::memory() const {
  std::size_t bytes = items_.capacity() * (sizeof(ItemId) + sizeof(std::int64_t)) +
                      alive_.memory() + 4 * (slots_by_item_.capacity() + counts_.capacity()) +
                      4 * (open_.marks.capacity() + open_.ends.capacity());
  for (const Segment& segment : segments_) {
    bytes += 4 * (segment.listed.capacity() + segment.ends.capacity() + segment.dense.capacity()) +
             2 * segment.slots.capacity() + 8 * segment.bits.capacity();
  }
  return bytes;
}

}  // namespace fundwatch::matchers
