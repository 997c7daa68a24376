// web/api_subscribers.h — subscribers by the JSON API (docs/api.md): who gets the weekly mail, as
// `subscriber list` prints them; invited, changed, paused, erased. Nobody is made to get mail by
// it: who is invited has to confirm.
#pragma once

#include "web/api_call.h"

namespace fundwatch::web {

inline constexpr std::size_t kApiPageSubscribers = 200;

// By address, from behind ?efter= on.
Reply api_subscribers(const ApiCall& call);
Reply api_subscriber(const ApiCall& call);

// {"email"}, and of the rest what is stated; without "profiles" all.
Reply api_invite(const ApiCall& call);

// What is absent stays.
Reply api_change_subscriber(const ApiCall& call);

// {"kept"}: all that is kept of them, as a text.
Reply api_kept(const ApiCall& call);

// With all that is kept of them.
Reply api_erase(const ApiCall& call);

}  // namespace fundwatch::web
