// web/api_token.h — what a program brings instead of a login: "Authorization: Bearer fw_…".
// A token is 256 random bits, so that a plain hash of it is enough (store/tokens.h): there is
// nothing to guess, as there is in passwords.
#pragma once

#include <optional>
#include <string>

#include "web/http.h"

namespace fundwatch::web {

// "fw_" and 64 hexadecimal digits; the prefix is for those who search files for secrets.
std::string new_api_token();

// As the store keeps it: SHA-256, in hexadecimal.
std::string hash_of_api_token(const std::string& token);

// What the header brings, whatever it is; nothing without one of that kind (RFC 6750 § 2.1).
std::optional<std::string> bearer_of(const Request& request);

}  // namespace fundwatch::web
