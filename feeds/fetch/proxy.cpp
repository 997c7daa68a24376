#include "feeds/fetch/proxy.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"

namespace fundwatch::feeds {
namespace {

constexpr auto kInternalDomains = std::to_array<std::string_view>(
    {"localhost", "localdomain", "local", "internal", "intranet", "private", "corp", "home", "lan",
     "home.arpa", "test", "invalid", "onion"});

bool is_below(std::string_view host, std::string_view domain) {
  if (!host.ends_with(domain)) return false;
  return host.size() == domain.size() || host[host.size() - domain.size() - 1] == '.';
}

// A dot at the end means that the name is complete.
std::string_view without_last_dot(std::string_view host) {
  return host.ends_with('.') ? host.substr(0, host.size() - 1) : host;
}

}  // namespace

Result<Proxy> Proxy::make(const config::Fetch& settings, std::string credentials) {
  Proxy proxy;
  proxy.url_ = settings.proxy;
  proxy.credentials_ = std::move(credentials);
  for (const std::string& exception : settings.proxy_exceptions) {
    if (const auto range = parse_address_range(exception)) {
      proxy.ranges_.push_back(*range);
      continue;
    }
    const bool has_dot = exception.starts_with('.');
    proxy.names_.push_back(ascii_lower(exception.substr(has_dot ? 1 : 0)));
    if (proxy.names_.back().empty() || exception.find('/') != std::string::npos) {
      return Error{Stage::config, "fetch.proxy_exceptions: \"" + exception +
                                      "\" is no host, domain, address or range"};
    }
  }
  return proxy;
}

bool Proxy::excepts(std::string_view host) const {
  const auto covers = [&](const std::string& name) {
    return is_below(without_last_dot(host), name);
  };
  return std::any_of(names_.begin(), names_.end(), covers);
}

bool Proxy::excepts(const sockaddr& address) const {
  const auto covers = [&](const AddressRange& range) { return is_within(address, range); };
  return std::any_of(ranges_.begin(), ranges_.end(), covers);
}

Result<Route> route_to(const std::string& host, const LookUp& found) {
  if (found.has_addresses) {
    if (found.are_all_excepted) return Route::straight;
    if (found.forbidden.empty()) return Route::by_proxy;
    return Error{Stage::fetch, words_for_forbidden(found.forbidden, host)};
  }
  if (!sounds_internal(host)) return Route::by_proxy;
  return Error{Stage::fetch,
               "the host name " + host +
                   " is one of an internal network, and this machine cannot look up its address; "
                   "if it is meant, list it under fetch.proxy_exceptions"};
}

bool sounds_internal(std::string_view host) {
  const std::string name = ascii_lower(without_last_dot(host));
  if (name.find('.') == std::string::npos) return true;
  return std::any_of(kInternalDomains.begin(), kInternalDomains.end(),
                     [&](std::string_view domain) { return is_below(name, domain); });
}

std::string words_for_forbidden(const std::string& address, const std::string& host) {
  return "the address " + address + " of host " + host +
         " is not public; list it under fetch.allowed_addresses if it is meant";
}

}  // namespace fundwatch::feeds
