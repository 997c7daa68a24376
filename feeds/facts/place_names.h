// feeds/facts/place_names.h — where municipalities and counties are named in a text.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "feeds/facts/municipalities.h"
#include "feeds/facts/words.h"

namespace fundwatch::feeds {

// How a municipality is named.
enum class Naming {
  official,  // "Gävle kommun", "Stockholms stad"
  located,   // "i Gävle", "Plats: Gävle"
  bare,      // "Gävle"
  passing    // "Förvaltningsrätten i Falun", "Umeå universitet"
};

struct NamedMunicipality {
  const Municipality* municipality = nullptr;
  Naming naming = Naming::bare;
  std::size_t begin = 0;  // words [begin, end)
  std::size_t end = 0;
};

// In their order. Names that are ordinary words as well ("Mark", "Vara") or surnames ("Berg",
// "Lund") count only as `official` or `located`; a county's ("Kalmar län") not at all.
std::vector<NamedMunicipality> named_municipalities(WordSpan words);

// The one that a part of an address is called after ("gavle.se", "/harnosand/"); nullptr if none,
// or if the name is an ordinary word.
const Municipality* municipality_in_address(std::string_view url);

// "Gävleborgs län", "Region Skåne", "Dalarna", and the codes of NUTS-3 themselves. Each once.
std::vector<const County*> named_counties(WordSpan words);

}  // namespace fundwatch::feeds
