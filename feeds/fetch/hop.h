// feeds/fetch/hop.h — one address on a request's way: the source's own, or where a redirect leads.
// Pure. Decides which addresses may be asked at all; what they resolve to is address_guard.h's
// affair.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"
#include "feeds/fetch/address_guard.h"

namespace fundwatch::feeds {

constexpr std::size_t kUrlBytesMax = 8000;  // what RFC 9110 § 4.1 asks everyone to support

struct Hop {
  std::string url;   // absolute, normalised, its host in ASCII
  std::string host;  // lower case
  std::string
      authority;       // host, and port where it is not the scheme's own: what is asked at a pace
  std::string target;  // path and query
  bool is_secure = false;
};

// Error{fetch} in words for what is no http(s) address, carries a user name, or names a port that
// is not allowed.
Result<Hop> first_hop(std::string_view url, const AddressGuard& guard);

// Where the redirect to `location` leads from `from`; also refuses the way from https to http.
Result<Hop> next_hop(const Hop& from, std::string_view location, const AddressGuard& guard);

// 301, 302, 303, 307 and 308: those that a GET follows.
bool is_redirect(int status);

// 301 and 308: those that are meant for good.
bool is_permanent(int status);

}  // namespace fundwatch::feeds
