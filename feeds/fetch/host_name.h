// feeds/fetch/host_name.h — host names in letters of all alphabets, as the network knows them:
// "räksmörgås.example" is "xn--rksmrgs-5wao1o.example" (RFC 5891, UTS 46). Pure. libcurl would ask
// the locale, and a service has none.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fundwatch::feeds {

// Nothing if it is no host name.
std::optional<std::string> ascii_host(std::string_view host);

}  // namespace fundwatch::feeds
