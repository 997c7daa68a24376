// tests/bench/random_rules.h — rules as people write them, made of the words of given texts, for us
// and for engines that know literals only.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/model.h"

namespace fundwatch::bench {

// One to four literals: a sixth are single ones, of the others 45 % alternatives, 40 % all needed,
// 15 % alternatives without the last one. A tenth of the literals are phrases of two words, a tenth
// beginnings of words.
struct RandomRule {
  enum class Kind { any, all, any_without_last };
  Kind kind = Kind::any;
  // Folded; with a space before and, but for beginnings, after: " sociala företag ".
  std::vector<std::string> literals;
};

// Always the same ones. The words are drawn from those of the items, and of the system's Swedish
// dictionary where that is there, with ranks spread evenly over their logarithm from 300 on.
std::vector<RandomRule> random_rules(std::size_t count, const std::vector<Item>& items);

// Twenty rules a profile; each weighs what makes a hit.
std::vector<Profile> profiles_of(const std::vector<RandomRule>& rules);

// A text in small letters with one space between words and at both ends.
void fold(std::string_view text, std::string& folded);

}  // namespace fundwatch::bench
