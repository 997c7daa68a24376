#include "matchers/segment.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "base/growth.h"

namespace fundwatch::matchers {
namespace {

// A mark of more slots costs hardly more as bits, and is read at once.
constexpr std::uint32_t kListedMax = Segment::kSlots / 8;
constexpr std::uint32_t kDense = std::uint32_t{1} << 31U;
constexpr std::size_t kWords = Segment::kSlots / Slots::kWordSlots;
constexpr std::size_t kBlockMarks = 64;
// Of so many slots on, it is said how many bits they take, to be passed over.
constexpr std::uint32_t kSkippedFrom = 16;
constexpr std::size_t kWindowBytes = 8;
constexpr std::size_t kNumberBytesMax = 5;

// How many low bits of a gap are written as they are: those of a gap of usual length, that is ln 2
// of the average.
unsigned usual_bits(std::uint32_t count) {
  constexpr std::uint32_t kUsualTimesCount = Segment::kSlots * 69 / 100;
  return static_cast<unsigned>(std::bit_width(std::max(kUsualTimesCount / count, 1U))) - 1;
}

// Seven bits a byte, the lowest first.
void put_number(std::uint32_t number, std::vector<std::uint8_t>& bytes) {
  for (; number >= 0x80; number >>= 7U) bytes.push_back(static_cast<std::uint8_t>(number | 0x80U));
  bytes.push_back(static_cast<std::uint8_t>(number));
}

std::uint32_t take_number(const std::uint8_t*& bytes) {
  std::uint32_t number = 0;
  for (unsigned shift = 0;; shift += 7) {
    const std::uint8_t byte = *bytes++;
    number |= (byte & 0x7FU) << shift;
    if ((byte & 0x80U) == 0) return number;
  }
}

// Bits, from the lowest of a byte on.
class Writer {
 public:
  explicit Writer(std::vector<std::uint8_t>& bytes) : bytes_(bytes) {}
  ~Writer() {
    if (used_ > 0) bytes_.push_back(static_cast<std::uint8_t>(window_));
  }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  // In Elias' gamma code: how many bits it has, as so many ones and a zero, and all but its first.
  // Small ones take least; never 0.
  void number(std::uint32_t number) {
    const auto below = static_cast<unsigned>(std::bit_width(number)) - 1;
    bits((std::uint64_t{1} << below) - 1, below + 1);
    bits(number & ((1U << below) - 1), below);
  }

  // In Rice's code: its high bits as so many ones and a zero.
  void gap(std::uint32_t gap, unsigned low) {
    constexpr unsigned kOnesMax = 32;
    std::uint32_t high = gap >> low;
    for (; high >= kOnesMax; high -= kOnesMax) bits(~std::uint32_t{0}, kOnesMax);
    bits((std::uint64_t{1} << high) - 1, high + 1);
    bits(gap & ((1U << low) - 1), low);
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
    const auto below = static_cast<unsigned>(std::countr_one(window()));
    bit_ += below + 1;
    return 1U << below | low_bits(below);
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
    return (high + ones) << low | low_bits(low);
  }

  void skip(std::uint32_t bits) { bit_ += bits; }

 private:
  std::uint32_t low_bits(unsigned count) {
    const auto bits = static_cast<std::uint32_t>(window()) & ((1U << count) - 1);
    bit_ += count;
    return bits;
  }

  std::uint64_t window() const {
    std::uint64_t window = 0;
    std::memcpy(&window, bytes_ + bit_ / 8, sizeof window);
    return window >> (bit_ % 8);
  }

  const std::uint8_t* bytes_;
  std::size_t bit_ = 0;
};

std::uint32_t distance(MarkId from, MarkId to) {
  return static_cast<std::uint32_t>(to) - static_cast<std::uint32_t>(from);
}

std::uint32_t bits_of(std::span<const std::uint16_t> slots, unsigned low) {
  std::uint32_t bits = 0;
  std::uint32_t next = 0;
  for (const std::uint16_t slot : slots) {
    bits += ((slot - next) >> low) + 1 + low;
    next = slot + 1U;
  }
  return bits;
}

void pack_slots(std::span<const std::uint16_t> slots, Writer& writer) {
  const auto count = static_cast<std::uint32_t>(slots.size());
  const unsigned low = usual_bits(count);
  writer.number(count);
  if (count >= kSkippedFrom) writer.number(bits_of(slots, low));
  std::uint32_t next = 0;
  for (const std::uint16_t slot : slots) {
    writer.gap(slot - next, low);
    next = slot + 1U;
  }
}

void append_gaps(Reader& reader, std::uint32_t count, std::size_t first, Slots& slots) {
  const unsigned low = usual_bits(count);
  std::size_t slot = first;
  for (std::uint32_t i = 0; i < count; ++i, ++slot) {
    slot += reader.gap(low);
    slots.insert(slot);
  }
}

}  // namespace

void Segment::Loose::add(std::span<const MarkId> marks) {
  std::uint32_t before = 0;
  for (const MarkId mark : marks) {
    const auto number = static_cast<std::uint32_t>(mark);
    gaps_.reserve(roomy(gaps_.size() + kNumberBytesMax, gaps_.capacity()));
    put_number(number - before, gaps_);
    before = number;
  }
  ends_.push_back(static_cast<std::uint32_t>(gaps_.size()));
}

void Segment::Loose::read(std::size_t slot, std::vector<MarkId>& marks) const {
  marks.clear();
  const std::uint8_t* here = gaps_.data() + (slot == 0 ? 0 : ends_[slot - 1]);
  std::uint32_t mark = 0;
  while (here < gaps_.data() + ends_[slot]) marks.push_back(MarkId{mark += take_number(here)});
}

Segment::Segment(const Loose& loose) {
  std::vector<std::uint32_t> counts;  // by mark
  std::vector<MarkId> marks;
  for (std::size_t slot = 0; slot < loose.slot_count(); ++slot) {
    loose.read(slot, marks);
    if (marks.empty()) continue;
    counts.resize(std::max(counts.size(), static_cast<std::size_t>(marks.back()) + 1));
    for (const MarkId mark : marks) ++counts[static_cast<std::size_t>(mark)];
  }
  Dealt dealt = plan(counts);
  deal(loose, counts, dealt);
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
// the bits that they take, and the gaps between them.
void Segment::pack(const Dealt& dealt) {
  listed_ = dealt.marks.size();
  std::uint32_t begin = 0;
  for (std::size_t first = 0; first < listed_; first += kBlockMarks) {
    blocks_.push_back({dealt.marks[first], static_cast<std::uint32_t>(packed_.size())});
    Writer writer(packed_);
    for (std::size_t i = first; i < std::min(first + kBlockMarks, listed_); ++i) {
      if (i > first) writer.number(distance(dealt.marks[i - 1], dealt.marks[i]));
      pack_slots(std::span(dealt.slots).subspan(begin, dealt.ends[i] - begin), writer);
      begin = dealt.ends[i];
    }
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
  const auto block = std::prev(behind);
  const auto before = static_cast<std::size_t>(block - blocks_.begin()) * kBlockMarks;
  Reader reader(packed_.data() + block->begin);
  auto here = static_cast<std::uint32_t>(block->first);
  for (std::size_t left = std::min(kBlockMarks, listed_ - before);; here += reader.number()) {
    if (MarkId{here} > mark) return false;
    const std::uint32_t count = reader.number();
    const std::uint32_t bits = count < kSkippedFrom ? 0 : reader.number();
    if (MarkId{here} == mark) {
      append_gaps(reader, count, first, slots);
      return true;
    }
    if (--left == 0) return false;
    if (bits > 0) {
      reader.skip(bits);
      continue;
    }
    const unsigned low = usual_bits(count);
    for (std::uint32_t i = 0; i < count; ++i) reader.gap(low);
  }
}

void Segment::append_dense(MarkId mark, std::size_t first, Slots& slots) const {
  const auto dense = std::ranges::lower_bound(dense_, mark);
  if (dense == dense_.end() || *dense != mark) return;
  const std::size_t first_word = first / Slots::kWordSlots;
  const std::size_t words = std::min(kWords, slots.word_count() - first_word);
  const auto bits = static_cast<std::size_t>(dense - dense_.begin()) * kWords;
  for (std::size_t i = 0; i < words; ++i) slots.add(first_word + i, bits_[bits + i]);
}

std::size_t Segment::memory() const {
  return sizeof(Block) * blocks_.capacity() + packed_.capacity() +
         sizeof(MarkId) * dense_.capacity() + sizeof(std::uint64_t) * bits_.capacity();
}

}  // namespace fundwatch::matchers
