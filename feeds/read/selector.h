// feeds/read/selector.h — what a person writes to say where something stands on a page.
// A CSS selector, or an XPath 1.0 expression where it begins with "/", "./" or "(". Compiled once;
// a fault is told with its position, and nothing that is not understood is passed over.
#pragma once

#include <cstddef>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "feeds/read/css_selector.h"

namespace fundwatch::feeds {

inline constexpr std::size_t kSelectorBytesMax = 1000;

class Selector {
 public:
  // Error{config}: "selector \"li..x\", at character 4: expected …".
  static Result<Selector> compile(std::string_view text);

  const std::string& text() const { return text_; }

  // In document order, at most `nodes_max`. An XPath may also select attributes.
  std::vector<pugi::xpath_node> select(const pugi::xml_node& within, std::size_t nodes_max) const;

  // Nothing (a null node) where it finds none.
  pugi::xpath_node first(const pugi::xml_node& within) const;

 private:
  Selector() = default;

  std::string text_;
  std::optional<CssSelector> css_;
  std::optional<pugi::xpath_query> xpath_;
};

}  // namespace fundwatch::feeds
