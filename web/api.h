// web/api.h — the JSON API under /api/v1: for programs what the desk's pages are for people.
// docs/api.md is its contract, checked against the routes by a test. Who asks is known by the token
// in the header Authorization alone (web/api_token.h). Cookies mean nothing here, so no other
// site's page can act in anybody's name, and there is no token of forms. What the token's account
// may do, the token may; all that it changes stands in the record of changes under that account.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "web/frame.h"
#include "web/pool.h"

namespace fundwatch::web {

inline constexpr std::string_view kApiPath = "/api/v1/";

// For every path below kApiPath. Answers are JSON, also where something is wrong:
// 400 (body), 401 (token), 403 (role), 404, 405, 409 (changed meanwhile), 415, 422 (a field).
Reply api_answer(const Site& site, const Request& request);

// In which lane a request below kApiPath is answered.
Lane api_lane_of(const Request& request);

// "GET /api/v1/hits", each once.
std::vector<std::string> api_routes();

}  // namespace fundwatch::web
