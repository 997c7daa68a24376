// web/addition_page.h — adding by hand what somebody heard of: a link that is read, or a title and
// a text. It becomes an item of a source of its own, matched like all others. A POST reads on the
// pool.
#pragma once

#include "web/desk.h"

namespace fundwatch::web {

inline constexpr std::size_t kAddedTitleCharactersMax = 300;
inline constexpr std::size_t kAddedTextCharactersMax = 50'000;

// "/lagg-till"
Reply addition_page(const Desk& desk, const Request& request);

}  // namespace fundwatch::web
