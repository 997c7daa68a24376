#include "feeds/fetch/hop.h"

#include <algorithm>

#include "base/url.h"
#include "feeds/fetch/host_name.h"

namespace fundwatch::feeds {
namespace {

Error fault(std::string message) { return {Stage::fetch, std::move(message)}; }

// The same address with its host as the network knows it; empty if that is no host name. `url` has
// no user name.
std::string with_ascii_host(std::string url) {
  const auto begin = url.find("://") + 3;
  const auto end = std::min(url.find_first_of(":/?#", begin), url.size());
  const auto host = ascii_host(std::string_view(url).substr(begin, end - begin));
  return host ? url.replace(begin, end - begin, *host) : "";
}

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// `url` is absolute and normalised, or empty where it could not be made so.
Result<Hop> checked(std::string url, const AddressGuard& guard) {
  const auto parts = parse_url(url);
  if (!parts) return fault("that is not an http or https address");
  if (url.size() > kUrlBytesMax) {
    return fault("that address is longer than " + std::to_string(kUrlBytesMax) + " bytes");
  }
  if (parts->has_userinfo) {
    return fault("the address carries a user name; fundwatch does not log in, so take it out");
  }
  if (!is_ascii(parts->host)) return checked(with_ascii_host(std::move(url)), guard);
  if (!guard.allows_port(parts->port)) {
    return fault("port " + std::to_string(parts->port) + " of " + parts->host +
                 " is not allowed; list it under fetch.allowed_ports if it is meant");
  }
  const bool is_secure = parts->scheme == "https";
  const bool is_ipv6 = parts->host.find(':') != std::string::npos;
  Hop hop{std::move(url), parts->host, is_ipv6 ? "[" + parts->host + "]" : parts->host, parts->path,
          is_secure};
  if (parts->port != (is_secure ? 443 : 80)) hop.authority += ":" + std::to_string(parts->port);
  if (!parts->query.empty()) hop.target += "?" + parts->query;
  return hop;
}

}  // namespace

Result<Hop> first_hop(std::string_view url, const AddressGuard& guard) {
  return checked(resolve_url({}, url), guard);
}

Result<Hop> next_hop(const Hop& from, std::string_view location, const AddressGuard& guard) {
  const std::string redirects = from.host + " redirects elsewhere, but ";
  auto hop = checked(resolve_url(from.url, location), guard);
  if (!hop) return fault(redirects + hop.error().message);
  if (from.is_secure && !hop->is_secure) {
    return fault(redirects + "from https to plain http at " + hop->host +
                 "; tell its owner, or give the http address if that is meant");
  }
  return hop;
}

bool is_redirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

bool is_permanent(int status) { return status == 301 || status == 308; }

}  // namespace fundwatch::feeds
