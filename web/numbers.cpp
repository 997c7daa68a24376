#include "web/numbers.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/text.h"

namespace fundwatch::web {
namespace {

constexpr double kDecimalMax = 1e9;

}  // namespace

std::string number_words(double number) {
  const auto hundredths = std::llround(std::abs(number) * 100);
  std::string words = std::to_string(hundredths / 100);
  if (const auto rest = hundredths % 100; rest != 0) {
    words += ',';
    words += static_cast<char>('0' + rest / 10);
    if (rest % 10 != 0) words += static_cast<char>('0' + rest % 10);
  }
  return number < 0 && hundredths != 0 ? "−" + words : words;
}

std::string exact_words(double number) {
  std::array<char, 400> digits{};  // a double without an exponent is no longer
  const auto end =
      std::to_chars(digits.data(), digits.data() + digits.size(), number, std::chars_format::fixed)
          .ptr;
  std::string words(digits.data(), end);
  std::replace(words.begin(), words.end(), '.', ',');
  return words;
}

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::optional<double> decimal_number(std::string_view text) {
  std::string plain(trimmed(text));
  std::replace(plain.begin(), plain.end(), ',', '.');
  const auto is_odd = [](char c) { return (c < '0' || c > '9') && c != '.'; };
  if (plain.empty() || std::any_of(plain.begin(), plain.end(), is_odd)) return std::nullopt;
  double number = 0;
  const auto [end, fault] = std::from_chars(plain.data(), plain.data() + plain.size(), number);
  if (fault != std::errc() || end != plain.data() + plain.size()) return std::nullopt;
  return number > kDecimalMax ? std::nullopt : std::optional(number);
}

std::optional<std::int64_t> amount_number(std::string_view text, std::int64_t max) {
  const std::string spaced = collapsed(text);
  std::int64_t amount = 0;
  bool has_digit = false;
  for (const char c : spaced) {
    if (c == ' ') continue;
    if (c < '0' || c > '9') return std::nullopt;
    amount = amount * 10 + (c - '0');
    has_digit = true;
    if (amount > max) return std::nullopt;
  }
  return has_digit ? std::optional(amount) : std::nullopt;
}

}  // namespace fundwatch::web
