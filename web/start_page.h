// web/start_page.h — where somebody lands who has logged in.
#pragma once

#include "web/desk.h"

namespace fundwatch::web {

Reply start_page(const Desk& desk, const Request& request);

}  // namespace fundwatch::web
