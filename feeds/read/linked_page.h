// feeds/read/linked_page.h — the running text of a page that an item links to.
// Pure. PDFs are read elsewhere (feeds/pdf_text.h).
#pragma once

#include <string>

#include "base/model.h"
#include "base/result.h"
#include "config/config.h"

namespace fundwatch::feeds {

// The main matter of an HTML page, or a plain text as it is; at most kTextBytesMax. Error{read} or
// Error{decode} says what was seen instead: "of type image/png, not a page".
Result<std::string> linked_page_text(const Response& response, const config::Read& limits);

}  // namespace fundwatch::feeds
