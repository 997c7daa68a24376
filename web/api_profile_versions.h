// web/api_profile_versions.h — the versions of a profile by the JSON API (docs/api.md), and what
// people's marks propose to change in it.
#pragma once

#include "web/api_call.h"

namespace fundwatch::web {

// The newest kVersionsShownMax (web/profile_versions.h): who saved them when, why, and which lines
// they took away and put in.
Reply api_versions(const ApiCall& call);

// {"version"}: it is saved again, as the newest.
Reply api_revert(const ApiCall& call);

// What the marks of hits propose: {"kind","term","dismissed","of"}.
Reply api_proposals(const ApiCall& call);

// {"kind","term","based_on"}, and if wanted "reason": the change that it proposes, saved.
Reply api_take_proposal(const ApiCall& call);

}  // namespace fundwatch::web
