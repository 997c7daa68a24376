#include "feeds/read/languages.h"

#include <algorithm>
#include <array>

#include "base/check.h"
#include "base/text.h"

namespace fundwatch::feeds {
namespace {

struct Code {
  std::string_view of_three;
  std::string_view tag;
};

constexpr std::array<Code, 27> kCodes{{
    {"swe", "sv"}, {"eng", "en"}, {"bul", "bg"}, {"ces", "cs"}, {"dan", "da"}, {"deu", "de"},
    {"ell", "el"}, {"est", "et"}, {"fin", "fi"}, {"fra", "fr"}, {"gle", "ga"}, {"hrv", "hr"},
    {"hun", "hu"}, {"isl", "is"}, {"ita", "it"}, {"lav", "lv"}, {"lit", "lt"}, {"mlt", "mt"},
    {"nld", "nl"}, {"nor", "no"}, {"nob", "nb"}, {"pol", "pl"}, {"por", "pt"}, {"ron", "ro"},
    {"slk", "sk"}, {"slv", "sl"}, {"spa", "es"},
}};

}  // namespace

std::string language_of_code(std::string_view code) {
  const std::string lower = ascii_lower(code);
  for (const Code& known : kCodes) {
    if (lower == known.of_three) return std::string(known.tag);
  }
  return lower;
}

std::size_t best_language(const std::vector<std::string>& codes, std::string_view first_written) {
  CHECK(!codes.empty());
  for (const std::string_view wanted :
       {std::string_view("swe"), std::string_view("eng"), first_written}) {
    const auto found = std::find_if(codes.begin(), codes.end(), [&](const std::string& code) {
      return !code.empty() && equals_ignoring_ascii_case(code, wanted);
    });
    if (found != codes.end()) return static_cast<std::size_t>(found - codes.begin());
  }
  return 0;
}

}  // namespace fundwatch::feeds
