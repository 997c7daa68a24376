#include "base/url.h"

#include <curl/curl.h>

#include <charconv>
#include <memory>

#include "base/text.h"

namespace fundwatch {
namespace {

struct FreeUrl {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
using UrlHandle = std::unique_ptr<CURLU, FreeUrl>;

std::string part(CURLU* url, CURLUPart which, unsigned flags = 0) {
  char* text = nullptr;
  if (curl_url_get(url, which, &text, flags) != CURLUE_OK) return {};
  std::string result(text);
  curl_free(text);
  return result;
}

bool set(CURLU* url, std::string_view text) {
  return curl_url_set(url, CURLUPART_URL, std::string(text).c_str(), CURLU_URLENCODE) == CURLUE_OK;
}

bool is_web(CURLU* url) {
  const std::string scheme = part(url, CURLUPART_SCHEME);
  return scheme == "http" || scheme == "https";
}

std::string without_brackets(std::string host) {
  if (host.size() > 2 && host.front() == '[' && host.back() == ']') {
    return host.substr(1, host.size() - 2);
  }
  return host;
}

}  // namespace

std::optional<Url> parse_url(std::string_view text) {
  const UrlHandle handle(curl_url());
  if (!set(handle.get(), trimmed(text)) || !is_web(handle.get())) return std::nullopt;
  Url url;
  url.scheme = part(handle.get(), CURLUPART_SCHEME);
  url.host = without_brackets(ascii_lower(part(handle.get(), CURLUPART_HOST)));
  url.path = part(handle.get(), CURLUPART_PATH);
  url.query = part(handle.get(), CURLUPART_QUERY);
  url.has_userinfo = !part(handle.get(), CURLUPART_USER).empty() ||
                     !part(handle.get(), CURLUPART_PASSWORD).empty();
  const std::string port = part(handle.get(), CURLUPART_PORT, CURLU_DEFAULT_PORT);
  std::from_chars(port.data(), port.data() + port.size(), url.port);
  if (url.host.empty()) return std::nullopt;
  return url;
}

std::string resolve_url(std::string_view base, std::string_view reference) {
  const UrlHandle handle(curl_url());
  if (!base.empty()) set(handle.get(), trimmed(base));
  if (trimmed(reference).empty()) return {};
  if (!set(handle.get(), trimmed(reference))) return {};
  return is_web(handle.get()) ? part(handle.get(), CURLUPART_URL) : std::string{};
}

}  // namespace fundwatch
