// daemon/pages.h — the pages as the main thread serves them, with a connection of its own to the
// database. They see the configuration of the start; a reload does not change them.
#pragma once

#include "base/calendar.h"
#include "config/config.h"
#include "store/store.h"
#include "web/http.h"

namespace fundwatch::daemon {

class Pages {
 public:
  // `clock` outlives it. Throws what a person must mend.
  Pages(config::Config config, const Clock& clock)
      : config_(std::move(config)),
        clock_(clock),
        calendar_(config_.installation.time_zone),
        store_(config_.database()) {}

  web::Reply answer(const web::Request& request);

 private:
  config::Config config_;
  const Clock& clock_;
  Calendar calendar_;
  store::Store store_;
};

}  // namespace fundwatch::daemon
