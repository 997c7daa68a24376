// matchers/slots.h — a set of slots of an index, a bit for each. Blocks of them that hold no slot
// take no room but a number: most words stand in few items of many.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "base/growth.h"

namespace fundwatch::matchers {

class Slots {
 public:
  static constexpr std::size_t kWordSlots = 64;

  Slots() = default;
  explicit Slots(std::size_t count) { resize(count); }

  // To no fewer than before.
  void resize(std::size_t count) {
    word_count_ = (count + kWordSlots - 1) / kWordSlots;
    blocks_.resize((word_count_ + kBlockWords - 1) / kBlockWords);
  }

  bool has(std::size_t slot) const { return (word(slot / kWordSlots) & bit(slot)) != 0; }
  void insert(std::size_t slot) { add(slot / kWordSlots, bit(slot)); }
  void erase(std::size_t slot) { keep(slot / kWordSlots, ~bit(slot)); }

  // The slots from i * kWordSlots on, the first as the lowest bit.
  std::uint64_t word(std::size_t i) const { return words_[place_of(i)]; }
  std::size_t word_count() const { return word_count_; }

  // Adds to that word; takes away all others of it.
  void add(std::size_t i, std::uint64_t bits) {
    if (bits == 0) return;
    if (blocks_[i / kBlockWords] == kEmpty) fill(i / kBlockWords);
    words_[place_of(i)] |= bits;
  }
  void keep(std::size_t i, std::uint64_t bits) {
    if (blocks_[i / kBlockWords] != kEmpty) words_[place_of(i)] &= bits;
  }

  // Bytes held.
  std::size_t memory() const {
    return blocks_.capacity() * sizeof(std::uint32_t) + words_.capacity() * sizeof(std::uint64_t);
  }

  // Of sets of the same size.
  void unite(const Slots& other) {
    for (std::size_t i = 0; i < word_count_; ++i) add(i, other.word(i));
  }
  void intersect(const Slots& other) {
    for (std::size_t i = 0; i < word_count_; ++i) keep(i, other.word(i));
  }
  void complement() {
    for (std::size_t i = 0; i < word_count_; ++i) {
      const std::uint64_t others = ~word(i);
      keep(i, 0);
      add(i, others);
    }
  }

  // Ascending, those from `from` on, a multiple of kWordSlots.
  void each(std::size_t from, const std::function<void(std::size_t)>& visit) const {
    for (std::size_t i = from / kWordSlots; i < word_count_; ++i) {
      for (std::uint64_t bits = word(i); bits != 0; bits &= bits - 1) {
        visit(i * kWordSlots + static_cast<std::size_t>(std::countr_zero(bits)));
      }
    }
  }

 private:
  static constexpr std::size_t kBlockWords = 8;
  static constexpr std::uint32_t kEmpty = 0;  // the first block, in which nothing is ever written

  static std::uint64_t bit(std::size_t slot) { return std::uint64_t{1} << (slot % kWordSlots); }

  std::size_t place_of(std::size_t i) const {
    return std::size_t{blocks_[i / kBlockWords]} * kBlockWords + i % kBlockWords;
  }

  void fill(std::size_t block) {
    blocks_[block] = static_cast<std::uint32_t>(words_.size() / kBlockWords);
    words_.reserve(roomy(words_.size() + kBlockWords, words_.capacity()));
    words_.resize(words_.size() + kBlockWords);
  }

  std::size_t word_count_ = 0;
  std::vector<std::uint32_t> blocks_;  // where the words of each stand in words_
  std::vector<std::uint64_t> words_ = std::vector<std::uint64_t>(kBlockWords);
};

}  // namespace fundwatch::matchers
