// feeds/read/css_selector.h — the CSS selectors that find things on pages.
// Types, #id, .class, [attribute] with = ^= $= *= ~=, the four combinators, commas, :first-child,
// :nth-child() and :not() of one simple selector. Anything else is refused, never ignored.
// Selecting is one walk over the tree, whatever the selector: linear in elements times steps.
#pragma once

#include <cstddef>
#include <cstdint>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace fundwatch::feeds {

// Over all alternatives together: one bit each.
inline constexpr std::size_t kSelectorStepsMax = 64;

// first: begins an alternative. The others say where the step before must have matched.
enum class Combinator { first, descendant, child, adjacent, sibling };

enum class ConditionKind { exists, equals, begins, ends, contains, has_word, position };

// Something that a simple selector asks of an element.
struct Condition {
  ConditionKind kind = ConditionKind::exists;
  bool is_negated = false;  // within :not()
  std::string attribute;    // ":not(p)" asks for the type: its attribute is empty
  std::string value;
  int step = 0;  // of :nth-child(step·n + offset)
  int offset = 0;
};

struct SelectorStep {
  Combinator combinator = Combinator::first;
  std::string type;  // empty: any
  std::vector<Condition> conditions;
  bool is_last = false;  // what it matches is selected
};

class CssSelector {
 public:
  // Error{config} says at which character and what was expected there.
  static Result<CssSelector> compile(std::string_view text);

  // In document order, each once, at most `elements_max`. `within` itself is looked at as well (its
  // position among its siblings is not); what is around it is not.
  std::vector<pugi::xml_node> select(const pugi::xml_node& within, std::size_t elements_max) const;

 private:
  explicit CssSelector(std::vector<SelectorStep> steps);

  using Steps = std::uint64_t;  // a set of them
  struct Walk;
  Steps matching(const pugi::xml_node& element, int position, Steps reached) const;
  void visit_children(const pugi::xml_node& parent, Steps parents, Steps ancestors,
                      Walk& walk) const;

  std::vector<SelectorStep> steps_;
  Steps first_ = 0;  // the steps by their combinator
  Steps descendant_ = 0;
  Steps child_ = 0;
  Steps adjacent_ = 0;
  Steps sibling_ = 0;
  Steps last_ = 0;
};

}  // namespace fundwatch::feeds
