#include "store/mark_numbers.h"

#include <cstring>
#include <utility>

namespace fundwatch::store {
namespace {

constexpr std::size_t kSlotsAtFirst = 1 << 10;

}  // namespace

MarkNumbers::MarkNumbers() : slots_(kSlotsAtFirst) {}

SoughtText MarkNumbers::seek(std::string_view text) const {
  const SoughtText sought(text, 0, text.size());
  __builtin_prefetch(&slots_[sought.hash() & (slots_.size() - 1)]);
  return sought;
}

std::optional<std::uint32_t> MarkNumbers::find(const SoughtText& text) const {
  const Slot* const slot = slot_of(text);
  if (slot == nullptr || slot->length() == 0) return std::nullopt;
  return slot->number;
}

void MarkNumbers::add(const SoughtText& text, std::uint32_t number) {
  if (text.length() == 0 || text.length() > kMarkTextBytesRememberedMax) return;
  if (size_ == kMarkTextsRememberedMax || rests_.size() + text.rest().size() > kMarkRestBytesMax)
    return;
  if (4 * (size_ + 1) > 3 * slots_.size()) grow();
  const Slot* const found = slot_of(text);
  if (found == nullptr || found->length() != 0) return;
  const auto rest = static_cast<std::uint32_t>(rests_.size());
  slots_[static_cast<std::size_t>(found - slots_.data())] = {text.low(), text.high(), number,
                                                             rest << 8U | text.length()};
  rests_ += text.rest();
  ++size_;
}

void MarkNumbers::clear() {
  slots_.assign(kSlotsAtFirst, Slot{});
  rests_.clear();
  size_ = 0;
}

bool MarkNumbers::is_at(const Slot& slot, const SoughtText& text) const {
  if (slot.low != text.low() || slot.high != text.high() || slot.length() != text.length()) {
    return false;
  }
  const std::string_view rest = text.rest();
  return std::string_view(rests_).substr(slot.rest(), rest.size()) == rest;
}

// The slot that holds the text, or the free one where it belongs; nullptr if neither is near.
const MarkNumbers::Slot* MarkNumbers::slot_of(const SoughtText& text) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t i = text.hash() & mask;
  for (std::size_t probes = 0; probes < kMarkProbesMax; ++probes) {
    if (slots_[i].length() == 0 || is_at(slots_[i], text)) return &slots_[i];
    i = (i + 1) & mask;
  }
  return nullptr;
}

void MarkNumbers::grow() {
  const std::vector<Slot> earlier = std::exchange(slots_, std::vector<Slot>(2 * slots_.size()));
  for (const Slot& slot : earlier) {
    if (slot.length() == 0) continue;
    std::string text(SoughtText::kInlineBytes, '\0');
    std::memcpy(text.data(), &slot.low, sizeof slot.low);
    std::memcpy(text.data() + sizeof slot.low, &slot.high, sizeof slot.high);
    const std::size_t length = slot.length();
    if (length > text.size()) text.append(rests_, slot.rest(), length - text.size());
    const Slot* const place = slot_of(SoughtText(text, 0, length));
    if (place != nullptr) slots_[static_cast<std::size_t>(place - slots_.data())] = slot;
  }
}

}  // namespace fundwatch::store
