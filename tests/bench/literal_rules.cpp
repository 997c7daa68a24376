#include "tests/bench/literal_rules.h"

#include <algorithm>
#include <unordered_map>

namespace fundwatch::bench {

LiteralRules::LiteralRules(const std::vector<RandomRule>& rules) {
  std::unordered_map<std::string, unsigned> numbers;
  for (const RandomRule& random : rules) {
    Rule rule{random.kind, {}};
    for (const std::string& literal : random.literals) {
      const auto [at, is_new] = numbers.emplace(literal, static_cast<unsigned>(literals_.size()));
      if (is_new) literals_.push_back(literal);
      rule.literals.push_back(at->second);
    }
    rules_.push_back(std::move(rule));
  }
  woken_.resize(literals_.size());
  found_in_.resize(literals_.size());
  tried_in_.resize(rules_.size());
  for (std::uint32_t i = 0; i < rules_.size(); ++i) {
    auto literals = rules_[i].literals;
    if (rules_[i].kind == RandomRule::Kind::all) {  // one of them, the longest, is enough
      literals = {*std::ranges::max_element(
          literals, {}, [this](unsigned literal) { return literals_[literal].size(); })};
    }
    if (rules_[i].kind == RandomRule::Kind::any_without_last) literals.pop_back();
    for (const unsigned literal : literals) woken_[literal].push_back(i);
  }
}

void LiteralRules::begin() {
  ++text_;
  found_.clear();
}

void LiteralRules::found(unsigned literal) {
  if (found_in_[literal] == text_) return;
  found_in_[literal] = text_;
  found_.push_back(literal);
}

std::size_t LiteralRules::count_rules() {
  std::size_t count = 0;
  for (const unsigned literal : found_) {
    for (const std::uint32_t rule : woken_[literal]) {
      if (tried_in_[rule] == text_) continue;
      tried_in_[rule] = text_;
      if (holds(rules_[rule])) ++count;
    }
  }
  return count;
}

bool LiteralRules::holds(const Rule& rule) const {
  const auto is_found = [this](unsigned literal) { return found_in_[literal] == text_; };
  switch (rule.kind) {
    case RandomRule::Kind::any: return true;
    case RandomRule::Kind::all: return std::ranges::all_of(rule.literals, is_found);
    case RandomRule::Kind::any_without_last: break;
  }
  return !is_found(rule.literals.back());
}

}  // namespace fundwatch::bench
