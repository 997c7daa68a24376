#include "feeds/facts/cpv.h"

#include <algorithm>
#include <array>

namespace fundwatch::feeds {
namespace {

// From the letters, and from one code to the next, so many words at most: names of codes stand
// between them.
constexpr std::size_t kWordsBetweenMax = 15;
constexpr std::size_t kCpvDigits = 8;

// The divisions of the CPV (Regulation (EC) No 213/2008).
constexpr auto kDivisions = std::to_array<std::string_view>(
    {"03", "09", "14", "15", "16", "18", "19", "22", "24", "30", "31", "32", "33", "34", "35",
     "37", "38", "39", "41", "42", "43", "44", "45", "48", "50", "51", "55", "60", "63", "64",
     "65", "66", "70", "71", "72", "73", "75", "76", "77", "79", "80", "85", "90", "92", "98"});

bool is_cpv(const Word& word) {
  const std::string_view division = std::string_view(word.text).substr(0, 2);
  return word.kind == WordKind::digits && word.text.size() == kCpvDigits &&
         std::ranges::find(kDivisions, division) != kDivisions.end();
}

void append(WordSpan words, std::vector<std::string>& codes) {
  std::size_t last = words.size();  // where codes may follow, the last thing that says so
  for (std::size_t i = 0; i < words.size() && codes.size() < kCpvCodesMax; ++i) {
    if (words[i].text.starts_with("cpv")) last = i;
    if (last >= words.size() || i - last > kWordsBetweenMax || !is_cpv(words[i])) continue;
    last = i;
    if (std::ranges::find(codes, words[i].text) == codes.end()) codes.push_back(words[i].text);
  }
}

}  // namespace

std::vector<std::string> find_cpv(const ItemWords& words) {
  std::vector<std::string> codes;
  for (const Field field : kFields) append(words.of(field), codes);
  return codes;
}

}  // namespace fundwatch::feeds
