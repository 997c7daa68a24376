// matchers/unspelt.h — words that a text leaves to its reader to put together.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "matchers/place.h"

namespace fundwatch::matchers {

enum class Omission : std::uint8_t {
  joint,     // "före-" and "tag", cut at the end of a line
  end,       // of the first word, which the last one has: "löne- och anställningsstöd"
  beginning  // of the last word, which the first one has: "lönestöd och -bidrag"
};

// A word that is not spelt out, by the first and the last word of its place.
struct Unspelt {
  Omission omission = Omission::joint;
  Place place;
};

// What may be meant where two words, folded, share a part: keywords know which of them are words.
// Nothing of a joint.
std::vector<std::string> spelt_out(Omission omission, const std::string& first,
                                   const std::string& last);

}  // namespace fundwatch::matchers
