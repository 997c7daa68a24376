// web/api_mailings.h — the weekly mails, and what became of what was found, by the JSON API
// (docs/api.md).
#pragma once

#include "web/api_call.h"

namespace fundwatch::web {

inline constexpr std::size_t kApiPageMails = 100;

// What became of the mails, the newest first, from before ?fore= on; what holds them all up.
Reply api_mailings(const ApiCall& call);

// ?subscriber=7&week=empty: how the next mail looks to one of them, or to somebody new. Its links
// are nobody's. Lane::tuning.
Reply api_mail_preview(const ApiCall& call);

// {"subscriber","week"}: that mail, to the address of the token's account. Lane::tuning.
Reply api_send_trial(const ApiCall& call);

// ?from=2027-01-01&to=2027-12-31; this year until today unless stated.
Reply api_report(const ApiCall& call);

}  // namespace fundwatch::web
