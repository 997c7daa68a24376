#include "daemon/pages.h"

#include "web/routes.h"

namespace fundwatch::daemon {

web::Reply Pages::answer(const web::Request& request) {
  return web::answer({store_, config_, calendar_, clock_}, request);
}

}  // namespace fundwatch::daemon
