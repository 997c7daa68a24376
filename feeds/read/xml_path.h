// feeds/read/xml_path.h — elements below an element, by the local names on the way to them.
// For documents whose schema is fixed and whose prefixes are whatever the sender chose (eForms):
// "ProcurementProject/RealizedLocation/Address". Pure.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace fundwatch::feeds {

// All of them, in document order.
std::vector<pugi::xml_node> all_at(const pugi::xml_node& from, std::string_view path);

// The first, or a null node.
pugi::xml_node first_at(const pugi::xml_node& from, std::string_view path);

// The first one's text on one line; empty without one.
std::string line_at(const pugi::xml_node& from, std::string_view path);

// Those whose attribute `name` has this value.
std::vector<pugi::xml_node> with_attribute(std::vector<pugi::xml_node> nodes, const char* name,
                                           std::string_view value);

}  // namespace fundwatch::feeds
