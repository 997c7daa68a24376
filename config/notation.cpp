#include "config/notation.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

#include "base/text.h"

namespace fundwatch::config {
namespace {

constexpr std::size_t kDigitsMax = 9;  // of a duration or size: no product of theirs overflows
constexpr std::size_t kMailAddressBytesMax = 254;
constexpr std::size_t kSlugBytesMax = 64;

struct Unit {
  std::string_view name;
  std::int64_t factor;
};

// Largest first.
constexpr std::array<Unit, 5> kDurationUnits{
    {{"w", 604'800}, {"d", 86'400}, {"h", 3600}, {"min", 60}, {"s", 1}}};
constexpr std::array<Unit, 5> kSizeUnits{
    {{"MiB", 1'048'576}, {"MB", 1'000'000}, {"KiB", 1024}, {"kB", 1000}, {"B", 1}}};

bool is_digit(char character) { return character >= '0' && character <= '9'; }

bool is_letter_or_digit(char character) {
  return is_digit(character) || (character >= 'a' && character <= 'z') ||
         (character >= 'A' && character <= 'Z');
}

// Digits only, no sign, at most kDigitsMax.
std::optional<std::int64_t> parse_whole(std::string_view digits) {
  if (digits.empty() || digits.size() > kDigitsMax) return std::nullopt;
  if (!std::all_of(digits.begin(), digits.end(), is_digit)) return std::nullopt;
  std::int64_t whole = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), whole);
  return whole;
}

using Units = std::array<Unit, 5>;

std::optional<std::int64_t> parse_with_unit(std::string_view text, const Units& units) {
  const auto digits =
      static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) - text.begin());
  const auto whole = parse_whole(text.substr(0, digits));
  if (!whole) return std::nullopt;
  for (const Unit& unit : units) {
    if (text.substr(digits) == unit.name) return *whole * unit.factor;
  }
  return std::nullopt;
}

// In the largest unit that divides it.
std::string text_with_unit(std::int64_t amount, const Units& units) {
  for (const Unit& unit : units) {
    if (amount != 0 && amount % unit.factor == 0) {
      return std::to_string(amount / unit.factor) + std::string(unit.name);
    }
  }
  return std::to_string(amount) + std::string(units.back().name);
}

std::string escaped(unsigned char control) {
  constexpr std::string_view hex_digits = "0123456789ABCDEF";
  return std::string("\\u00") + hex_digits[control >> 4] + hex_digits[control & 15];
}

}  // namespace

std::optional<std::chrono::seconds> parse_duration(std::string_view text) {
  const auto seconds = parse_with_unit(text, kDurationUnits);
  return seconds ? std::optional(std::chrono::seconds(*seconds)) : std::nullopt;
}

std::string duration_text(std::chrono::seconds duration) {
  return text_with_unit(duration.count(), kDurationUnits);
}

std::optional<std::chrono::minutes> parse_expected_every(std::string_view text) {
  if (text == "learned") return std::chrono::minutes{0};
  const auto every = parse_duration(text);
  if (!every || *every < std::chrono::hours(1) || *every > std::chrono::days(365)) {
    return std::nullopt;
  }
  return std::chrono::duration_cast<std::chrono::minutes>(*every);
}

std::optional<std::size_t> parse_size(std::string_view text) {
  const auto bytes = parse_with_unit(text, kSizeUnits);
  return bytes ? std::optional(static_cast<std::size_t>(*bytes)) : std::nullopt;
}

std::string size_text(std::size_t bytes) {
  return text_with_unit(static_cast<std::int64_t>(bytes), kSizeUnits);
}

std::string toml_string(std::string_view text) {
  std::string result = "\"";
  for (const char character : text) {
    const auto byte = static_cast<unsigned char>(character);
    if (character == '"' || character == '\\') {
      result += '\\';
      result += character;
    } else if (character == '\n') {
      result += "\\n";
    } else if (byte < 0x20 || byte == 0x7F) {
      result += escaped(byte);
    } else {
      result += character;
    }
  }
  return result + "\"";
}

std::string number_text(double number) {
  std::array<char, 64> digits{};
  const auto [end, fault] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
  std::string text(digits.data(), end);
  // "1" would read back as a whole number, which is as good; "1e+300" is TOML as it stands.
  return text;
}

bool is_mail_address(std::string_view text) {
  if (text.size() > kMailAddressBytesMax) return false;
  const auto at = text.find('@');
  if (at == std::string_view::npos || at == 0 || text.find('@', at + 1) != std::string_view::npos) {
    return false;
  }
  const std::string_view domain = text.substr(at + 1);
  const auto is_plain = [](char c) {
    return c > ' ' && c < 0x7F && c != '<' && c != '>' && c != ',';
  };
  const auto is_domain = [](char c) { return is_letter_or_digit(c) || c == '.' || c == '-'; };
  return std::all_of(text.begin(), text.end(), is_plain) && !domain.empty() &&
         std::all_of(domain.begin(), domain.end(), is_domain) && domain.front() != '.' &&
         domain.back() != '.' && domain.find("..") == std::string_view::npos;
}

bool is_address_range(std::string_view text) {
  const auto slash = text.find('/');
  const std::string address(text.substr(0, slash));
  std::array<unsigned char, 16> bytes{};
  const bool is_ipv4 = inet_pton(AF_INET, address.c_str(), bytes.data()) == 1;
  if (!is_ipv4 && inet_pton(AF_INET6, address.c_str(), bytes.data()) != 1) return false;
  if (slash == std::string_view::npos) return true;
  const auto bits = parse_whole(text.substr(slash + 1));
  return bits && *bits <= (is_ipv4 ? 32 : 128);
}

bool is_slug(std::string_view text) {
  return !text.empty() && text.size() <= kSlugBytesMax &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || c == '-'; });
}

bool is_one_line(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F;
  });
}

}  // namespace fundwatch::config
