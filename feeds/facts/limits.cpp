#include "feeds/facts/limits.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "feeds/facts/countries.h"
#include "feeds/facts/phrases.h"
#include "feeds/facts/place_names.h"

namespace fundwatch::feeds {
namespace {

constexpr Phrases kLimiting{"endast",         "enbart",          "bara",
                            "uteslutande",    "säte i",          "sitt säte i",
                            "verksam i",      "verksamma i",     "hemmahörande i",
                            "registrerad i",  "registrerade i",  "bosatta i",
                            "begränsad till", "begränsat till",  "riktar sig till",
                            "riktad till",    "vänder sig till", "för föreningar i",
                            "för företag i",  "för aktörer i",   "för organisationer i",
                            "only",           "based in",        "established in",
                            "registered in",  "located in",      "limited to",
                            "restricted to",  "exclusively"};

// A region without a name, so many words from one of kOnly at most.
constexpr std::size_t kOnlyWordsMax = 8;
constexpr Phrases kOnly{"endast", "enbart", "bara", "uteslutande", "säte", "only", "exclusively"};
constexpr Phrases kUnnamedRegions{"län",           "länet",          "länets",
                                  "regionen",      "regionens",      "leaderområde*",
                                  "the region",    "the county",     "två kommuner*",
                                  "tre kommuner*", "fyra kommuner*", "fem kommuner*",
                                  "sex kommuner*", "sju kommuner*",  "åtta kommuner*"};
constexpr Phrases kOtherRegions{"annat län", "andra län"};

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

// Those of one place: "Föreningar i Skåne kan söka", "organisations in Wales may apply".
constexpr std::size_t kApplicantWordsMax = 6;
constexpr Phrases kApplying{"söka", "ansöka", "apply"};
constexpr Phrases kMay{"kan", "får", "kunna", "can", "may"};

void add_applicants(WordSpan sentence, std::vector<std::string>& codes) {
  for (std::size_t at = 0; at < sentence.size(); ++at) {
    if (longest_phrase(sentence, at, kApplying) == 0) continue;
    std::size_t in = at;
    const std::size_t from = at - std::min(at, kApplicantWordsMax);
    while (in > from && !is_word(sentence, in, "i") && !is_word(sentence, in, "in")) --in;
    const bool may = contains_phrase(sentence, in - std::min(in, kApplicantWordsMax), at, kMay);
    if (may && in > from) add_places(sentence.subspan(in, at - in), codes);
  }
}

bool names_no_region(WordSpan sentence) {
  if (contains_phrase(sentence, 0, sentence.size(), kOtherRegions)) return true;
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    if (longest_phrase(sentence, i, kOnly) == 0) continue;
    const std::size_t from = i - std::min(i, kOnlyWordsMax);
    const std::size_t to = std::min(i + 1 + kOnlyWordsMax, sentence.size());
    if (contains_phrase(sentence, from, to, kUnnamedRegions)) return true;
  }
  return false;
}

// Titles of other kinds name countries that one goes to, or hears of.
bool is_for_its_country(AnnouncementKind kind) {
  return kind == AnnouncementKind::call || kind == AnnouncementKind::unknown;
}

std::optional<std::string_view> country_of(const Item& item, WordSpan title) {
  const auto begins_with = country_in_title(title);
  if (begins_with || !is_for_its_country(item.kind)) return begins_with;
  return other_country_in_title(title);
}

}  // namespace

std::vector<std::string> find_limits(const Item& item, const ItemWords& words) {
  std::vector<std::string> codes;
  if (const auto country = country_of(item, words.of(Field::title))) add(codes, *country);
  bool is_unnamed = false;
  for (const Field field : kFields) {
    const WordSpan all = words.of(field);
    for (std::size_t begin = 0; begin < all.size();) {
      const std::size_t end = sentence_end(all, begin);
      const WordSpan sentence = all.subspan(begin, end - begin);
      if (contains_phrase(all, begin, end, kLimiting)) add_places(sentence, codes);
      add_applicants(sentence, codes);
      is_unnamed = is_unnamed || names_no_region(sentence);
      begin = end;
    }
  }
  if (!codes.empty() || !is_unnamed) return codes;
  return item.place.nuts.empty() ? std::vector<std::string>{kUnnamedRegion} : item.place.nuts;
}

}  // namespace fundwatch::feeds
