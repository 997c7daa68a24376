#include "feeds/read/css_selector.h"

#include <algorithm>
#include <utility>

#include "feeds/read/css_parser.h"

namespace fundwatch::feeds {
namespace {

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool has_word(std::string_view text, std::string_view word) {
  if (word.empty()) return false;
  for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool begins = at == 0 || is_space(text[at - 1]);
    if (begins && (end == text.size() || is_space(text[end]))) return true;
  }
  return false;
}

bool has_position(const Condition& condition, int position) {
  if (position == 0) return false;
  const int beyond = position - condition.offset;
  if (condition.step == 0) return beyond == 0;
  return beyond % condition.step == 0 && beyond / condition.step >= 0;
}

bool holds_as_written(const Condition& condition, const pugi::xml_node& element, int position) {
  if (condition.kind == ConditionKind::position) return has_position(condition, position);
  if (condition.attribute.empty()) return condition.value == element.name();
  const pugi::xml_attribute attribute = element.attribute(condition.attribute.c_str());
  if (!attribute) return false;
  const std::string_view value = attribute.value();
  const std::string_view wanted = condition.value;
  switch (condition.kind) {
    case ConditionKind::exists: return true;
    case ConditionKind::equals: return value == wanted;
    case ConditionKind::begins: return !wanted.empty() && value.starts_with(wanted);
    case ConditionKind::ends: return !wanted.empty() && value.ends_with(wanted);
    case ConditionKind::contains:
      return !wanted.empty() && value.find(wanted) != std::string_view::npos;
    case ConditionKind::has_word: return has_word(value, wanted);
    case ConditionKind::position: break;
  }
  return false;
}

bool holds(const SelectorStep& step, const pugi::xml_node& element, int position) {
  if (!step.type.empty() && step.type != element.name()) return false;
  return std::all_of(
      step.conditions.begin(), step.conditions.end(), [&](const Condition& condition) {
        return holds_as_written(condition, element, position) != condition.is_negated;
      });
}

}  // namespace

struct CssSelector::Walk {
  std::vector<pugi::xml_node> found;
  std::size_t elements_max = 0;
};

CssSelector::CssSelector(std::vector<SelectorStep> steps) : steps_(std::move(steps)) {
  for (std::size_t i = 0; i < steps_.size(); ++i) {
    const Steps bit = Steps{1} << i;
    switch (steps_[i].combinator) {
      case Combinator::first: first_ |= bit; break;
      case Combinator::descendant: descendant_ |= bit; break;
      case Combinator::child: child_ |= bit; break;
      case Combinator::adjacent: adjacent_ |= bit; break;
      case Combinator::sibling: sibling_ |= bit; break;
    }
    if (steps_[i].is_last) last_ |= bit;
  }
}

Result<CssSelector> CssSelector::compile(std::string_view text) {
  auto steps = parse_css_selector(text);
  if (!steps) return steps.error();
  return CssSelector(std::move(*steps));
}

CssSelector::Steps CssSelector::matching(const pugi::xml_node& element, int position,
                                         Steps reached) const {
  Steps matched = 0;
  for (std::size_t i = 0; i < steps_.size(); ++i) {
    const Steps bit = Steps{1} << i;
    if ((reached & bit) != 0 && holds(steps_[i], element, position)) matched |= bit;
  }
  return matched;
}

// A step is reached where the step before it, one bit lower, matched in the place that its
// combinator names. Sets of matched steps go down and along, so that nothing is looked at twice.
void CssSelector::visit_children(const pugi::xml_node& parent, Steps parents, Steps ancestors,
                                 Walk& walk) const {
  Steps before = 0;
  Steps earlier = 0;
  int position = 0;
  for (const pugi::xml_node& element : parent.children()) {
    if (element.type() != pugi::node_element) continue;
    if (walk.found.size() == walk.elements_max) return;
    const Steps reached = first_ | ((ancestors << 1) & descendant_) | ((parents << 1) & child_) |
                          ((before << 1) & adjacent_) | ((earlier << 1) & sibling_);
    const Steps matched = matching(element, ++position, reached);
    if ((matched & last_) != 0) walk.found.push_back(element);
    visit_children(element, matched, ancestors | matched, walk);
    before = matched;
    earlier |= matched;
  }
}

std::vector<pugi::xml_node> CssSelector::select(const pugi::xml_node& within,
                                                std::size_t elements_max) const {
  Walk walk{{}, elements_max};
  Steps matched = 0;
  if (within.type() == pugi::node_element) {
    matched = matching(within, 0, first_);
    if ((matched & last_) != 0 && elements_max > 0) walk.found.push_back(within);
  }
  visit_children(within, matched, matched, walk);
  return std::move(walk.found);
}

}  // namespace fundwatch::feeds
