// feeds/fetch/proxy.h — the proxy of the configuration, and which way a host is asked.
// Pure. By a proxy, the socket that opens is the proxy's own, and the address guard does not see
// where a request ends. So each hop's host is looked up first, and judged here by all its
// addresses. What is left to the proxy: it looks the host up once more, and may get another answer;
// and where this machine cannot look up public names, only names that sound internal are refused.
// The name is what the proxy gets, for that is what proxies admit by.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "config/fetch.h"
#include "feeds/fetch/address_guard.h"

struct sockaddr;

namespace fundwatch::feeds {

enum class Route { unknown, straight, by_proxy };

class Proxy {
 public:
  // `credentials` is "user:password", or empty. Error{config} names the exception that is none.
  static Result<Proxy> make(const config::Fetch& settings, std::string credentials);

  // Is asked without it: a host or domain by its name, or an address.
  bool excepts(std::string_view host) const;
  bool excepts(const sockaddr& address) const;

  const std::string& url() const { return url_; }
  const std::string& credentials() const { return credentials_; }

 private:
  std::string url_;
  std::string credentials_;
  std::vector<std::string> names_;  // lower case, without a dot before
  std::vector<AddressRange> ranges_;
};

// What looking up a host brought.
struct LookUp {
  bool has_addresses = false;
  bool are_all_excepted = true;
  std::string forbidden;  // an address that may not be asked, if there is one
};

// Error{fetch} in words if `host` may not be asked by the proxy.
Result<Route> route_to(const std::string& host, const LookUp& found);

// Names that only an internal network answers for: of one word, or below a domain that is reserved
// for such use (RFC 6761, RFC 6762, RFC 8375, and what networks use by habit).
bool sounds_internal(std::string_view host);

// In words: which address of which host is not public, and what to do if it is meant.
std::string words_for_forbidden(const std::string& address, const std::string& host);

}  // namespace fundwatch::feeds
