#include "daemon/pages.h"

#include "web/routes.h"

namespace fundwatch::daemon {
namespace {

// The worker does it: nobody waits for that with a page before them.
constexpr store::Options kPageOptions{.checkpoints = false};

}  // namespace

Pages::Pages(config::Config config, const Clock& clock, const PageServices::Outside& outside)
    : config_(std::move(config)),
      clock_(clock),
      calendar_(config_.installation.time_zone),
      page_services_(config_, clock_, outside),
      services_(page_services_.services()),
      store_(config_.database(), kPageOptions) {
  web::Pool::Handlers handlers;
  for (std::size_t at = 0; at < handlers.size(); ++at) {
    pool_stores_[at] = std::make_unique<store::Store>(config_.database(), kPageOptions);
    handlers[at] = [this, at](const web::Request& request) {
      return web::answer(site(*pool_stores_[at]), request);
    };
  }
  pool_ = std::make_unique<web::Pool>(std::move(handlers));
}

Pages::~Pages() { page_services_.stop(); }

web::Reply Pages::answer(const web::Request& request) { return web::answer(site(store_), request); }

web::Reply Pages::failed(const std::string& number) const {
  return web::failed_page(config_.coordinator.language, config_, number);
}

web::Backend backend_of(std::unique_ptr<Pages>& pages,
                        std::function<void(const std::string&)> on_fault) {
  return {.answer = [&pages](const web::Request& request) { return pages->answer(request); },
          .on_fault = std::move(on_fault),
          .failed = [&pages](const std::string& number) { return pages->failed(number); },
          .lane_of = web::lane_of,
          .pool = [&pages] { return &pages->pool(); }};
}

}  // namespace fundwatch::daemon
