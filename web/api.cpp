#include "web/api.h"

#include <algorithm>
#include <array>
#include <boost/json/stream_parser.hpp>

#include "base/text.h"
#include "web/api_calendar.h"
#include "web/api_call.h"
#include "web/api_corrections.h"
#include "web/api_deeds.h"
#include "web/api_forms.h"
#include "web/api_goals.h"
#include "web/api_hits.h"
#include "web/api_mailings.h"
#include "web/api_meetings.h"
#include "web/api_profile_versions.h"
#include "web/api_profiles.h"
#include "web/api_source_search.h"
#include "web/api_sources.h"
#include "web/api_subscribers.h"
#include "web/api_token.h"
#include "web/api_webhooks.h"
#include "web/api_weeks.h"

namespace fundwatch::web {
namespace {

namespace json = boost::json;

constexpr std::string_view kId = "{id}";

struct ApiRoute {
  Method method;
  std::string_view path;  // below kApiPath; {id} stands for one segment
  Role least;
  Lane lane;
  Reply (*answer)(const ApiCall& call);
};

using enum Role;

// One a line.
// clang-format off
constexpr std::array kRoutes{
    ApiRoute{Method::get, "hits", reader, Lane::page, api_hits},
    ApiRoute{Method::get, "hits/{id}", reader, Lane::page, api_hit},
    ApiRoute{Method::post, "hits/{id}/review", coordinator, Lane::page, api_review},
    ApiRoute{Method::post, "hits/{id}/notes", coordinator, Lane::page, api_add_note},
    ApiRoute{Method::post, "hits/{id}/correction", coordinator, Lane::page, api_correct},
    ApiRoute{Method::post, "hits/{id}/correction/undo", coordinator, Lane::page, api_uncorrect},
    ApiRoute{Method::post, "reviews", coordinator, Lane::page, api_mark},
    ApiRoute{Method::post, "reviews/{id}/undo", coordinator, Lane::page, api_undo},
    ApiRoute{Method::post, "items", coordinator, Lane::fetching, api_add_item},
    ApiRoute{Method::get, "sources", reader, Lane::page, api_sources},
    ApiRoute{Method::post, "sources", coordinator, Lane::page, api_add_source},
    ApiRoute{Method::get, "sources/{id}", reader, Lane::page, api_source},
    ApiRoute{Method::post, "sources/{id}", coordinator, Lane::page, api_change_source},
    ApiRoute{Method::post, "sources/{id}/remove", coordinator, Lane::page, api_remove_source},
    ApiRoute{Method::post, "previews", coordinator, Lane::fetching, api_preview},
    ApiRoute{Method::get, "opml", reader, Lane::page, api_opml},
    ApiRoute{Method::post, "opml", coordinator, Lane::page, api_import_opml},
    ApiRoute{Method::get, "profiles", reader, Lane::page, api_profiles},
    ApiRoute{Method::post, "profiles", coordinator, Lane::page, api_add_profile},
    ApiRoute{Method::get, "profiles/{id}", reader, Lane::page, api_profile},
    ApiRoute{Method::post, "profiles/{id}", coordinator, Lane::page, api_change_profile},
    ApiRoute{Method::post, "profiles/{id}/tune", coordinator, Lane::tuning, api_tune},
    ApiRoute{Method::post, "profiles/{id}/try", coordinator, Lane::tuning, api_try},
    ApiRoute{Method::get, "profiles/{id}/versions", reader, Lane::page, api_versions},
    ApiRoute{Method::post, "profiles/{id}/revert", coordinator, Lane::tuning, api_revert},
    ApiRoute{Method::get, "profiles/{id}/proposals", coordinator, Lane::tuning, api_proposals},
    ApiRoute{Method::post, "profiles/{id}/proposals", coordinator, Lane::tuning, api_take_proposal},
    ApiRoute{Method::get, "forms", reader, Lane::tuning, api_forms},
    ApiRoute{Method::get, "webhooks", coordinator, Lane::page, api_webhooks},
    ApiRoute{Method::get, "webhooks/{id}", coordinator, Lane::page, api_webhook},
    ApiRoute{Method::post, "webhooks/{id}", coordinator, Lane::page, api_set_webhook},
    ApiRoute{Method::post, "webhooks/{id}/off", coordinator, Lane::page, api_switch_off_webhook},
    ApiRoute{Method::get, "subscribers", reader, Lane::page, api_subscribers},
    ApiRoute{Method::post, "subscribers", coordinator, Lane::page, api_invite},
    ApiRoute{Method::get, "subscribers/{id}", reader, Lane::page, api_subscriber},
    ApiRoute{Method::post, "subscribers/{id}", coordinator, Lane::page, api_change_subscriber},
    ApiRoute{Method::get, "subscribers/{id}/kept", coordinator, Lane::page, api_kept},
    ApiRoute{Method::post, "subscribers/{id}/remove", coordinator, Lane::page, api_erase},
    ApiRoute{Method::get, "mailings", reader, Lane::page, api_mailings},
    ApiRoute{Method::get, "mailings/preview", reader, Lane::tuning, api_mail_preview},
    ApiRoute{Method::post, "mailings/trial", coordinator, Lane::tuning, api_send_trial},
    ApiRoute{Method::get, "weeks", reader, Lane::page, api_weeks},
    ApiRoute{Method::post, "weeks/{id}", coordinator, Lane::page, api_change_week},
    ApiRoute{Method::get, "meetings", reader, Lane::page, api_meetings},
    ApiRoute{Method::post, "meetings", coordinator, Lane::page, api_add_meeting},
    ApiRoute{Method::post, "meetings/{id}", coordinator, Lane::page, api_change_meeting},
    ApiRoute{Method::get, "calendar", reader, Lane::page, api_calendar},
    ApiRoute{Method::get, "goals", reader, Lane::page, api_goals},
    ApiRoute{Method::post, "goals", coordinator, Lane::page, api_add_goal},
    ApiRoute{Method::post, "goals/{id}/remove", coordinator, Lane::page, api_remove_goal},
    ApiRoute{Method::get, "report", reader, Lane::tuning, api_report},
    ApiRoute{Method::get, "changes", sysadmin, Lane::page, api_changes},
};
// clang-format on

Method method_of(const Request& request) {
  return request.method == Method::head ? Method::get : request.method;
}

// What stands at {id}, or ""; nothing if the path is not the route's.
std::optional<std::string> id_in(std::string_view path, std::string_view route) {
  const auto at = route.find(kId);
  if (at == route.npos) return path == route ? std::optional<std::string>("") : std::nullopt;
  const std::string_view before = route.substr(0, at);
  const std::string_view after = route.substr(at + kId.size());
  if (path.size() <= before.size() + after.size()) return std::nullopt;
  if (!path.starts_with(before) || !path.ends_with(after)) return std::nullopt;
  path.remove_prefix(before.size());
  path.remove_suffix(after.size());
  return path.find('/') == path.npos ? std::optional(std::string(path)) : std::nullopt;
}

struct Found {
  const ApiRoute* route = nullptr;  // nullptr: not by this method
  std::string id;
  std::string allowed;  // all methods of the path; empty: there is nothing
};

Found find_route(const Request& request) {
  const std::string_view path = std::string_view(request.path).substr(kApiPath.size());
  Found found;
  for (const ApiRoute& route : kRoutes) {
    const auto id = id_in(path, route.path);
    if (!id) continue;
    found.allowed += std::string(found.allowed.empty() ? "" : ", ") +
                     (route.method == Method::get ? "GET, HEAD" : "POST");
    if (route.method != method_of(request)) continue;
    found.route = &route;
    found.id = *id;
  }
  return found;
}

Reply unknown_token(std::string_view challenge, std::string message) {
  Reply reply = refusal(401, {std::move(message)});
  reply.headers.emplace_back("WWW-Authenticate", challenge);
  return reply;
}

// The body of a POST, or what is wrong with it.
std::optional<Reply> read_body(const Request& request, json::object& body) {
  if (request.method != Method::post) return std::nullopt;
  if (!request.is_json) {
    return refusal(415, {"expected a body of type application/json, if it is only {}"});
  }
  json::stream_parser parser;
  boost::system::error_code wrong;
  const std::size_t read = parser.write_some(request.body.data(), request.body.size(), wrong);
  if (wrong || !parser.done() || read < request.body.size()) {
    return refusal(400, {"the body is not JSON", "", utf8_length(request.body.substr(0, read))});
  }
  json::value value = parser.release();
  if (!value.is_object()) return refusal(400, {"the body is not a JSON object", "", 0});
  body = std::move(value.get_object());
  return std::nullopt;
}

}  // namespace

Reply api_answer(const Site& site, const Request& request) {
  const auto token = bearer_of(request);
  if (!token) {
    return unknown_token("Bearer",
                         "bring a token: Authorization: Bearer fw_…; the sysadmin makes "
                         "them by fundwatch user token");
  }
  // 256 random bits are not guessed, so nobody is slowed down for trying.
  const auto account = site.store.tokens.use(hash_of_api_token(*token), site.clock.now());
  if (!account) {
    return unknown_token("Bearer error=\"invalid_token\"",
                         "the token is unknown, revoked, or of somebody who is gone");
  }
  const Found found = find_route(request);
  if (found.allowed.empty()) return refusal(404, {"there is nothing at this address"});
  if (found.route == nullptr) {
    Reply reply = refusal(405, {"this address takes " + found.allowed});
    reply.headers.emplace_back("Allow", found.allowed);
    return reply;
  }
  if (account->role < found.route->least) {
    return refusal(403, {"the token's account may not do this"});
  }
  json::object body;
  if (auto wrong = read_body(request, body)) return *wrong;
  const Visitor visitor{*account, ""};
  const Desk desk{site, visitor};
  return found.route->answer({desk, request, body, found.id});
}

Lane api_lane_of(const Request& request) {
  const Found found = find_route(request);
  return found.route == nullptr ? Lane::page : found.route->lane;
}

std::vector<std::string> api_routes() {
  std::vector<std::string> routes;
  for (const ApiRoute& route : kRoutes) {
    routes.push_back((route.method == Method::get ? "GET " : "POST ") + std::string(kApiPath) +
                     std::string(route.path));
  }
  return routes;
}

}  // namespace fundwatch::web
