// digest/reasons.h — why a candidate is in the mail, in the item's own words.
// Pure. A reason's bytes count only in the item that its hit was found in and only if they still
// lie between characters there; otherwise the term speaks for itself.
#pragma once

#include <string>
#include <vector>

#include "base/model.h"

namespace fundwatch::digest {

inline constexpr std::size_t kExcerptCharactersMax = 160;

// The words as they stood in the item, the heaviest first, without repetition in any case.
std::vector<std::string> words_that_stood(const Candidate& candidate);

// Plain text of at most kExcerptCharactersMax characters around the heaviest reason that stands
// outside the title; the beginning of the summary or text if there is none. Can be empty.
std::string excerpt(const Candidate& candidate);

}  // namespace fundwatch::digest
