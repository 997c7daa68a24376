// feeds/read/mail.h — an alert mail as items, one for each announcement that it links to.
// For portals whose terms forbid crawling: what the mail says is all that is read, and its links
// are never followed. Pure.
#pragma once

#include <vector>

#include "base/result.h"
#include "config/config.h"
#include "feeds/read/read.h"

namespace fundwatch::feeds {

// Error{read} if it is no mail, or from none of `document.senders` (where there are any). A mail
// that links to nothing is a success without items.
Result<std::vector<Item>> read_mail(const Document& document, const config::Read& limits);

}  // namespace fundwatch::feeds
