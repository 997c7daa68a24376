// web/api_profiles.h — profiles by the JSON API (docs/api.md): read, saved as a new version that is
// checked like one of the page, and what a change would gain and lose.
#pragma once

#include "web/api_call.h"

namespace fundwatch::web {

inline constexpr std::size_t kTunedItemsMax = 100;  // of the gained, and of the lost

Reply api_profiles(const ApiCall& call);
Reply api_profile(const ApiCall& call);

// {"title":{"sv","en"},"threshold","terms":[{"term","weight","role"}],"reason"}
Reply api_add_profile(const ApiCall& call);

// The same with "based_on", the version that was read: 409 if another was saved since.
Reply api_change_profile(const ApiCall& call);

// The same without "based_on": the answer of `fundwatch tune`, without examples.
Reply api_tune(const ApiCall& call);

}  // namespace fundwatch::web
