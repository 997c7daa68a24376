#include "feeds/read/xml_path.h"

#include "base/text.h"
#include "feeds/read/xml_names.h"

namespace fundwatch::feeds {
namespace {

std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  return name.substr(name.find(':') + 1);
}

void collect(const pugi::xml_node& from, std::string_view path,
             std::vector<pugi::xml_node>& found) {
  const auto slash = path.find('/');
  const std::string_view step = path.substr(0, slash);
  for (const pugi::xml_node& child : from.children()) {
    if (child.type() != pugi::node_element || local_name(child) != step) continue;
    if (slash == std::string_view::npos) {
      found.push_back(child);
    } else {
      collect(child, path.substr(slash + 1), found);
    }
  }
}

}  // namespace

std::vector<pugi::xml_node> all_at(const pugi::xml_node& from, std::string_view path) {
  std::vector<pugi::xml_node> found;
  collect(from, path, found);
  return found;
}

pugi::xml_node first_at(const pugi::xml_node& from, std::string_view path) {
  const auto found = all_at(from, path);
  return found.empty() ? pugi::xml_node() : found.front();
}

std::string line_at(const pugi::xml_node& from, std::string_view path) {
  return collapsed(text_of(first_at(from, path)));
}

std::vector<pugi::xml_node> with_attribute(std::vector<pugi::xml_node> nodes, const char* name,
                                           std::string_view value) {
  std::erase_if(nodes, [&](const pugi::xml_node& node) {
    return std::string_view(node.attribute(name).value()) != value;
  });
  return nodes;
}

}  // namespace fundwatch::feeds
