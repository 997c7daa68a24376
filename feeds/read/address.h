// feeds/read/address.h — what a link names, whatever it is decorated with.
// The same page is linked as http and https, with utm_source from a newsletter, with a session id
// or with an anchor; its address is one. For comparing only: it is never fetched or shown. Pure.
#pragma once

#include <string>
#include <string_view>

namespace fundwatch::feeds {

// Host, path and query of an absolute http(s) link: "a.se/nyhet?id=5". Without scheme, default
// port, fragment, tracking parameters, session ids and closing slash; parameters in the order of
// their names. Empty for what is no link, and for a home page, which is about everything.
std::string page_address(std::string_view url);

}  // namespace fundwatch::feeds
