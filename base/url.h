// base/url.h — absolute http(s) addresses: taking apart, resolving, keeping to what is safe.
// By RFC 3986; parsing is libcurl's own (so that what we check is what is fetched). Throws nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fundwatch {

struct Url {
  std::string scheme;  // "http" or "https", lower case
  std::string host;    // lower case; an IPv6 address without brackets
  int port = 0;        // explicit or the scheme's own
  std::string path;    // begins with "/"
  std::string query;   // without "?"
  bool has_userinfo = false;
};

// Nothing for other schemes, for relative references and for what is no address at all.
std::optional<Url> parse_url(std::string_view text);

// `reference` seen from the page at `base` (RFC 3986 § 5), as an absolute address; empty if that is
// not http(s). Without a base only an absolute reference resolves.
std::string resolve_url(std::string_view base, std::string_view reference);

}  // namespace fundwatch
