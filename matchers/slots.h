// matchers/slots.h — a set of slots of an index, a bit for each.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace fundwatch::matchers {

class Slots {
 public:
  static constexpr std::size_t kWordSlots = 64;

  Slots() = default;
  explicit Slots(std::size_t count) { resize(count); }

  void resize(std::size_t count) { words_.resize((count + kWordSlots - 1) / kWordSlots); }

  bool has(std::size_t slot) const {
    return (words_[slot / kWordSlots] >> (slot % kWordSlots) & 1U) != 0;
  }
  void insert(std::size_t slot) { words_[slot / kWordSlots] |= bit(slot); }
  void erase(std::size_t slot) { words_[slot / kWordSlots] &= ~bit(slot); }

  std::uint64_t& word(std::size_t i) { return words_[i]; }
  std::uint64_t word(std::size_t i) const { return words_[i]; }
  std::size_t word_count() const { return words_.size(); }
  std::size_t memory() const { return words_.capacity() * sizeof(std::uint64_t); }

  // Of sets of the same size.
  void unite(const Slots& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
  }
  void intersect(const Slots& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
  }
  void complement() {
    for (std::uint64_t& word : words_) word = ~word;
  }

  // Ascending, those from `from` on, a multiple of kWordSlots.
  void each(std::size_t from, const std::function<void(std::size_t)>& visit) const {
    for (std::size_t i = from / kWordSlots; i < words_.size(); ++i) {
      for (std::uint64_t word = words_[i]; word != 0; word &= word - 1) {
        visit(i * kWordSlots + static_cast<std::size_t>(std::countr_zero(word)));
      }
    }
  }

 private:
  static std::uint64_t bit(std::size_t slot) { return std::uint64_t{1} << (slot % kWordSlots); }

  std::vector<std::uint64_t> words_;
};

}  // namespace fundwatch::matchers
