// feeds/read/links.h — addresses as documents write them.
// Resolving is RFC 3986 § 5 on text, so that an address stays byte for byte what the publisher
// wrote; base/url.h stricter parser judges later what is fetched.
#pragma once

#include <string>
#include <string_view>

namespace fundwatch::feeds {

// `reference` seen from `base`. Without a base a relative reference stays as it is. Empty for what
// is no address: a broken host, or "scheme://" of a scheme that no reader follows.
std::string resolved(std::string_view base, std::string_view reference);

// Whether a link of a text may point there: relative, or of a scheme that runs nothing (http,
// https, mailto, tel and the like). Control characters and spaces within a scheme do not hide it.
bool is_safe_link(std::string_view address);

// An address for an Item: absolute http(s), without spaces and control characters; else empty.
std::string web_link(std::string_view base, std::string_view reference);

}  // namespace fundwatch::feeds
