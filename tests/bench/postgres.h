// tests/bench/postgres.h — PostgreSQL's Swedish text search over the same texts and rules.
#pragma once

#include <optional>
#include <vector>

#include "base/model.h"
#include "tests/bench/random_rules.h"

namespace fundwatch::bench {

// Stems, drops stop words, tries every rule on every text, and divides no compounds: what it takes
// can be compared, what it finds cannot. One server process of its own in a temporary folder.
class Postgres {
 public:
  // Nothing where it is not installed.
  static std::optional<Postgres> start(const std::vector<Item>& items);

  // Processor microseconds a document, making its tsvector counted.
  double match(const std::vector<RandomRule>& rules) const;

 private:
  double seconds(const std::string& sql) const;

  std::string programs_;
  std::string folder_;
  std::size_t documents_ = 0;
  double idle_seconds_ = 0;  // of a process that has nothing to do
};

}  // namespace fundwatch::bench
