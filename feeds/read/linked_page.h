// feeds/read/linked_page.h — the running text of a page that an item links to. Pure.
#pragma once

#include <string>

#include "base/model.h"
#include "base/result.h"
#include "config/config.h"

namespace fundwatch::feeds {

// As page_text.h's, errors as well.
Result<std::string> linked_page_text(const Response& response, const config::Read& limits);

}  // namespace fundwatch::feeds
