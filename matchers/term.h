// matchers/term.h — what a person may write as a term, and what is wrong with what they wrote.
// A term is a word, a phrase or an acronym. The marks and words that have a meaning of their own in
// rules (quotes = * ( ) AND OR NOT OCH ELLER INTE NEAR/n field:) are refused with advice rather
// than searched for as text, so that no term ever means less than it says.
#pragma once

#include <cstddef>
#include <optional>

#include "matchers/profile.h"

namespace fundwatch::matchers {

inline constexpr std::size_t kTermCharactersMax = 2500;
inline constexpr double kWeightMax = 1000;

// The first fault of the term, by position.
std::optional<TermFault> fault_in(const Term& term);

}  // namespace fundwatch::matchers
