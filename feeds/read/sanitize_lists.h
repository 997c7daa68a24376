// feeds/read/sanitize_lists.h — what sanitised HTML may consist of.
// All that shapes text, nothing that acts: no forms, frames, plug-ins, vector graphics or scripts.
#pragma once

#include <string_view>

namespace fundwatch::feeds {

bool is_allowed_element(std::string_view name);
bool is_allowed_attribute(std::string_view name);

// Style properties that take any plain value; families ("margin", "margin-left") that take keywords
// and lengths only.
bool is_allowed_style_property(std::string_view name);
bool is_style_family(std::string_view property);
bool is_style_keyword(std::string_view word);

// Attributes whose value is an address.
bool is_link_attribute(std::string_view name);

// Elements without content: "<br />".
bool is_void_element(std::string_view name);

// Elements whose end tag HTML lets authors leave out at the end of what holds them.
bool has_optional_end(std::string_view name);

// Elements whose content is dropped with them.
bool is_dropped_with_content(std::string_view name);

}  // namespace fundwatch::feeds
