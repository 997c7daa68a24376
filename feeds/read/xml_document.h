// feeds/read/xml_document.h — decoded text to a tree, whatever state it is in.
// First pugixml, on text whose depth was counted; what it refuses goes through a tolerant second
// pass. DTDs are passed over: no entity is expanded, nothing is opened.
#pragma once

#include <cstddef>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace fundwatch::feeds {

// What one look over the markup tells before it is parsed.
struct Survey {
  bool is_shallow = true;       // elements nest at most `depth_max` deep, as far as the tags tell
  bool has_html_names = false;  // replace_html_names() has work to do; not told of what is too deep
};
Survey survey(std::string_view xml, std::size_t depth_max);

// References that only HTML has ("&nbsp;", "&#150;") become their characters; says how many.
// Whatever the document's own DTD says of them is not read.
std::size_t replace_html_names(std::string& xml);

// Whether there are such names in a text without CDATA.
bool has_html_names(std::string_view text);

// The strict pass: parses in place, so `xml` must outlive `document` and is no longer text
// afterwards, whether it succeeds or not. `xml` must be shallow. False when it is not well-formed.
bool parse_strictly(std::string& xml, pugi::xml_document& document);

// The tolerant pass: closes what was left open, ignores what was never opened. What was repaired is
// added to `problems`, in words with line numbers. Error{read} names the path of an element that
// nests deeper than `depth_max`.
Result<Done> parse_tolerantly(std::string_view xml, std::size_t depth_max,
                              pugi::xml_document& document, std::vector<std::string>& problems);

}  // namespace fundwatch::feeds
