// feeds/read/css_parser.h — a CSS selector as text to its steps. Pure.
#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "feeds/read/css_selector.h"

namespace fundwatch::feeds {

// Never empty; the steps of one alternative after the other. Error{config}:
// "at character 5: expected a class name after \".\", found …".
Result<std::vector<SelectorStep>> parse_css_selector(std::string_view text);

}  // namespace fundwatch::feeds
