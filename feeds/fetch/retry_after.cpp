#include "feeds/fetch/retry_after.h"

#include <curl/curl.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string>

#include "base/text.h"

namespace fundwatch::feeds {
namespace {

using std::chrono::seconds;

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

seconds within_limits(seconds pause) { return std::clamp(pause, seconds{0}, kRetryAfterMax); }

}  // namespace

std::optional<seconds> parse_retry_after(std::string_view value, Instant now) {
  const std::string text(trimmed(value));
  if (is_number(text)) {
    std::int64_t count = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), count);
    return fault == std::errc{} ? within_limits(seconds(count)) : kRetryAfterMax;
  }
  const time_t date = curl_getdate(text.c_str(), nullptr);
  if (date == -1) return std::nullopt;
  return within_limits(Instant(seconds(date)) - now);
}

}  // namespace fundwatch::feeds
