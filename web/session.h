// web/session.h — being logged in: the token in the browser's cookie, and what is made of it.
// The token is 256 random bits, new at every login, so that none can be foisted on anybody. The
// database knows its hash (store/sessions.h). The CSRF token is made of it and stored nowhere.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/model.h"
#include "config/config.h"
#include "web/http.h"

namespace fundwatch::web {

std::string new_session_token();

// As the store keeps it.
std::string hash_of_token(const std::string& token);

// What every form of the desk carries; an attacker's page cannot read it.
std::string csrf_of(const std::string& token);

// In time that does not depend on where they differ.
bool is_same_secret(std::string_view one, std::string_view other);

// The token that the request brings; nothing if it has the wrong form.
std::optional<std::string> session_token_of(const Request& request, const config::Config& config);

// For Set-Cookie: for the browser alone, for this site alone, and over TLS alone if `public_url`
// is https (the prefix __Host- then keeps neighbouring host names from setting it).
std::string session_cookie(const std::string& token, const config::Config& config);
std::string ended_session_cookie(const config::Config& config);

bool is_behind_tls(const config::Config& config);

}  // namespace fundwatch::web
