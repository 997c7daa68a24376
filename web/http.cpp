#include "web/http.h"

#include "base/text.h"

namespace fundwatch::web {
namespace {

constexpr std::string_view kDigits = "0123456789ABCDEF";
constexpr std::string_view kUnsafeInLocation = "\"<>\\^`{|}";

bool is_unreserved(char c) {
  const bool is_alphanumeric =
      (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  return is_alphanumeric || c == '-' || c == '.' || c == '_' || c == '~';
}

bool is_plain_in_location(char c) {
  return c > ' ' && c < '\x7F' && kUnsafeInLocation.find(c) == std::string_view::npos;
}

std::string encoded(std::string_view text, bool (*is_plain)(char)) {
  std::string result;
  for (const char c : text) {
    if (is_plain(c)) {
      result += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    result += '%';
    result += kDigits[byte >> 4];
    result += kDigits[byte & 0xF];
  }
  return result;
}

}  // namespace

Reply redirect(std::string_view location) {
  Reply reply;
  reply.status = 303;
  reply.headers.emplace_back("Location", encoded(location, is_plain_in_location));
  return reply;
}

std::string cookie_of(const Request& request, std::string_view name) {
  for (const std::string_view part : split(request.cookies, ';')) {
    const std::string_view cookie = trimmed(part);
    const auto equals = cookie.find('=');
    if (equals == std::string_view::npos || cookie.substr(0, equals) != name) continue;
    return std::string(cookie.substr(equals + 1));
  }
  return {};
}

std::string percent_encoded(std::string_view text) { return encoded(text, is_unreserved); }

}  // namespace fundwatch::web
