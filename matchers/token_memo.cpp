#include "matchers/token_memo.h"

#include <algorithm>
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

std::uint64_t bytes_at(std::string_view text, std::size_t begin, std::size_t count) {
  std::uint64_t bytes = 0;
  if (begin + kWordBytes <= text.size()) {
    std::memcpy(&bytes, text.data() + begin, kWordBytes);
    return count >= kWordBytes ? bytes : bytes & ((std::uint64_t{1} << (8 * count)) - 1);
  }
  std::memcpy(&bytes, text.data() + begin, std::min(count, kWordBytes));
  return bytes;
}

std::uint64_t mixed(std::uint64_t bits) {
  bits *= kLowFactor;
  bits ^= bits >> 32;
  bits *= kHighFactor;
  return bits ^ (bits >> 32);
}

}  // namespace

TokenMemo::TokenMemo() { clear(); }

std::span<const AtomId> TokenMemo::atoms_of(std::string_view text, std::size_t begin,
                                            std::size_t end, const Vocabulary& vocabulary) {
  const Key key = key_of(text, begin, end);
  const std::string_view rest = key.length > kInlineBytes
                                    ? text.substr(begin + kInlineBytes, key.length - kInlineBytes)
                                    : std::string_view();
  Slot* slot = key.length <= kMemoTokenBytesMax ? slot_of(key, rest) : nullptr;
  if (slot != nullptr && slot->length != 0) return list(*slot);
  ++misses_;
  unremembered_ = vocabulary.atoms_of(text.substr(begin, end - begin));
  if (slot == nullptr) return unremembered_;
  if (size_ == kMemoTokensMax || lists_.size() > kMemoAtomsMax) {
    clear();
    slot = slot_of(key, rest);
  }
  return remember(*slot, key, rest);
}

TokenMemo::Key TokenMemo::key_of(std::string_view text, std::size_t begin, std::size_t end) {
  const std::size_t length = end - begin;
  Key key{.length = static_cast<std::uint32_t>(length)};
  key.low = bytes_at(text, begin, length);
  if (length > kWordBytes) key.high = bytes_at(text, begin + kWordBytes, length - kWordBytes);
  return key;
}

std::uint64_t TokenMemo::hash_of(const Key& key, std::string_view rest) {
  std::uint64_t hash = mixed(key.low ^ (key.high * kHighFactor) ^ key.length);
  for (std::size_t i = 0; i < rest.size(); i += kWordBytes) {
    hash = mixed(hash ^ bytes_at(rest, i, rest.size() - i));
  }
  return hash;
}

bool TokenMemo::is_at(const Slot& slot, const Key& key, std::string_view rest) const {
  return slot.low == key.low && slot.high == key.high && slot.length == key.length &&
         (rest.empty() || std::string_view(rests_).substr(slot.rest, rest.size()) == rest);
}

// The slot that holds the key, or the free one where it belongs, if there is one.
TokenMemo::Slot* TokenMemo::slot_of(const Key& key, std::string_view rest) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t i = hash_of(key, rest) & mask;
  for (std::size_t probes = 0; probes < kMemoProbesMax; ++probes) {
    if (slots_[i].length == 0 || is_at(slots_[i], key, rest)) return &slots_[i];
    i = (i + 1) & mask;
  }
  return nullptr;
}

std::span<const AtomId> TokenMemo::list(const Slot& slot) const {
  return std::span(lists_).subspan(slot.atoms, slot.count);
}

std::span<const AtomId> TokenMemo::remember(Slot& slot, const Key& key, std::string_view rest) {
  slot = {key.low, key.high, key.length, static_cast<std::uint32_t>(rests_.size())};
  rests_ += rest;
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
    const std::size_t rest = slot.length > kInlineBytes ? slot.length - kInlineBytes : 0;
    Slot* place = slot_of({slot.low, slot.high, slot.length},
                          std::string_view(rests_).substr(slot.rest, rest));
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
