// config/faults.h — collects what is wrong with a file, so that all of it is told at once.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"

namespace fundwatch::config {

inline constexpr std::size_t kFaultsShownMax = 100;

class Faults {
 public:
  explicit Faults(std::string name) : name_(std::move(name)) {}

  // "fundwatch.toml:12: words"
  void add(int line, std::string words) { faults_.push_back({line, std::move(words)}); }
  bool empty() const { return faults_.empty(); }

  // One fault a line, in the order of the lines; beyond kFaultsShownMax only how many more.
  Error error() const;

 private:
  struct Fault {
    int line;
    std::string words;
  };

  std::string name_;
  std::vector<Fault> faults_;
};

}  // namespace fundwatch::config
