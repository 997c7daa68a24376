// matchers/profile.h — what is wrong, or hardly meant, in a profile.
// A profile with a fault is refused whole, with the term, the position in it, the reason and what
// to write instead: never matched without that term in silence. Warnings refuse nothing.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/model.h"

namespace fundwatch::matchers {

inline constexpr double kWeightMax = 1000;

// `term` is as written; nothing means the profile as a whole. `position` counts bytes in it;
// nothing means the term as a whole. `message` says what it is and what to write instead.
struct Remark {
  std::optional<std::string> term;
  std::optional<std::size_t> position;
  Bilingual message;
};

// All faults, the first of each term; empty when the profile can be compiled.
std::vector<Remark> faults(const Profile& profile);

// Terms that never match, or match nearly everything; of a profile without faults.
std::vector<Remark> warnings(const Profile& profile);

// The remarks as one sentence with positions as people count them; empty when there are none.
std::string describe(const std::vector<Remark>& remarks, Language language);

}  // namespace fundwatch::matchers
