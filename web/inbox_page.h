// web/inbox_page.h — the inbox: every case with hits, to be kept or dismissed. Its addresses say
// what is shown (web/inbox_filter.h). One hit's own page is web/hit_page.h.
#pragma once

#include "web/desk.h"

namespace fundwatch::web {

inline constexpr std::size_t kCardsOnPage = 20;

// "/"
Reply inbox_page(const Desk& desk, const Request& request);

}  // namespace fundwatch::web
