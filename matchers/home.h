// matchers/home.h — what limited: asks about: the readers' home county.
#pragma once

#include <string_view>

#include "matchers/query.h"

namespace fundwatch::matchers {

// What limited: asks for beside codes: that none of its places is home.
inline constexpr std::string_view kElsewhere = "elsewhere";

// The tree as it is meant by readers at home in this county (a NUTS code; empty: everywhere), to
// whom limited:elsewhere is what is limited to other places. Without a home that is any one region.
Query at_home_in(std::string_view county, Query query);

// Whether limited: holds of what is limited to `codes`, in small letters with a space between.
bool is_limited(const Fact& fact, std::string_view codes);

}  // namespace fundwatch::matchers
