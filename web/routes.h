// web/routes.h — which address is which page. The only list of them.
#pragma once

#include "web/frame.h"

namespace fundwatch::web {

// GET, HEAD and POST only; anything else is 405, an unknown address 404.
Reply answer(const Site& site, const Request& request);

}  // namespace fundwatch::web
