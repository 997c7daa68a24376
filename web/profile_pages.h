// web/profile_pages.h — the list of profiles, and the page where one is made better: its rows, what
// saving would gain and lose, its versions. A POST answers on the pool, because it counts over all
// that was read. Saving is an entry of the audit log.
#pragma once

#include "web/desk.h"

namespace fundwatch::web {

// "/profiler"
Reply profiles_page(const Desk& desk, const Request& request);

// "/profiler/finansiering"; "/profiler/ny" is a new one.
Reply profile_page(const Desk& desk, const Request& request);

}  // namespace fundwatch::web
