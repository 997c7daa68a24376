// web/statement_pages.h — what anybody may read about the service itself: how it treats what it
// knows of people, and how accessible its pages are and where to report that they are not. The law
// asks both of a public owner (GDPR art. 13; lagen om tillgänglighet till digital offentlig
// service, 2018:1937). Owners must check that the words are true of them.
#pragma once

#include "web/frame.h"

namespace fundwatch::web {

Reply privacy_page(const Site& site, const Request& request);
Reply accessibility_page(const Site& site, const Request& request);

}  // namespace fundwatch::web
