// web/addresses.h — the addresses of pages that mails link to. web/routes.h answers at them.
#pragma once

#include <string>
#include <string_view>

#include "digest/signed_link.h"

namespace fundwatch::web {

// What stands after the token of a calendar.
inline constexpr std::string_view kCalendarEnding = ".ics";

// "/s/": what stands before the token.
std::string_view path_of(digest::LinkPurpose purpose);

// "https://bevakning.example/s/TOKEN"; empty if there is no `public_url`.
std::string address_of(const digest::SignedLink& link, const SigningKeys& keys,
                       const std::string& public_url);

}  // namespace fundwatch::web
