// web/api_goals.h — what the network has reached beside money, by the JSON API (docs/api.md).
#pragma once

#include "web/api_call.h"

namespace fundwatch::web {

// Of ?from= to ?to=, by day; this year until today unless stated.
Reply api_goals(const ApiCall& call);

// {"goal":"partnership"|"policy","text"}, and if wanted "day" (today) and "municipality".
Reply api_add_goal(const ApiCall& call);
Reply api_remove_goal(const ApiCall& call);

}  // namespace fundwatch::web
