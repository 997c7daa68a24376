// matchers/tally.h — what of a profile held in an item, and whether that makes a hit.
#pragma once

#include <cstddef>

#include "base/model.h"

namespace fundwatch::matchers {

class Tally {
 public:
  // A term that held. The order of adding is that of the terms, so that sums come out the same.
  void add(TermRole role, double weight) {
    switch (role) {
      case TermRole::veto: has_veto_ = true; return;
      case TermRole::context: context_ += weight; return;
      case TermRole::required: ++required_; break;
      case TermRole::adds: break;
    }
    has_any_ = true;
    strong_ += weight;
    has_strong_ = has_strong_ || weight > 0;
  }

  double score() const { return strong_ + (has_strong_ ? context_ : 0); }

  // Whether a term of this role that held counts, and so is a reason.
  bool counts(TermRole role) const { return role != TermRole::context || has_strong_; }

  // `required` terms the profile has. Weights are decimal fractions that a person adds up: 0.4 +
  // 0.6 reaches 1 whatever doubles make of it.
  bool is_hit(std::size_t required, double threshold) const {
    constexpr double kRounding = 1e-9;
    return has_any_ && !has_veto_ && required_ >= required && score() + kRounding >= threshold;
  }

 private:
  double strong_ = 0;
  double context_ = 0;
  bool has_any_ = false;
  bool has_strong_ = false;
  bool has_veto_ = false;
  std::size_t required_ = 0;
};

}  // namespace fundwatch::matchers
