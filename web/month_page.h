// web/month_page.h — the calendar: last days and events of two months as grids and lists, of cases
// that nobody dismissed and of the network's own meetings. Its address names the first month and
// the meeting that is to be changed: ?manad=2027-02&mote=7. A month of too many cases says so.
#pragma once

#include "web/desk.h"

namespace fundwatch::web {

// "/kalender". POST: a meeting is saved or called off.
Reply month_page(const Desk& desk, const Request& request);

}  // namespace fundwatch::web
