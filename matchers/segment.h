// matchers/segment.h — a part of the index: which of its slots have a mark, packed. Of a mark that
// few slots have, their number in Elias' gamma code and the gaps between them in Rice's, which take
// about as many bits as they say something; of others a bit for each slot. Never changes once it is
// made. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "matchers/slots.h"

namespace fundwatch::matchers {

enum class MarkId : std::uint32_t {};

class Segment {
 public:
  static constexpr std::size_t kSlots = 65'536;  // as many as 16 bits tell apart

  // The marks of slot after slot, before they make a segment.
  class Loose {
   public:
    // Of the next slot, ascending.
    void add(std::span<const MarkId> marks);

    std::size_t slot_count() const { return ends_.size(); }
    void read(std::size_t slot, std::vector<MarkId>& marks) const;

    // Bytes held.
    std::size_t memory() const { return gaps_.capacity() + 4 * ends_.capacity(); }

   private:
    std::vector<std::uint8_t> gaps_;   // between a slot's marks, seven bits a byte
    std::vector<std::uint32_t> ends_;  // by slot, in gaps_
  };

  explicit Segment(const Loose& loose);

  // Adds the slots that have any of the marks, which are ascending; they count from `first`.
  void append_slots(std::span<const MarkId> marks, std::size_t first, Slots& slots) const;

  // Bytes held.
  std::size_t memory() const;

 private:
  // Slots by mark, before they are packed.
  struct Dealt {
    std::vector<MarkId> marks;        // ascending
    std::vector<std::uint32_t> ends;  // of each mark's slots
    std::vector<std::uint16_t> slots;
  };

  Dealt plan(std::vector<std::uint32_t>& counts);
  void deal(const Loose& loose, std::vector<std::uint32_t>& counts, Dealt& dealt);
  void pack(const Dealt& dealt);
  bool append_listed(MarkId mark, std::size_t first, Slots& slots) const;
  void append_dense(MarkId mark, std::size_t first, Slots& slots) const;

  // Packed marks stand in blocks of so many, so that one is found by reading a few others.
  struct Block {
    MarkId first{};
    std::uint32_t begin = 0;  // in packed_
  };

  std::size_t listed_ = 0;  // marks
  std::vector<Block> blocks_;
  std::vector<std::uint8_t> packed_;
  std::vector<MarkId> dense_;  // ascending
  std::vector<std::uint64_t> bits_;
};

}  // namespace fundwatch::matchers
