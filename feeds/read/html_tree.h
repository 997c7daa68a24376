// feeds/read/html_tree.h — an HTML page as a tree.
// libxml2's HTML parser reads (nothing is an error to it, nothing is opened), its events build a
// pugixml tree, so that one tree type and one XPath serve XML and HTML. Names are lower case.
#pragma once

#include <cstddef>
#include <pugixml.hpp>
#include <string_view>

namespace fundwatch::feeds {

// Elements nested deeper than `depth_max` are left out; their text goes to the one above. `html` is
// UTF-8. Scripts, styles, templates and comments are not in the tree.
pugi::xml_document html_tree(std::string_view html, std::size_t depth_max);

}  // namespace fundwatch::feeds
