// matchers/rule_words.h — faults and warnings of rules in words for people: what is wrong and what
// to write instead, in Swedish and English. Pure.
#pragma once

#include <string_view>

#include "base/model.h"
#include "matchers/query.h"
#include "matchers/rule_check.h"

namespace fundwatch::matchers {

// `rule` is what the fault or the warning was found in.
Bilingual words_of(const QueryFault& fault, std::string_view rule);
Bilingual words_of(const QueryWarning& warning, std::string_view rule);

}  // namespace fundwatch::matchers
