// store/mark_numbers.h — remembers which number the text of a mark has. Nearly all marks of an item
// were met before, and each is found with one look into memory: the first bytes of a text stand in
// its slot.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/sought_text.h"

namespace fundwatch::store {

// So many texts are remembered with their numbers, the ones met first; others are looked up. They
// are most of what a county's items say in years, in some ten megabytes with the ends of long ones.
inline constexpr std::size_t kMarkTextsRememberedMax = 190'000;
inline constexpr std::size_t kMarkRestBytesMax = 4'000'000;  // of all, beyond the first bytes
inline constexpr std::size_t kMarkTextBytesRememberedMax =
    255;  // of one; longer ones are looked up
// Texts that want the same slot beyond so many are looked up, too: ones made to collide cost no
// more than new ones.
inline constexpr std::size_t kMarkProbesMax = 64;

class MarkNumbers {
 public:
  MarkNumbers();

  // Begins to fetch what is known of the text, which must outlive what is returned.
  SoughtText seek(std::string_view text) const;

  std::optional<std::uint32_t> find(const SoughtText& text) const;

  // Unless it is there, too long, or there are too many.
  void add(const SoughtText& text, std::uint32_t number);

  void clear();

  std::size_t size() const { return size_; }

 private:
  struct Slot {
    std::uint64_t low = 0;
    std::uint64_t high = 0;
    std::uint32_t number = 0;
    std::uint32_t length_and_rest = 0;  // 0 when free

    std::size_t length() const { return length_and_rest & 0xFFU; }
    std::size_t rest() const { return length_and_rest >> 8U; }  // where its further bytes begin
  };

  bool is_at(const Slot& slot, const SoughtText& text) const;
  const Slot* slot_of(const SoughtText& text) const;
  void grow();

  std::vector<Slot> slots_;  // a power of two
  std::string rests_;
  std::size_t size_ = 0;
};

}  // namespace fundwatch::store
