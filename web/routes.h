// web/routes.h — which address is which page. The only list of them, and the only place that
// decides who may see a page and whose forms are taken.
#pragma once

#include "web/frame.h"
#include "web/pool.h"

namespace fundwatch::web {

// GET, HEAD and POST only; anything else is 405, an unknown address 404.
Reply answer(const Site& site, const Request& request);

// Where it must be answered.
Lane lane_of(const Request& request);

}  // namespace fundwatch::web
