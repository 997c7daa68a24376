// web/api_webhooks.h — where the hits of profiles are posted, by the JSON API (docs/api.md).
// Addresses of receivers may be secrets: for those who may change them.
#pragma once

#include "web/api_call.h"

namespace fundwatch::web {

// Of all profiles that have or had one.
Reply api_webhooks(const ApiCall& call);

// That of the profile of this name.
Reply api_webhook(const ApiCall& call);

// {"url"}: its hits are posted there from now on. Answers once with the "secret" that they are
// signed with.
Reply api_set_webhook(const ApiCall& call);

// {}: nothing more is posted, and what waits is dropped.
Reply api_switch_off_webhook(const ApiCall& call);

}  // namespace fundwatch::web
