// feeds/read/page_text.h — the running text of a page, from its bytes.
// Pure. PDFs are read elsewhere (feeds/pdf_text.h).
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "config/config.h"
#include "feeds/read/article.h"
#include "feeds/read/read.h"

namespace fundwatch::feeds {

struct PageText {
  std::string encoding;
  std::vector<std::string> problems;  // recoverable faults, in words
  Article article;                    // its text never empty, at most kTextBytesMax
};

// The main matter of an HTML page, or a plain text as it is. Error{read} or Error{decode} says what
// was seen instead: "of type image/png, not a page".
Result<PageText> page_text(const Document& document, const config::Read& limits);

}  // namespace fundwatch::feeds
