#include <algorithm>
#include <string>
#include <string_view>

#include "base/text.h"
#include "feeds/read/sanitize.h"
#include "feeds/read/sanitize_lists.h"

// The style attribute's part of feeds/read/sanitize.h.
namespace fundwatch::feeds {
namespace {

constexpr std::size_t kStyleBytesMax = 2000;
constexpr std::size_t kDigitsMax = 4;  // a margin of 99999em hides what stands beside it

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_color(std::string_view word) {
  return word.starts_with('#') && word.size() <= 7 && word.size() > 1 &&
         word.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string_view::npos;
}

bool is_length(std::string_view word) {
  std::size_t digits = 0;
  std::size_t at = 0;
  while (at < word.size() && (is_digit(word[at]) || word[at] == '.')) {
    digits += is_digit(word[at++]) ? 1 : 0;
  }
  const std::string_view unit = word.substr(at);
  return digits <= kDigitsMax && at > 0 && unit.size() <= 3 &&
         std::all_of(unit.begin(), unit.end(), [](char c) { return is_letter(c) || c == '%'; });
}

bool is_part_of_rgb(std::string_view word) {
  if (word.starts_with("rgb(")) word.remove_prefix(4);
  return !word.empty() && word.find_first_not_of("0123456789,%)") == std::string_view::npos;
}

bool is_plain_value(std::string_view value) {
  for (const std::string_view word : split(value, ' ')) {
    if (word.empty() || is_style_keyword(ascii_lower(word)) || is_color(word) || is_length(word) ||
        is_part_of_rgb(word)) {
      continue;
    }
    return false;
  }
  return true;
}

// "url(…)" and what follows it up to the next space: dropped before anything is judged.
std::string without_addresses(std::string_view style) {
  std::string kept;
  std::string lower = ascii_lower(style);
  std::size_t at = 0;
  while (true) {
    const auto begin = lower.find("url(", at);
    kept += style.substr(at, begin == std::string::npos ? begin : begin - at);
    if (begin == std::string::npos) return kept;
    const auto end = lower.find(')', begin);
    if (end == std::string::npos) return kept;
    at = end + 1;
  }
}

// Letters, digits and the few marks that colours, lengths and font names need; brackets only as
// rgb().
bool is_harmless(std::string_view style) {
  for (std::size_t at = 0; at < style.size(); ++at) {
    const char c = style[at];
    if (is_letter(c) || is_digit(c)) continue;
    if (c == '(' && !(at >= 3 && ascii_lower(style.substr(at - 3, 3)) == "rgb")) return false;
    if (std::string_view(" \t\r\n:,;#%.!-'\"()").find(c) == std::string_view::npos) return false;
  }
  return true;
}

}  // namespace

std::string sanitized_style(std::string_view style) {
  const std::string bare = without_addresses(style.substr(0, kStyleBytesMax));
  if (!is_harmless(bare)) return {};
  std::string kept;
  for (const std::string_view declaration : split(bare, ';')) {
    const auto colon = declaration.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string_view property = trimmed(declaration.substr(0, colon));
    std::string_view value = declaration.substr(colon + 1);
    value.remove_prefix(std::min(value.find_first_not_of(" \t\r\n"), value.size()));
    if (value.empty() || value.find(':') != std::string_view::npos) continue;
    const std::string name = ascii_lower(property);
    const bool is_fine =
        is_allowed_style_property(name) || (is_style_family(name) && is_plain_value(value));
    if (!is_fine) continue;
    if (!kept.empty()) kept += ' ';
    kept.append(property).append(": ").append(value).append(";");
  }
  return kept;
}

}  // namespace fundwatch::feeds
