// web/login_page.h — logging in and out. A wrong address and a wrong password get the same answer
// in the same time, so that nobody can ask who has an account. A login always begins a new session.
#pragma once

#include <string_view>

#include "web/desk.h"

namespace fundwatch::web {

// Its POST belongs on the pool: Lane::hashing.
Reply login_page(const Site& site, const Request& request);

// Logs out here.
Reply logout_page(const Desk& desk, const Request& request);

// Where somebody who is not logged in goes first, to come back afterwards.
Reply to_login(const Request& request);

// `path` if it is one of ours to which a browser may be sent, else "/".
std::string local_path(std::string_view path);

}  // namespace fundwatch::web
