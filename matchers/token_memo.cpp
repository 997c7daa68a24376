#include "matchers/token_memo.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace fundwatch::matchers {
namespace {

constexpr std::size_t kSlotsAtFirst = 1 << 12;
constexpr std::size_t kWordBytes = 8;
constexpr std::size_t kInlineBytes = 2 * kWordBytes;

// Odd constants with well-mixed bits (from the digits of the golden ratio and of pi).
constexpr std::uint64_t kLowFactor = 0x9E3779B97F4A7C15U;
constexpr std::uint64_t kHighFactor = 0xC2B2AE3D27D4EB4FU;

// The bytes that count of eight, the first ones.
constexpr std::uint64_t mask_of(std::size_t count) {
  return count >= kWordBytes ? ~std::uint64_t{0} : (std::uint64_t{1} << (8 * count)) - 1;
}

// By a token's length: what of its first and second eight bytes is its own.
struct Masks {
  std::uint64_t low;
  std::uint64_t high;
};
constexpr std::array<Masks, kInlineBytes + 1> kMasks = [] {
  std::array<Masks, kInlineBytes + 1> masks{};
  for (std::size_t i = 0; i < masks.size(); ++i) {
    masks[i] = {mask_of(i), i > kWordBytes ? mask_of(i - kWordBytes) : 0};
  }
  return masks;
}();

std::uint64_t word_at(const char* bytes, std::size_t count = kWordBytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, std::min(count, kWordBytes));
  return word;
}

std::uint64_t mixed(std::uint64_t bits) {
  bits *= kLowFactor;
  bits ^= bits >> 32;
  bits *= kHighFactor;
  return bits ^ (bits >> 32);
}

}  // namespace

TokenMemo::TokenMemo() { clear(); }

std::string_view TokenMemo::Sought::rest() const {
  return length > kInlineBytes ? token().substr(kInlineBytes) : std::string_view();
}

std::uint64_t TokenMemo::Sought::hash_with_rest(std::uint64_t hash) const {
  for (std::size_t i = kInlineBytes; i < length; i += kWordBytes) {
    hash = mixed(hash ^ word_at(bytes + i, length - i));
  }
  return hash;
}

// Nothing here depends on how long the token is but for what the masks say: lengths cannot be
// foretold, and a wrong guess of the processor costs more than all the rest.
TokenMemo::Sought TokenMemo::seek(std::string_view text, std::size_t begin, std::size_t end) const {
  Sought sought;
  sought.bytes = text.data() + begin;
  sought.length = static_cast<std::uint32_t>(end - begin);
  if (begin + kInlineBytes <= text.size()) {
    const Masks& masks = kMasks[std::min<std::size_t>(sought.length, kInlineBytes)];
    sought.low = word_at(sought.bytes) & masks.low;
    sought.high = word_at(sought.bytes + kWordBytes) & masks.high;
  } else {
    sought.low = word_at(sought.bytes, sought.length);
    if (sought.length > kWordBytes) {
      sought.high = word_at(sought.bytes + kWordBytes, sought.length - kWordBytes);
    }
  }
  sought.place = mixed(sought.low ^ (sought.high * kHighFactor) ^ sought.length);
  if (sought.length > kInlineBytes) sought.place = sought.hash_with_rest(sought.place);
  __builtin_prefetch(&slots_[sought.place & (slots_.size() - 1)]);
  return sought;
}

std::span<const AtomId> TokenMemo::atoms_of(const Sought& sought, const Vocabulary& vocabulary) {
  Slot* slot = sought.length <= kMemoTokenBytesMax ? slot_of(sought) : nullptr;
  if (slot != nullptr && slot->length != 0) return list(*slot);
  ++misses_;
  unremembered_ = vocabulary.atoms_of(sought.token());
  if (slot == nullptr) return unremembered_;
  if (size_ == kMemoTokensMax || lists_.size() > kMemoAtomsMax) {
    clear();
    slot = slot_of(sought);
  }
  return remember(*slot, sought);
}

bool TokenMemo::is_at(const Slot& slot, const Sought& sought) const {
  if (slot.low != sought.low || slot.high != sought.high || slot.length != sought.length) {
    return false;
  }
  if (sought.length <= kInlineBytes) return true;
  const std::string_view rest = sought.rest();
  return std::string_view(rests_).substr(slot.rest, rest.size()) == rest;
}

// The slot that holds the token, or the free one where it belongs, if there is one.
TokenMemo::Slot* TokenMemo::slot_of(const Sought& sought) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t i = sought.place & mask;
  for (std::size_t probes = 0; probes < kMemoProbesMax; ++probes) {
    if (slots_[i].length == 0 || is_at(slots_[i], sought)) return &slots_[i];
    i = (i + 1) & mask;
  }
  return nullptr;
}

std::span<const AtomId> TokenMemo::list(const Slot& slot) const {
  return std::span(lists_).subspan(slot.atoms, slot.count);
}

std::span<const AtomId> TokenMemo::remember(Slot& slot, const Sought& sought) {
  slot = {sought.low, sought.high, sought.length, static_cast<std::uint32_t>(rests_.size())};
  rests_ += sought.rest();
  slot.atoms = static_cast<std::uint32_t>(lists_.size());
  slot.count = static_cast<std::uint32_t>(unremembered_.size());
  lists_.insert(lists_.end(), unremembered_.begin(), unremembered_.end());
  if (++size_ * 2 > slots_.size()) grow();
  return unremembered_;
}

void TokenMemo::grow() {
  const std::vector<Slot> earlier = std::exchange(slots_, std::vector<Slot>(slots_.size() * 2));
  for (const Slot& slot : earlier) {
    if (slot.length == 0) continue;
    std::string token(kInlineBytes, ' ');
    std::memcpy(token.data(), &slot.low, kWordBytes);
    std::memcpy(token.data() + kWordBytes, &slot.high, kWordBytes);
    if (slot.length > kInlineBytes) token.append(rests_, slot.rest, slot.length - kInlineBytes);
    const Sought sought = seek(token, 0, slot.length);
    Slot* place = slot_of(sought);
    if (place != nullptr) *place = slot;
  }
}

void TokenMemo::clear() {
  slots_.assign(kSlotsAtFirst, Slot{});
  rests_.clear();
  lists_.clear();
  size_ = 0;
}

}  // namespace fundwatch::matchers
