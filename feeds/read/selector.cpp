#include "feeds/read/selector.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace fundwatch::feeds {
namespace {

constexpr std::size_t kShownCharactersMax = 80;

bool is_xpath(std::string_view text) {
  return text.starts_with("/") || text.starts_with("./") || text.starts_with("(");
}

Error fault(std::string_view text, const std::string& what) {
  return {Stage::config, "selector \"" + shortened(text, kShownCharactersMax) + "\", " + what};
}

// pugixml says what is wrong by exception only, when the query is made; asking one that was made
// does not throw, because its type was looked at.
Result<pugi::xpath_query> compile_xpath(const std::string& text) {
  try {
    pugi::xpath_query query(text.c_str());
    if (query.return_type() == pugi::xpath_type_node_set) return query;
    return fault(text,
                 "at character 1: expected a path to elements, found an expression of "
                 "another type");
  } catch (const pugi::xpath_exception& exception) {
    const auto offset = std::max<std::ptrdiff_t>(exception.result().offset, 0);
    const std::size_t character =
        utf8_length(std::string_view(text).substr(0, static_cast<std::size_t>(offset))) + 1;
    return fault(text, "at character " + std::to_string(character) + ": " +
                           exception.result().description() + " in this XPath");
  }
}

}  // namespace

Result<Selector> Selector::compile(std::string_view text) {
  text = trimmed(text);
  if (text.size() > kSelectorBytesMax) {
    return fault(text, "is longer than " + std::to_string(kSelectorBytesMax) +
                           " bytes: write a shorter one");
  }
  Selector selector;
  selector.text_ = text;
  if (is_xpath(text)) {
    auto query = compile_xpath(selector.text_);
    if (!query) return query.error();
    selector.xpath_ = std::move(*query);
    return selector;
  }
  auto css = CssSelector::compile(text);
  if (!css) return fault(text, css.error().message);
  selector.css_ = std::move(*css);
  return selector;
}

std::vector<pugi::xpath_node> Selector::select(const pugi::xml_node& within,
                                               std::size_t nodes_max) const {
  std::vector<pugi::xpath_node> nodes;
  if (css_) {
    for (const pugi::xml_node& element : css_->select(within, nodes_max)) {
      nodes.emplace_back(element);
    }
    return nodes;
  }
  pugi::xpath_node_set found = xpath_->evaluate_node_set(within);
  found.sort();
  for (const pugi::xpath_node& node : found) {
    if (nodes.size() == nodes_max) break;
    nodes.push_back(node);
  }
  return nodes;
}

pugi::xpath_node Selector::first(const pugi::xml_node& within) const {
  const auto nodes = select(within, 1);
  return nodes.empty() ? pugi::xpath_node{} : nodes.front();
}

}  // namespace fundwatch::feeds
