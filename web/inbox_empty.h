// web/inbox_empty.h — the inbox without hits: what was read, what was not, and one way on. Silence
// is never ambiguous.
#pragma once

#include "web/desk.h"
#include "web/inbox_filter.h"

namespace fundwatch::web {

inline constexpr std::size_t kUnreadSourcesNamedMax = 5;

void put_empty(Markup& html, const Desk& desk, const InboxView& view,
               const store::InboxCounts& counts);

}  // namespace fundwatch::web
