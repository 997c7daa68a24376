// tests/bench/literal_rules.h — which rules hold of the literals that an engine found: what an
// engine of literals needs beside itself to do our work, made as quick as ours.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "tests/bench/random_rules.h"

namespace fundwatch::bench {

class LiteralRules {
 public:
  explicit LiteralRules(const std::vector<RandomRule>& rules);

  const std::vector<std::string>& literals() const { return literals_; }

  // Between these two, each literal that stands in the text, at least once.
  void begin();
  void found(unsigned literal);
  // How many rules hold.
  std::size_t count_rules();

 private:
  struct Rule {
    RandomRule::Kind kind;
    std::vector<unsigned> literals;
  };

  bool holds(const Rule& rule) const;

  std::vector<std::string> literals_;
  std::vector<Rule> rules_;
  std::vector<std::vector<std::uint32_t>> woken_;  // rules, by literal
  std::vector<std::uint32_t> found_in_;            // text number, by literal
  std::vector<std::uint32_t> tried_in_;            // text number, by rule
  std::vector<unsigned> found_;
  std::uint32_t text_ = 0;
};

}  // namespace fundwatch::bench
