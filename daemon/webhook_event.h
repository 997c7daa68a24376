// daemon/webhook_event.h — what is posted to a webhook, as JSON. Pure. The shape is a contract
// (docs/operations.md § Webhooks): `data` is the line that `fundwatch hit list --json` prints.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "base/calendar.h"
#include "base/model.h"

namespace fundwatch::daemon {

// Of one post. An announcement that is longer goes without its text.
constexpr std::size_t kWebhookBodyBytesMax = std::size_t{64} * 1024;

// {"type":"hit.found","timestamp":…,"text":…,"data":{…}}. `text` is its title and link for a
// person, which chats that take `text` show. Nothing if it is too long without its text, too.
std::optional<std::string> hit_event(const Hit& hit, const Item& item, const Profile& profile,
                                     const Calendar& calendar);

// {"type":"test",…}: somebody tries whether it arrives.
std::string test_event(const Profile& profile, Instant now);

}  // namespace fundwatch::daemon
