// matchers/irregular.h — forms that a dictionary does not list with their word.
// Of irregular verbs (sysselsätta: sysselsatt; bidra: bidrog), and of nouns whose plural stands
// by itself in the dictionary (stad: städer; studie: studier; museum: museer).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "matchers/lexicon.h"

namespace fundwatch::matchers {

// Empty for most words.
std::vector<std::string> irregular_forms(const Lexicon& lexicon, std::string_view word);

}  // namespace fundwatch::matchers
