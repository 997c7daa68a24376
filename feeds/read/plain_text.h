// feeds/read/plain_text.h — HTML to text that reads well.
// Paragraphs stand apart, list items have a dash or their number, table cells a bar between them;
// scripts, styles and hidden matter are gone; white space is what a reader would see.
#pragma once

#include <string>
#include <string_view>

#include "feeds/read/raw_feed.h"

namespace fundwatch::feeds {

std::string plain_text(std::string_view html);

// By the text's kind; what is unsure is HTML when it has a tag or a reference in it.
std::string plain_text(const RawText& text);

// The same on one line: for titles.
std::string plain_line(const RawText& text);

// Whether text of a format that does not say so is HTML.
bool looks_like_html(std::string_view text);

}  // namespace fundwatch::feeds
