#include "feeds/fetch/freshness.h"

#include <curl/curl.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <limits>
#include <string_view>

#include "base/text.h"

namespace fundwatch::feeds {
namespace {

using std::chrono::seconds;

// Seconds as RFC 9111 § 1.2.2 writes them; too many to count are a great many.
std::optional<seconds> parse_seconds(std::string_view text) {
  text = trimmed(text);
  if (text.size() >= 2 && text.front() == '"' && text.back() == '"') {
    text = text.substr(1, text.size() - 2);
  }
  std::int32_t count = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (end != text.data() + text.size() || text.empty() || count < 0) return std::nullopt;
  if (fault == std::errc::result_out_of_range) {
    return seconds(std::numeric_limits<std::int32_t>::max());
  }
  return fault == std::errc{} ? std::optional(seconds(count)) : std::nullopt;
}

struct Directives {
  std::optional<seconds> max_age;
  bool forbids = false;
};

Directives parse_directives(std::string_view text) {
  Directives found;
  while (!text.empty()) {
    const auto comma = text.find(',');
    const std::string_view directive = trimmed(text.substr(0, comma));
    text.remove_prefix(comma == std::string_view::npos ? text.size() : comma + 1);
    const auto equals = directive.find('=');
    const std::string name = ascii_lower(trimmed(directive.substr(0, equals)));
    if (name == "no-cache" || name == "no-store") found.forbids = true;
    if (name == "max-age" && equals != std::string_view::npos) {
      found.max_age = parse_seconds(directive.substr(equals + 1));
    }
  }
  return found;
}

}  // namespace

std::optional<seconds> fresh_for(const Freshness& freshness, Instant now) {
  const Directives directives = parse_directives(freshness.cache_control);
  if (directives.forbids) return std::nullopt;
  std::optional<seconds> lifetime = directives.max_age;
  if (lifetime) {
    *lifetime -= parse_seconds(freshness.age).value_or(seconds(0));
  } else if (!freshness.expires.empty()) {
    const time_t date = curl_getdate(freshness.expires.c_str(), nullptr);
    if (date != -1) lifetime = Instant(seconds(date)) - now;
  }
  if (!lifetime || lifetime->count() <= 0) return std::nullopt;
  return lifetime;
}

}  // namespace fundwatch::feeds
