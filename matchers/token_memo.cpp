#include "matchers/token_memo.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

#include "matchers/words.h"

namespace fundwatch::matchers {
namespace {

constexpr std::size_t kSlotsAtFirst = 1 << 12;
// Who reads more words than this goes on reading, and gets all the memo there is: one that doubled
// when a daemon had run for weeks would look like a leak.
constexpr std::size_t kSlotsOfFew = 1 << 14;
constexpr std::size_t kSlotsMax = std::bit_ceil(2 * kMemoTokensMax);

}  // namespace

TokenMemo::TokenMemo(const WordSet* askable) : askable_(askable), slots_(kSlotsAtFirst) {}

void TokenMemo::make_room() {
  if (!is_full()) return;
  std::ranges::fill(slots_, Slot{});
  rests_.clear();
  lists_.clear();
  telling_.clear();
  size_ = 0;
}

TokenMemo::Known TokenMemo::look_up(const SoughtText& sought, const Vocabulary& vocabulary) {
  Slot* slot = sought.length() <= kMemoTokenBytesMax ? slot_of(sought) : nullptr;
  if (slot != nullptr && slot->length != 0) return known(*slot);
  ++misses_;
  unremembered_.clear();
  if (!is_mute(sought.text())) unremembered_ = vocabulary.atoms_of(sought.text());
  if (slot == nullptr || is_full()) return {unremembered_};
  return remember(*slot, sought);
}

TellingWord TokenMemo::telling_word(std::uint32_t number, const Token& token,
                                    std::string_view bytes) {
  if (number == kUnnumbered) return matchers::telling_word(reader_.read(token, bytes));
  if (number >= telling_.size()) telling_.resize(size_);
  std::optional<TellingWord>& known = telling_[number];
  if (!known) known = matchers::telling_word(reader_.read(token, bytes));
  return *known;
}

bool TokenMemo::is_mute(std::string_view token) const {
  if (askable_ == nullptr || token.size() > kMemoTokenBytesMax) return false;
  const auto plain = plain_word_text_of(token);
  return plain ? !askable_->contains(*plain) : !askable_->contains(word_text_of(token));
}

bool TokenMemo::is_at(const Slot& slot, const SoughtText& sought) const {
  if (!has_beginning(slot, sought)) return false;
  const std::string_view rest = sought.rest();
  return std::string_view(rests_).substr(slot.rest, rest.size()) == rest;
}

// The slot that holds the token, or the free one where it belongs, if there is one.
TokenMemo::Slot* TokenMemo::slot_of(const SoughtText& sought) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t i = sought.hash() & mask;
  for (std::size_t probes = 0; probes < kMemoProbesMax; ++probes) {
    if (slots_[i].length == 0 || is_at(slots_[i], sought)) return &slots_[i];
    i = (i + 1) & mask;
  }
  return nullptr;
}

TokenMemo::Known TokenMemo::remember(Slot& slot, const SoughtText& sought) {
  slot.low = sought.low();
  slot.high = sought.high();
  slot.length = sought.length() & 0xFFU;
  slot.rest = rests_.size() & 0xFFFFFFU;
  slot.count = static_cast<std::uint32_t>(unremembered_.size());
  slot.atoms = static_cast<std::uint32_t>(lists_.size());
  slot.number = static_cast<std::uint32_t>(size_);
  rests_ += sought.rest();
  lists_.insert(lists_.end(), unremembered_.begin(), unremembered_.end());
  const std::uint32_t number = slot.number;
  if (++size_ * 2 > slots_.size()) grow();
  return {unremembered_, number};
}

void TokenMemo::grow() {
  const std::size_t size = slots_.size() < kSlotsOfFew ? 2 * slots_.size() : kSlotsMax;
  const std::vector<Slot> earlier = std::exchange(slots_, std::vector<Slot>(size));
  for (const Slot& slot : earlier) {
    if (slot.length == 0) continue;
    std::string token(SoughtText::kInlineBytes, ' ');
    std::memcpy(token.data(), &slot.low, sizeof slot.low);
    std::memcpy(token.data() + sizeof slot.low, &slot.high, sizeof slot.high);
    if (slot.length > token.size()) token.append(rests_, slot.rest, slot.length - token.size());
    const SoughtText sought = seek(token, 0, slot.length);
    Slot* place = slot_of(sought);
    if (place != nullptr) *place = slot;
  }
}

}  // namespace fundwatch::matchers
