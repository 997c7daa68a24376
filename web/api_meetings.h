// web/api_meetings.h — the network's own meetings by the JSON API (docs/api.md), as `meeting list`
// prints them.
#pragma once

#include "web/api_call.h"

namespace fundwatch::web {

// Those to come.
Reply api_meetings(const ApiCall& call);

// {"title","starts"}, and if wanted "minutes" (60), "place" and "link".
Reply api_add_meeting(const ApiCall& call);

// What is absent stays; "cancelled": true calls it off.
Reply api_change_meeting(const ApiCall& call);

}  // namespace fundwatch::web
