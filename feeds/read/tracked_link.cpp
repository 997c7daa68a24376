#include "feeds/read/tracked_link.h"

#include <array>

#include "base/text.h"
#include "base/url.h"

namespace fundwatch::feeds {
namespace {

// What wrappers call the parameter that holds the target.
constexpr std::array<std::string_view, 11> kParameters{
    "url", "u", "q", "target", "redirect", "link", "dest", "destination", "to", "href", "goto"};

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string percent_decoded(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '%' && i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
    const int low = high < 0 ? -1 : hex_digit(text[i + 2]);
    if (low < 0) {
      decoded += text[i];
      continue;
    }
    decoded += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return decoded;
}

bool is_target_parameter(std::string_view name) {
  const std::string lower = ascii_lower(name);
  for (const std::string_view known : kParameters) {
    if (lower == known) return true;
  }
  return false;
}

bool is_usable(const std::string& target) {
  return is_valid_utf8(target) && parse_url(target).has_value() &&
         target.find_first_of(" \t\r\n<>\"") == std::string::npos;
}

// Empty if the link holds no other.
std::string wrapped_in(std::string_view link) {
  const auto url = parse_url(link);
  if (!url) return {};
  for (const std::string_view parameter : split(url->query, '&')) {
    const auto equals = parameter.find('=');
    if (equals == std::string_view::npos) continue;
    if (!is_target_parameter(parameter.substr(0, equals))) continue;
    std::string target = percent_decoded(parameter.substr(equals + 1));
    if (is_usable(target)) return target;
  }
  return {};
}

}  // namespace

std::string unwrapped_link(std::string_view link) {
  std::string found(link);
  for (int i = 0; i < kWrappingsMax; ++i) {
    std::string target = wrapped_in(found);
    if (target.empty()) break;
    found = std::move(target);
  }
  return found;
}

}  // namespace fundwatch::feeds
