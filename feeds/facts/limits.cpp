#include "feeds/facts/limits.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "feeds/facts/countries.h"
#include "feeds/facts/place_names.h"

namespace fundwatch::feeds {
namespace {

constexpr auto kLimiting =
    std::to_array<std::string_view>({"endast",         "enbart",          "bara",
                                     "uteslutande",    "säte i",          "sitt säte i",
                                     "verksam i",      "verksamma i",     "hemmahörande i",
                                     "registrerad i",  "registrerade i",  "bosatta i",
                                     "begränsad till", "begränsat till",  "riktar sig till",
                                     "riktad till",    "vänder sig till", "för föreningar i",
                                     "för företag i",  "för aktörer i",   "för organisationer i",
                                     "only",           "based in",        "established in",
                                     "registered in",  "located in",      "limited to",
                                     "restricted to",  "exclusively"});

void add(std::vector<std::string>& codes, std::string_view code) {
  if (std::ranges::find(codes, code) == codes.end()) codes.emplace_back(code);
}

void add_places(WordSpan sentence, std::vector<std::string>& codes) {
  for (const County* county : named_counties(sentence)) add(codes, county->nuts);
  for (const NamedMunicipality& found : named_municipalities(sentence)) {
    if (found.naming == Naming::official || found.naming == Naming::located) {
      add(codes, county_of(*found.municipality).nuts);
    }
  }
}

}  // namespace

std::vector<std::string> find_limits(const ItemWords& words) {
  std::vector<std::string> codes;
  if (const auto country = country_in_title(words.of(Field::title))) add(codes, *country);
  for (const Field field : kFields) {
    const WordSpan all = words.of(field);
    for (std::size_t begin = 0; begin < all.size();) {
      const std::size_t end = sentence_end(all, begin);
      if (contains_phrase(all, begin, end, kLimiting)) {
        add_places(all.subspan(begin, end - begin), codes);
      }
      begin = end;
    }
  }
  return codes;
}

}  // namespace fundwatch::feeds
