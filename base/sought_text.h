// base/sought_text.h — a short text as a table looks for it: its bytes as two numbers, with what
// they hash to. It stands here whole, because it is made for every word of every item: a call for
// each of them took as long as the rest.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace fundwatch {

class SoughtText {
 public:
  static constexpr std::size_t kInlineBytes = 16;  // more are looked at in the text

  SoughtText() = default;

  // text[begin, end), which must outlive it. Nothing here depends on how long it is but for what
  // the masks say: lengths cannot be foretold, and a wrong guess of the processor costs more
  // than all the rest.
  SoughtText(std::string_view text, std::size_t begin, std::size_t end)
      : bytes_(text.data() + begin), length_(static_cast<std::uint32_t>(end - begin)) {
    if (begin + kInlineBytes <= text.size()) {
      const Masks& masks = kMasks[std::min<std::size_t>(length_, kInlineBytes)];
      low_ = word_at(bytes_) & masks.low;
      high_ = word_at(bytes_ + kWordBytes) & masks.high;
    } else {
      low_ = word_at(bytes_, length_);
      if (length_ > kWordBytes) high_ = word_at(bytes_ + kWordBytes, length_ - kWordBytes);
    }
    hash_ = mixed(low_ ^ (high_ * kHighFactor) ^ length_);
    for (std::size_t i = kInlineBytes; i < length_; i += kWordBytes) {
      hash_ = mixed(hash_ ^ word_at(bytes_ + i, length_ - i));
    }
  }

  std::uint64_t low() const { return low_; }
  std::uint64_t high() const { return high_; }
  std::uint64_t hash() const { return hash_; }
  std::uint32_t length() const { return length_; }
  std::string_view text() const { return {bytes_, length_}; }
  std::string_view rest() const {  // beyond what low and high hold
    return length_ > kInlineBytes ? text().substr(kInlineBytes) : std::string_view();
  }

 private:
  static constexpr std::size_t kWordBytes = 8;

  // Odd constants with well-mixed bits (from the digits of the golden ratio and of pi).
  static constexpr std::uint64_t kLowFactor = 0x9E3779B97F4A7C15U;
  static constexpr std::uint64_t kHighFactor = 0xC2B2AE3D27D4EB4FU;

  // By a text's length: what of its first and second eight bytes is its own.
  struct Masks {
    std::uint64_t low;
    std::uint64_t high;
  };
  // The bytes that count of eight, the first ones.
  static constexpr std::uint64_t mask_of(std::size_t count) {
    return count >= kWordBytes ? ~std::uint64_t{0} : (std::uint64_t{1} << (8 * count)) - 1;
  }
  static constexpr std::array<Masks, kInlineBytes + 1> made_masks() {
    std::array<Masks, kInlineBytes + 1> masks{};
    for (std::size_t i = 0; i < masks.size(); ++i) {
      masks[i] = {mask_of(i), i > kWordBytes ? mask_of(i - kWordBytes) : 0};
    }
    return masks;
  }
  static const std::array<Masks, kInlineBytes + 1> kMasks;

  static std::uint64_t word_at(const char* bytes) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, kWordBytes);
    return word;
  }
  static std::uint64_t word_at(const char* bytes, std::size_t count) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, std::min(count, kWordBytes));
    return word;
  }

  static std::uint64_t mixed(std::uint64_t bits) {
    bits *= kLowFactor;
    bits ^= bits >> 32;
    bits *= kHighFactor;
    return bits ^ (bits >> 32);
  }

  const char* bytes_ = nullptr;
  std::uint64_t low_ = 0;
  std::uint64_t high_ = 0;
  std::uint64_t hash_ = 0;
  std::uint32_t length_ = 0;
};

inline constexpr std::array<SoughtText::Masks, SoughtText::kInlineBytes + 1> SoughtText::kMasks =
    SoughtText::made_masks();

}  // namespace fundwatch
