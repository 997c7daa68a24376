// matchers/token_memo.h — remembers which atoms a token has, by its bytes.
// Texts say the same words over and over, so nearly every token is answered here, without folding
// it or asking for its forms. Bounded: when it is full it begins anew. It belongs to one thread and
// to one set of rules.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/sought_text.h"
#include "matchers/text_hash.h"
#include "matchers/vocabulary.h"

namespace fundwatch::matchers {

inline constexpr std::size_t kMemoTokensMax = 100'000;
inline constexpr std::size_t kMemoTokenBytesMax = 128;  // longer ones are looked up each time
inline constexpr std::size_t kMemoAtomsMax = 4'000'000;
// Tokens that want the same place beyond so many are looked up each time: a text made to collide
// costs no more than one of new words.
inline constexpr std::size_t kMemoProbesMax = 32;

class TokenMemo {
 public:
  // With `askable`, which must outlive it: no other word (Word::text) that will be asked for, of at
  // most kMemoTokenBytesMax bytes, has atoms.
  explicit TokenMemo(const WordSet* askable = nullptr);

  // Begins to fetch what is known of text[begin, end): some tokens later it is at hand.
  SoughtText seek(std::string_view text, std::size_t begin, std::size_t end) const {
    const SoughtText sought(text, begin, end);
    __builtin_prefetch(&slots_[sought.hash() & (slots_.size() - 1)]);
    return sought;
  }

  // Its atoms, from memory or from the vocabulary. Valid until the next call.
  std::span<const AtomId> atoms_of(const SoughtText& sought, const Vocabulary& vocabulary) {
    const Slot& first = slots_[sought.hash() & (slots_.size() - 1)];
    const bool is_all = sought.length() <= SoughtText::kInlineBytes;
    return is_all && has_beginning(first, sought) ? list(first) : look_up(sought, vocabulary);
  }

  std::size_t size() const { return size_; }
  std::size_t misses() const { return misses_; }

 private:
  // The first sixteen bytes of a token stand in its slot, the others in rests_.
  struct Slot {  // half a cache line
    std::uint64_t low = 0;
    std::uint64_t high = 0;
    std::uint32_t length = 0;  // 0 when free
    std::uint32_t rest = 0;    // where the further bytes begin
    std::uint32_t atoms = 0;   // where the list begins; 0 is the empty one
    std::uint32_t count = 0;
  };

  static bool has_beginning(const Slot& slot, const SoughtText& sought) {
    return slot.low == sought.low() && slot.high == sought.high() && slot.length == sought.length();
  }
  bool is_at(const Slot& slot, const SoughtText& sought) const;
  std::span<const AtomId> look_up(const SoughtText& sought, const Vocabulary& vocabulary);
  bool is_mute(std::string_view token) const;
  std::span<const AtomId> remember(Slot& slot, const SoughtText& sought);
  std::span<const AtomId> list(const Slot& slot) const {
    return {lists_.data() + slot.atoms, slot.count};
  }
  Slot* slot_of(const SoughtText& sought);
  void grow();
  void clear();

  const WordSet* askable_;
  std::vector<Slot> slots_;  // a power of two
  std::string rests_;
  std::vector<AtomId> lists_;
  std::vector<AtomId> unremembered_;
  std::size_t size_ = 0;
  std::size_t misses_ = 0;
};

}  // namespace fundwatch::matchers
