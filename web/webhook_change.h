// web/webhook_change.h — setting where the hits of a profile are posted, and stopping that: the one
// way for its page (web/webhook_section.h) and the JSON API (web/api_webhooks.h).
#pragma once

#include <string>
#include <string_view>

#include "digest/webhook_signature.h"
#include "web/desk.h"

namespace fundwatch::web {

// What is wrong with an address, and what to do; empty for none.
std::string_view words_for(digest::WebhookUrlFault fault, Language language);

// Whether that address is good was asked before. Returns the new secret, which is shown once;
// recorded without it.
std::string set_webhook(const Desk& desk, const Profile& profile, const std::string& url);

// Nothing more is posted, and what waits is dropped; recorded.
void switch_off_webhook(const Desk& desk, const Profile& profile);

}  // namespace fundwatch::web
