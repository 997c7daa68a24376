// feeds/fetch/judge.h — what an outcome is worth: a document, a way to go on, or a fault in words.
// Pure.
#pragma once

#include "base/clock.h"
#include "feeds/fetch/fetcher.h"
#include "feeds/fetch/policy.h"
#include "feeds/fetch/transfer.h"

namespace fundwatch::feeds {

// The answer to the request of a last hop. Any status but 200 says it all in the head, however the
// body ended.
Answer judged(Outcome outcome, const config::Fetch& limits, Instant now);

// Whether this answer leads elsewhere.
bool is_led_on(const Outcome& outcome);

// Where to, if its errand may still go on; else a fault in words.
Result<Hop> redirected(const Outcome& outcome, const Policy& policy);

// The answer to a request that was not made, or not to its end, for this reason.
Answer refused(Fault fault, std::string words);

// How long its host is to be left in peace after this answer; nothing if it does not ask for it.
std::optional<std::chrono::seconds> hold_after(const Answer& answer);

// The answer to a request whose host is held for so long.
Answer postponed(const Hop& hop, std::chrono::seconds held_for);

}  // namespace fundwatch::feeds
