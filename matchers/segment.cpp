#include "matchers/segment.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace fundwatch::matchers {
namespace {

// A mark of more slots costs hardly more as bits, and is read at once.
constexpr std::uint32_t kListedMax = Segment::kSlots / 8;
constexpr std::uint32_t kDense = std::uint32_t{1} << 31U;
constexpr std::size_t kWords = Segment::kSlots / Slots::kWordSlots;
constexpr std::size_t kBlockMarks = 64;
// Of so many slots on, it is said how many bytes they take, to be passed over.
constexpr std::uint32_t kSkippedFrom = 16;
constexpr std::size_t kWindowBytes = 8;

// How many low bits of a gap are written as they are: those of a gap of usual length, that is ln 2
// of the average.
unsigned low_bits(std::uint32_t count) {
  constexpr std::uint32_t kUsualTimesCount = Segment::kSlots * 69 / 100;
  return static_cast<unsigned>(std::bit_width(std::max(kUsualTimesCount / count, 1U))) - 1;
}

// Bytes, and bits from the lowest of a byte on.
class Writer {
 public:
  explicit Writer(std::vector<std::uint8_t>& bytes) : bytes_(bytes) {}

  // Seven bits a byte, the lowest first.
  void number(std::uint32_t number) {
    for (; number >= 0x80; number >>= 7U) {
      bytes_.push_back(static_cast<std::uint8_t>(number | 0x80U));
    }
    bytes_.push_back(static_cast<std::uint8_t>(number));
  }

  // Its high bits as so many ones and a zero.
  void gap(std::uint32_t gap, unsigned low) {
    constexpr unsigned kOnesMax = 32;
    std::uint32_t high = gap >> low;
    for (; high >= kOnesMax; high -= kOnesMax) bits(~std::uint32_t{0}, kOnesMax);
    bits((std::uint64_t{1} << high) - 1, high + 1);
    bits(gap & ((1U << low) - 1), low);
  }

  void end_bits() {
    if (used_ > 0) bytes_.push_back(static_cast<std::uint8_t>(window_));
    window_ = 0;
    used_ = 0;
  }

 private:
  void bits(std::uint64_t bits, unsigned count) {
    window_ |= bits << used_;
    for (used_ += count; used_ >= 8; used_ -= 8) {
      bytes_.push_back(static_cast<std::uint8_t>(window_));
      window_ >>= 8U;
    }
  }

  std::vector<std::uint8_t>& bytes_;
  std::uint64_t window_ = 0;  // bits that fill no byte yet
  unsigned used_ = 0;
};

// The bytes are followed by kWindowBytes more.
class Reader {
 public:
  explicit Reader(const std::uint8_t* bytes) : bytes_(bytes) {}

  std::uint32_t number() {
    std::uint32_t number = 0;
    for (unsigned shift = 0;; shift += 7) {
      const std::uint8_t byte = *bytes_++;
      number |= (byte & 0x7FU) << shift;
      if ((byte & 0x80U) == 0) return number;
    }
  }

  std::uint32_t gap(unsigned low) {
    constexpr unsigned kSureBits = 56;  // that a window has
    std::uint32_t high = 0;
    auto ones = static_cast<unsigned>(std::countr_one(window()));
    for (; ones >= kSureBits; ones = static_cast<unsigned>(std::countr_one(window()))) {
      high += kSureBits;
      bit_ += kSureBits;
    }
    bit_ += ones + 1;
    const auto rest = static_cast<std::uint32_t>(window()) & ((1U << low) - 1);
    bit_ += low;
    return (high + ones) << low | rest;
  }

  void end_bits() {
    bytes_ += (bit_ + 7) / 8;
    bit_ = 0;
  }

  const std::uint8_t* at() const { return bytes_; }
  void skip(std::uint32_t bytes) { bytes_ += bytes; }

 private:
  std::uint64_t window() const {
    std::uint64_t window = 0;
    std::memcpy(&window, bytes_ + bit_ / 8, sizeof window);
    return window >> (bit_ % 8);
  }

  const std::uint8_t* bytes_;
  std::size_t bit_ = 0;
};

}  // namespace

void Segment::Loose::add(std::span<const MarkId> marks) {
  Writer writer(gaps_);
  std::uint32_t before = 0;
  for (const MarkId mark : marks) {
    const auto number = static_cast<std::uint32_t>(mark);
    writer.number(number - before);
    before = number;
  }
  ends_.push_back(static_cast<std::uint32_t>(gaps_.size()));
}

void Segment::Loose::read(std::size_t slot, std::vector<MarkId>& marks) const {
  marks.clear();
  Reader reader(gaps_.data() + (slot == 0 ? 0 : ends_[slot - 1]));
  std::uint32_t here = 0;
  while (reader.at() < gaps_.data() + ends_[slot]) marks.push_back(MarkId{here += reader.number()});
}

Segment::Segment(const Loose& loose, std::vector<std::uint32_t>& counts) {
  std::vector<MarkId> marks;
  for (std::size_t slot = 0; slot < loose.slot_count(); ++slot) {
    loose.read(slot, marks);
    for (const MarkId mark : marks) ++counts[static_cast<std::size_t>(mark)];
  }
  Dealt dealt = plan(counts);
  deal(loose, counts, dealt);
  for (const MarkId mark : dealt.marks) counts[static_cast<std::size_t>(mark)] = 0;
  for (const MarkId mark : dense_) counts[static_cast<std::size_t>(mark)] = 0;
  pack(dealt);
}

// Turns each count into the place of the mark's first slot, or the number of its bits.
Segment::Dealt Segment::plan(std::vector<std::uint32_t>& counts) {
  Dealt dealt;
  std::uint32_t slots = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const std::uint32_t count = counts[i];
    if (count == 0) continue;
    const MarkId mark{static_cast<std::uint32_t>(i)};
    if (count > kListedMax) {
      counts[i] = kDense | static_cast<std::uint32_t>(dense_.size());
      dense_.push_back(mark);
      continue;
    }
    counts[i] = slots;
    slots += count;
    dealt.marks.push_back(mark);
    dealt.ends.push_back(slots);
  }
  dealt.slots.resize(slots);
  bits_.resize(dense_.size() * kWords);
  return dealt;
}

void Segment::deal(const Loose& loose, std::vector<std::uint32_t>& counts, Dealt& dealt) {
  std::vector<MarkId> marks;
  for (std::size_t slot = 0; slot < loose.slot_count(); ++slot) {
    loose.read(slot, marks);
    for (const MarkId mark : marks) {
      std::uint32_t& next = counts[static_cast<std::size_t>(mark)];
      if ((next & kDense) == 0) {
        dealt.slots[next++] = static_cast<std::uint16_t>(slot);
        continue;
      }
      const std::size_t word = (next & ~kDense) * kWords + slot / Slots::kWordSlots;
      bits_[word] |= std::uint64_t{1} << (slot % Slots::kWordSlots);
    }
  }
}

// Of each mark how far it is from the one before it in the block, how many slots it has, of many
// the bytes that they take, and the gaps between them.
void Segment::pack(const Dealt& dealt) {
  Writer writer(packed_);
  std::vector<std::uint8_t> gaps;
  std::uint32_t begin = 0;
  for (std::size_t i = 0; i < dealt.marks.size(); ++i) {
    const bool is_first = i % kBlockMarks == 0;
    if (is_first) blocks_.push_back({dealt.marks[i], static_cast<std::uint32_t>(packed_.size())});
    const MarkId before = is_first ? dealt.marks[i] : dealt.marks[i - 1];
    writer.number(static_cast<std::uint32_t>(dealt.marks[i]) - static_cast<std::uint32_t>(before));
    const std::uint32_t count = dealt.ends[i] - begin;
    writer.number(count);
    gaps.clear();
    Writer of_gaps(gaps);
    const unsigned low = low_bits(count);
    std::uint32_t next = 0;
    for (; begin < dealt.ends[i]; ++begin) {
      of_gaps.gap(dealt.slots[begin] - next, low);
      next = dealt.slots[begin] + 1U;
    }
    of_gaps.end_bits();
    if (count >= kSkippedFrom) writer.number(static_cast<std::uint32_t>(gaps.size()));
    packed_.insert(packed_.end(), gaps.begin(), gaps.end());
  }
  packed_.resize(packed_.size() + kWindowBytes);
  packed_.shrink_to_fit();
  blocks_.shrink_to_fit();
}

void Segment::append_slots(std::span<const MarkId> marks, std::size_t first, Slots& slots) const {
  for (const MarkId mark : marks) {
    if (!append_listed(mark, first, slots)) append_dense(mark, first, slots);
  }
}

// False if the mark is not among the packed ones.
bool Segment::append_listed(MarkId mark, std::size_t first, Slots& slots) const {
  const auto behind = std::ranges::upper_bound(blocks_, mark, {}, &Block::first);
  if (behind == blocks_.begin()) return false;
  const Block& block = *std::prev(behind);
  const std::size_t end = behind == blocks_.end() ? packed_.size() - kWindowBytes : behind->begin;
  auto here = static_cast<std::uint32_t>(block.first);
  for (Reader reader(packed_.data() + block.begin); reader.at() < packed_.data() + end;) {
    here += reader.number();
    if (MarkId{here} > mark) return false;
    const std::uint32_t count = reader.number();
    const std::uint32_t bytes = count < kSkippedFrom ? 0 : reader.number();
    if (MarkId{here} != mark && bytes > 0) {
      reader.skip(bytes);
      continue;
    }
    const unsigned low = low_bits(count);
    std::size_t slot = first;
    for (std::uint32_t i = 0; i < count; ++i, ++slot) {
      slot += reader.gap(low);
      if (MarkId{here} == mark) slots.insert(slot);
    }
    if (MarkId{here} == mark) return true;
    reader.end_bits();
  }
  return false;
}

void Segment::append_dense(MarkId mark, std::size_t first, Slots& slots) const {
  const auto dense = std::ranges::lower_bound(dense_, mark);
  if (dense == dense_.end() || *dense != mark) return;
  const std::size_t first_word = first / Slots::kWordSlots;
  const std::size_t words = std::min(kWords, slots.word_count() - first_word);
  const auto bits = static_cast<std::size_t>(dense - dense_.begin()) * kWords;
  for (std::size_t i = 0; i < words; ++i) slots.word(first_word + i) |= bits_[bits + i];
}

std::size_t Segment::memory() const {
  return sizeof(Block) * blocks_.capacity() + packed_.capacity() +
         sizeof(MarkId) * dense_.capacity() + sizeof(std::uint64_t) * bits_.capacity();
}

}  // namespace fundwatch::matchers
