// web/hit_page.h — one case with all that is known of it: facts, text, why it is here, who
// announced it, what people did with it and what subscribers answered. Its number is the case's, so
// that the address stays when another source announces it too.
#pragma once

#include "web/desk.h"

namespace fundwatch::web {

// "/traffar/7": a POST marks it, notes something, or corrects its facts.
Reply hit_page(const Desk& desk, const Request& request);

}  // namespace fundwatch::web
