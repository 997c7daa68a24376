// matchers/token_memo.h — remembers which atoms a token has and what it tells, by its bytes.
// Texts say the same words over and over, so nearly every token is answered here, without folding
// it or asking for its forms. Tokens are numbered as they are met, so that what is kept by number
// of those that are said most stands together. Bounded: when it is full it begins anew with the
// next item. It belongs to one thread and to one set of rules.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/sought_text.h"
#include "matchers/telling_word.h"
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
  // Of a token that is not remembered.
  static constexpr std::uint32_t kUnnumbered = std::numeric_limits<std::uint32_t>::max();

  struct Known {
    std::span<const AtomId> atoms;
    std::uint32_t number = kUnnumbered;  // below size(); valid until the next item
  };

  // With `askable`, which must outlive it: no other word (Word::text) that will be asked for, of at
  // most kMemoTokenBytesMax bytes, has atoms.
  explicit TokenMemo(const WordSet* askable = nullptr);

  // Begins to fetch what is known of text[begin, end), which is not empty: some tokens later it is
  // at hand.
  SoughtText seek(std::string_view text, std::size_t begin, std::size_t end) const {
    const SoughtText sought(text, begin, end);
    __builtin_prefetch(&slots_[sought.hash() & (slots_.size() - 1)]);
    return sought;
  }

  // Before each item: begins anew if it is full.
  void make_room();

  // Its atoms, from memory or from the vocabulary. Valid until the next call.
  Known find(const SoughtText& sought, const Vocabulary& vocabulary) {
    const Slot& first = slots_[sought.hash() & (slots_.size() - 1)];
    const bool is_all = sought.length() <= SoughtText::kInlineBytes;
    return is_all && has_beginning(first, sought) ? known(first) : look_up(sought, vocabulary);
  }

  // What a token with this number tells, from memory; `bytes` are the token's.
  TellingWord telling_word(std::uint32_t number, const Token& token, std::string_view bytes);

  std::size_t size() const { return size_; }
  std::size_t misses() const { return misses_; }

 private:
  // The first sixteen bytes of a token stand in its slot, the others in rests_.
  struct Slot {  // half a cache line
    std::uint64_t low = 0;
    std::uint64_t high = 0;
    std::uint32_t length : 8 = 0;  // 0 when free
    std::uint32_t rest : 24 = 0;   // where the further bytes begin
    std::uint32_t atoms = 0;       // where the list begins
    std::uint32_t count = 0;
    std::uint32_t number = 0;
  };
  static_assert(kMemoTokenBytesMax < 1U << 8U);
  static_assert(kMemoTokensMax * kMemoTokenBytesMax < 1U << 24U);

  static bool has_beginning(const Slot& slot, const SoughtText& sought) {
    return slot.low == sought.low() && slot.high == sought.high() && slot.length == sought.length();
  }
  bool is_at(const Slot& slot, const SoughtText& sought) const;
  Known look_up(const SoughtText& sought, const Vocabulary& vocabulary);
  bool is_mute(std::string_view token) const;
  bool is_full() const { return size_ == kMemoTokensMax || lists_.size() > kMemoAtomsMax; }
  Known remember(Slot& slot, const SoughtText& sought);
  Known known(const Slot& slot) const {
    return {{lists_.data() + slot.atoms, slot.count}, slot.number};
  }
  Slot* slot_of(const SoughtText& sought);
  void grow();

  const WordSet* askable_;
  std::vector<Slot> slots_;  // a power of two
  std::string rests_;
  std::vector<AtomId> lists_;
  std::vector<AtomId> unremembered_;
  std::vector<std::optional<TellingWord>> telling_;  // by number, of those that were asked for
  WordReader reader_;
  std::size_t size_ = 0;
  std::size_t misses_ = 0;
};

}  // namespace fundwatch::matchers
