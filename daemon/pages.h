// daemon/pages.h — the pages as the main thread and the pool serve them, each thread with a
// connection of its own to the database. They see the configuration of the start; a reload does
// not change them.
#pragma once

#include <array>
#include <memory>

#include "base/calendar.h"
#include "config/config.h"
#include "daemon/page_services.h"
#include "store/store.h"
#include "web/frame.h"
#include "web/pool.h"
#include "web/server.h"

namespace fundwatch::daemon {

class Pages {
 public:
  // `clock` outlives it. Throws what a person must mend.
  Pages(config::Config config, const Clock& clock, const PageServices::Outside& outside);
  ~Pages();
  Pages(const Pages&) = delete;
  Pages& operator=(const Pages&) = delete;

  web::Reply answer(const web::Request& request);
  web::Reply failed(const std::string& number) const;
  web::Pool& pool() { return *pool_; }

 private:
  web::Site site(store::Store& store) {
    return {store, config_, calendar_, clock_, login_guard_, services_};
  }

  config::Config config_;
  const Clock& clock_;
  Calendar calendar_;
  web::LoginGuard login_guard_;
  PageServices page_services_;
  web::Services services_;
  store::Store store_;
  std::array<std::unique_ptr<store::Store>, web::kPoolThreads> pool_stores_;
  std::unique_ptr<web::Pool> pool_;  // last: it ends before what it works with
};

// What stands behind the server; `pages` is there before the server's io_context runs.
web::Backend backend_of(std::unique_ptr<Pages>& pages,
                        std::function<void(const std::string&)> on_fault);

}  // namespace fundwatch::daemon
