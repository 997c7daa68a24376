#include "web/routes.h"

#include <algorithm>
#include <array>

#include "config/embedded.h"
#include "digest/words.h"
#include "web/account_page.h"
#include "web/addition_page.h"
#include "web/addresses.h"
#include "web/answer_page.h"
#include "web/api.h"
#include "web/calendar_page.h"
#include "web/desk.h"
#include "web/hit_page.h"
#include "web/hits_for_all.h"
#include "web/inbox_deeds.h"
#include "web/inbox_page.h"
#include "web/login_page.h"
#include "web/mailing_page.h"
#include "web/metrics_page.h"
#include "web/month_page.h"
#include "web/outcome_page.h"
#include "web/profile_pages.h"
#include "web/session.h"
#include "web/source_addition_page.h"
#include "web/source_list_page.h"
#include "web/source_page.h"
#include "web/statement_pages.h"
#include "web/subscriber_list_page.h"
#include "web/subscriber_page.h"
#include "web/subscription_pages.h"

namespace fundwatch::web {
namespace {

struct StaticFile {
  std::string_view path;
  std::string_view file;
  std::string_view content_type;
};

constexpr std::array<StaticFile, 3> kStaticFiles{
    {{"/ui.css", "web/static/ui.css", "text/css; charset=utf-8"},
     {"/ui.js", "web/static/ui.js", "text/javascript; charset=utf-8"},
     {"/favicon.svg", "web/static/favicon.svg", "image/svg+xml"}}};

// Addresses that end in a token, which is all that a reader needs.
struct TokenRoute {
  digest::LinkPurpose purpose;
  Reply (*page)(const Site&, const Request&, std::string_view token);
};

constexpr std::array<TokenRoute, 5> kTokenRoutes{
    {{digest::LinkPurpose::confirm, confirm_page},
     {digest::LinkPurpose::settings, settings_page},
     {digest::LinkPurpose::unsubscribe, unsubscribe_page},
     {digest::LinkPurpose::answer, answer_page},
     {digest::LinkPurpose::calendar, reader_calendar}}};

// Whom it is for, by role: to look (GET), and to change something (POST).
enum class Least { nobody, reader, coordinator, sysadmin };
using enum Least;

// For everybody.
struct PublicRoute {
  std::string_view path;
  Lane lane;  // of its POST
  Reply (*page)(const Site&, const Request&);
};

// For those who are logged in. A path that ends in "/" stands for all below it.
struct DeskRoute {
  std::string_view path;
  Least to_look;
  Least to_change;
  Lane lane;  // of its POST
  Reply (*page)(const Desk&, const Request&);
  Lane look_lane = Lane::page;  // of its GET
};

Reply feed(const Site& site, const Request& request) {
  return feed_page(site, request, std::string_view(request.path).substr(kFeedPath.size()));
}

// One a line.
// clang-format off
constexpr std::array kPublicRoutes{
    PublicRoute{kNetworkCalendarPath, Lane::page, network_calendar},
    PublicRoute{kFeedPath, Lane::page, feed},
    PublicRoute{"/prenumerera", Lane::page, subscribe_page},
    PublicRoute{"/logga-in", Lane::hashing, login_page},
    PublicRoute{"/integritet", Lane::page, privacy_page},
    PublicRoute{"/tillganglighet", Lane::page, accessibility_page},
    PublicRoute{"/healthz", Lane::page, health_page},
    PublicRoute{"/metrics", Lane::page, metrics_page},
};

constexpr std::array kDeskRoutes{
    DeskRoute{"/", reader, nobody, Lane::page, inbox_page},
    DeskRoute{"/inkorg", nobody, coordinator, Lane::page, inbox_deed},
    DeskRoute{"/traffar/", reader, coordinator, Lane::page, hit_page},
    DeskRoute{"/lagg-till", coordinator, coordinator, Lane::fetching, addition_page},
    DeskRoute{"/kalender", reader, coordinator, Lane::page, month_page},
    DeskRoute{"/uppfoljning", reader, coordinator, Lane::page, outcome_page},
    DeskRoute{"/profiler", reader, nobody, Lane::page, profiles_page},
    DeskRoute{"/profiler/", reader, coordinator, Lane::tuning, profile_page},
    DeskRoute{"/kallor", reader, coordinator, Lane::page, source_list_page},
    DeskRoute{"/kallor/hitta", nobody, coordinator, Lane::fetching, source_search_page},
    DeskRoute{"/kallor/lagg-till", nobody, coordinator, Lane::page, source_addition_page},
    DeskRoute{"/kallor/opml", reader, coordinator, Lane::page, source_opml_page},
    DeskRoute{"/kallor/", reader, coordinator, Lane::page, source_page},
    DeskRoute{"/prenumeranter", reader, coordinator, Lane::page, subscriber_list_page},
    DeskRoute{"/prenumeranter/", reader, coordinator, Lane::page, subscriber_page},
    DeskRoute{"/utskick", reader, coordinator, Lane::tuning, mailing_page},
    DeskRoute{"/utskick/mejl", reader, nobody, Lane::page, mailing_preview, Lane::tuning},
    DeskRoute{"/konto", reader, reader, Lane::hashing, account_page},
    DeskRoute{"/logg", sysadmin, nobody, Lane::page, record_page},
    DeskRoute{"/logga-ut", nobody, reader, Lane::page, logout_page},
};
// clang-format on

bool is_at(std::string_view route, std::string_view path) {
  if (route == path) return true;
  return route.size() > 1 && route.ends_with('/') && path.starts_with(route);
}

const PublicRoute* public_route(std::string_view path) {
  const auto* const found =
      std::find_if(kPublicRoutes.begin(), kPublicRoutes.end(),
                   [path](const PublicRoute& route) { return is_at(route.path, path); });
  return found == kPublicRoutes.end() ? nullptr : found;
}

// The first that fits.
const DeskRoute* desk_route(std::string_view path) {
  const auto* const found =
      std::find_if(kDeskRoutes.begin(), kDeskRoutes.end(),
                   [path](const DeskRoute& route) { return is_at(route.path, path); });
  return found == kDeskRoutes.end() ? nullptr : found;
}

Reply static_file(const StaticFile& file) {
  Reply reply;
  reply.content_type = file.content_type;
  reply.body = config::embedded_file(file.file);
  reply.headers.emplace_back("Cache-Control", "max-age=3600");
  return reply;
}

Reply method_refused(std::string_view allowed) {
  Reply reply{405, "text/plain; charset=utf-8", std::string(allowed) + "\n", {}};
  reply.headers.emplace_back("Allow", allowed);
  return reply;
}

std::optional<Visitor> visitor_of(const Site& site, const Request& request) {
  const auto token = session_token_of(request, site.config);
  if (!token) return std::nullopt;
  const auto account = site.store.sessions.use(hash_of_token(*token), site.clock.now());
  if (!account) return std::nullopt;
  return Visitor{*account, csrf_of(*token)};
}

bool has_role(const Account& account, Least least) {
  switch (least) {
    case Least::nobody: return false;
    case Least::reader: return true;
    case Least::coordinator: return account.role >= Role::coordinator;
    case Least::sysadmin: return account.role >= Role::sysadmin;
  }
  return false;
}

Reply refused(const Desk& desk, std::string_view title, const std::string& lead) {
  Markup html;
  html.tag("<h1>").text(title).tag("</h1>\n<p class=\"lead\">").text(lead).tag("</p>\n");
  return desk_page(desk, {std::string(title), Section::none, 403}, html);
}

Reply forbidden_page(const Desk& desk) {
  const DeskPhrases& words = desk_phrases(desk.language());
  return refused(desk, words.forbidden_title,
                 digest::fill(words.forbidden_lead,
                              {{"role", std::string(name_of(words, desk.visitor.account.role))}}));
}

Reply stale_page(const Desk& desk) {
  const DeskPhrases& words = desk_phrases(desk.language());
  return refused(desk, words.stale_title, std::string(words.stale_lead));
}

// The one way to a page behind the login.
Reply desk_answer(const Site& site, const Request& request, const DeskRoute& route) {
  const auto visitor = visitor_of(site, request);
  if (!visitor) return request.path == "/" ? redirect("/prenumerera") : to_login(request);
  const Desk desk{site, *visitor};
  const bool is_change = request.method == Method::post;
  const Least least = is_change ? route.to_change : route.to_look;
  if (least == Least::nobody) return method_refused(is_change ? "GET, HEAD" : "POST");
  if (!has_role(visitor->account, least)) return forbidden_page(desk);
  if (is_change) {
    const bool has_token = is_same_secret(request.form.text("csrf"), visitor->csrf);
    if (!request.is_ours || !has_token) return stale_page(desk);
  }
  return route.page(desk, request);
}

// What a logged-in person sees where there is nothing has the menu.
Reply nothing_there(const Site& site, const Request& request) {
  const auto visitor = visitor_of(site, request);
  if (visitor) return desk_missing_page({site, *visitor});
  return missing_page(site.config.coordinator.language, site.config);
}

Reply routed(const Site& site, const Request& request) {
  if (request.path.starts_with(kApiPath)) return api_answer(site, request);
  if (request.method == Method::other) return method_refused("GET, HEAD, POST");
  for (const StaticFile& file : kStaticFiles) {
    if (request.path == file.path) return static_file(file);
  }
  for (const TokenRoute& route : kTokenRoutes) {
    const std::string_view path = path_of(route.purpose);
    if (!request.path.starts_with(path)) continue;
    return route.page(site, request, std::string_view(request.path).substr(path.size()));
  }
  if (const PublicRoute* route = public_route(request.path)) return route->page(site, request);
  if (const DeskRoute* route = desk_route(request.path)) return desk_answer(site, request, *route);
  return nothing_there(site, request);
}

}  // namespace

Reply answer(const Site& site, const Request& request) {
  Reply reply = routed(site, request);
  if (is_behind_tls(site.config)) {
    reply.headers.emplace_back("Strict-Transport-Security", "max-age=31536000");
  }
  return reply;
}

Lane lane_of(const Request& request) {
  if (request.path.starts_with(kApiPath)) return api_lane_of(request);
  const bool is_change = request.method == Method::post;
  if (const PublicRoute* route = public_route(request.path)) {
    return is_change ? route->lane : Lane::page;
  }
  const DeskRoute* route = desk_route(request.path);
  if (route == nullptr) return Lane::page;
  return is_change ? route->lane : route->look_lane;
}

}  // namespace fundwatch::web
