// web/api_sources.h — sources by the JSON API (docs/api.md): their health as `source list` prints
// it; added, changed, read at once, removed.
#pragma once

#include "web/api_call.h"

namespace fundwatch::web {

inline constexpr std::size_t kChoiceCharactersMax = 20'000;  // of what a preview found

Reply api_sources(const ApiCall& call);
// With what it brought lately, and how it has gone.
Reply api_source(const ApiCall& call);

// {"name","url","kind","language","interval_minutes"}: stored as it is stated, without being asked.
Reply api_add_source(const ApiCall& call);

// {"name","url","interval_minutes","paused","read_now"}: what is absent stays.
Reply api_change_source(const ApiCall& call);
Reply api_remove_source(const ApiCall& call);

}  // namespace fundwatch::web
