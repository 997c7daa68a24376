// tests/bench/literal_engines.h — Vectorscan and RE2::Set, looking for the literals of rules in
// folded text.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "tests/bench/literal_rules.h"

namespace fundwatch::bench {

class Vectorscan {
 public:
  explicit Vectorscan(const std::vector<RandomRule>& rules);
  ~Vectorscan();
  // How many rules hold of the folded text.
  std::size_t match(const std::string& folded);

 private:
  struct Engine;
  LiteralRules rules_;
  std::unique_ptr<Engine> engine_;
};

class Re2Set {
 public:
  explicit Re2Set(const std::vector<RandomRule>& rules);
  ~Re2Set();
  std::size_t match(const std::string& folded);

 private:
  struct Engine;
  LiteralRules rules_;
  std::unique_ptr<Engine> engine_;
};

}  // namespace fundwatch::bench
