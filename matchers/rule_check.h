// matchers/rule_check.h — what is allowed in a rule but hardly meant: that it can never match, or
// that it matches nearly everything. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "matchers/query.h"

namespace fundwatch::matchers {

// A star beside fewer letters than this takes nearly every text.
inline constexpr std::size_t kOpenLettersMin = 3;

enum class WarningKind {
  empty_value,       // of a field: never matches
  unknown_language,  // never matches
  bad_cpv,
  bad_nuts,
  unknown_reservation,
  unknown_kind,
  unknown_status,
  unknown_limit,
  contradiction,  // a AND NOT a
  excludes_itself,
  few_letters,  // *a*: nearly everything
  function_word,
  only_absence  // NOT a
};

// Bytes [begin, end) of the rule.
struct QueryWarning {
  WarningKind kind = WarningKind::empty_value;
  std::size_t begin = 0;
  std::size_t end = 0;
};

// In the order of the rule.
std::vector<QueryWarning> warnings_in(const Query& query);

}  // namespace fundwatch::matchers
