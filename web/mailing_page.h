// web/mailing_page.h — the weekly mails: what went out, what waits and why, and how the mail looks.
// The preview is a document of its own in a sandbox, with a policy of its own; its links are of
// nobody.
#pragma once

#include "web/desk.h"

namespace fundwatch::web {

inline constexpr std::size_t kMailsShownMax = 50;  // on one page

// GET ?som &visa &fore &vecka: the page. POST: sends a trial to the visitor, or
// saves what is wanted of a week. Lane::tuning.
Reply mailing_page(const Desk& desk, const Request& request);

// GET ?som &visa: the mail itself. Lane::tuning.
Reply mailing_preview(const Desk& desk, const Request& request);

}  // namespace fundwatch::web
