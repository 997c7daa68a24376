#include "feeds/facts/countries.h"

#include <algorithm>
#include <array>

namespace fundwatch::feeds {
namespace {

struct Country {
  std::string_view name;  // folded
  std::string_view nuts;
};

// The states of the EU and its neighbours, in English and where it differs in Swedish.
constexpr auto kCountries = std::to_array<Country>({
    {"austria", "AT"},   {"österrike", "AT"},   {"belgium", "BE"},     {"belgien", "BE"},
    {"bulgaria", "BG"},  {"bulgarien", "BG"},   {"croatia", "HR"},     {"kroatien", "HR"},
    {"cyprus", "CY"},    {"cypern", "CY"},      {"czechia", "CZ"},     {"tjeckien", "CZ"},
    {"denmark", "DK"},   {"danmark", "DK"},     {"estonia", "EE"},     {"estland", "EE"},
    {"finland", "FI"},   {"france", "FR"},      {"frankrike", "FR"},   {"germany", "DE"},
    {"tyskland", "DE"},  {"greece", "EL"},      {"grekland", "EL"},    {"hungary", "HU"},
    {"ungern", "HU"},    {"iceland", "IS"},     {"island", "IS"},      {"ireland", "IE"},
    {"irland", "IE"},    {"italy", "IT"},       {"italien", "IT"},     {"latvia", "LV"},
    {"lettland", "LV"},  {"lithuania", "LT"},   {"litauen", "LT"},     {"luxembourg", "LU"},
    {"luxemburg", "LU"}, {"malta", "MT"},       {"netherlands", "NL"}, {"nederländerna", "NL"},
    {"norway", "NO"},    {"norge", "NO"},       {"poland", "PL"},      {"polen", "PL"},
    {"portugal", "PT"},  {"romania", "RO"},     {"rumänien", "RO"},    {"slovakia", "SK"},
    {"slovakien", "SK"}, {"slovenia", "SI"},    {"slovenien", "SI"},   {"spain", "ES"},
    {"spanien", "ES"},   {"switzerland", "CH"}, {"schweiz", "CH"},     {"uk", "UK"},
});

}  // namespace

std::optional<std::string_view> country_in_title(WordSpan title) {
  if (title.size() < 3 || (title[1].text != "-" && title[1].text != ":")) return std::nullopt;
  if (title[1].text == "-" && !title[1].follows_space) return std::nullopt;  // "Norge-dagen"
  const auto found = std::ranges::find(kCountries, title[0].text, &Country::name);
  return found == kCountries.end() ? std::nullopt : std::optional(found->nuts);
}

}  // namespace fundwatch::feeds
