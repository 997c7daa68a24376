#include "web/routes.h"

#include <array>

#include "config/embedded.h"
#include "web/addresses.h"
#include "web/answer_page.h"
#include "web/subscription_pages.h"

namespace fundwatch::web {
namespace {

struct StaticFile {
  std::string_view path;
  std::string_view file;
  std::string_view content_type;
};

constexpr std::array<StaticFile, 2> kStaticFiles{
    {{"/ui.css", "web/static/ui.css", "text/css; charset=utf-8"},
     {"/favicon.svg", "web/static/favicon.svg", "image/svg+xml"}}};

// Addresses that end in a token.
struct TokenRoute {
  digest::LinkPurpose purpose;
  Reply (*page)(const Site&, const Request&, std::string_view token);
};

constexpr std::array<TokenRoute, 4> kTokenRoutes{
    {{digest::LinkPurpose::confirm, confirm_page},
     {digest::LinkPurpose::settings, settings_page},
     {digest::LinkPurpose::unsubscribe, unsubscribe_page},
     {digest::LinkPurpose::answer, answer_page}}};

Reply static_file(const StaticFile& file) {
  Reply reply;
  reply.content_type = file.content_type;
  reply.body = config::embedded_file(file.file);
  reply.headers.emplace_back("Cache-Control", "max-age=3600");
  return reply;
}

Reply method_refused() {
  Reply reply{405, "text/plain; charset=utf-8", "GET, HEAD, POST\n", {}};
  reply.headers.emplace_back("Allow", "GET, HEAD, POST");
  return reply;
}

}  // namespace

Reply answer(const Site& site, const Request& request) {
  if (request.method == Method::other) return method_refused();
  if (request.path == "/") return redirect("/prenumerera");
  if (request.path == "/prenumerera") return subscribe_page(site, request);
  for (const StaticFile& file : kStaticFiles) {
    if (request.path == file.path) return static_file(file);
  }
  for (const TokenRoute& route : kTokenRoutes) {
    const std::string_view path = path_of(route.purpose);
    if (!request.path.starts_with(path)) continue;
    return route.page(site, request, std::string_view(request.path).substr(path.size()));
  }
  return missing_page(site.config.coordinator.language, site.config);
}

}  // namespace fundwatch::web
