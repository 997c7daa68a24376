// web/api_deeds.h — what programs do to hits beside marking one (web/api_hits.h): many at once,
// taking that back, notes. Also the record of what anybody did.
#pragma once

#include "web/api_call.h"

namespace fundwatch::web {

// {"cases","review"}: one act. {"act","marked"}; the act is null if all had that mark already.
Reply api_mark(const ApiCall& call);

// Takes an act back.
Reply api_undo(const ApiCall& call);

// {"text"}: the notes of the case, the newest first.
Reply api_add_note(const ApiCall& call);

// The record of changes, kApiPageChanges at a time, the newest first.
inline constexpr std::size_t kApiPageChanges = 100;
Reply api_changes(const ApiCall& call);

}  // namespace fundwatch::web
