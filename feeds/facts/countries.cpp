#include "feeds/facts/countries.h"

#include <algorithm>
#include <array>

#include "feeds/facts/phrases.h"

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

// Those who live there, and parts of the United Kingdom.
constexpr auto kPeoples = std::to_array<Country>({
    {"austrian", "AT"},
    {"belgian", "BE"},
    {"belgisk*", "BE"},
    {"bulgarian", "BG"},
    {"croatian", "HR"},
    {"czech", "CZ"},
    {"danish", "DK"},
    {"dansk*", "DK"},
    {"estonian", "EE"},
    {"estnisk*", "EE"},
    {"finnish", "FI"},
    {"finsk*", "FI"},
    {"french", "FR"},
    {"fransk*", "FR"},
    {"german", "DE"},
    {"tysk*", "DE"},
    {"greek", "EL"},
    {"hungarian", "HU"},
    {"icelandic", "IS"},
    {"isländsk*", "IS"},
    {"irish", "IE"},
    {"irländsk*", "IE"},
    {"italian", "IT"},
    {"italiensk*", "IT"},
    {"latvian", "LV"},
    {"lettisk*", "LV"},
    {"lithuanian", "LT"},
    {"litauisk*", "LT"},
    {"dutch", "NL"},
    {"nederländsk*", "NL"},
    {"norwegian", "NO"},
    {"norsk*", "NO"},
    {"polish", "PL"},
    {"polsk*", "PL"},
    {"portuguese", "PT"},
    {"romanian", "RO"},
    {"slovak", "SK"},
    {"slovenian", "SI"},
    {"spanish", "ES"},
    {"spansk*", "ES"},
    {"british", "UK"},
    {"brittisk*", "UK"},
    {"england", "UK"},
    {"scotland", "UK"},
    {"skottland", "UK"},
    {"scottish", "UK"},
    {"wales", "UK"},
    {"welsh", "UK"},
    {"northern ireland", "UK"},
    {"storbritannien", "UK"},
    {"united kingdom", "UK"},
});

constexpr Phrases kOurs{"sverige*", "svensk*",  "sweden*", "swedish",
                        "nordic",   "nordisk*", "norden*"};

// "island" is an ordinary word in English.
bool is_named(WordSpan title, std::size_t at, const Country& country) {
  return title[at].is_capital && country.name != "island" &&
         phrase_length(title, at, country.name) > 0;
}

constexpr Beginnings kCountryBeginnings = [] {
  Beginnings made;
  for (const Country& each : kPeoples) made.add(each.name);
  for (const Country& each : kCountries) made.add(each.name);
  return made;
}();

std::optional<std::string_view> code_at(WordSpan title, std::size_t at) {
  if (!kCountryBeginnings.may_have(title[at])) return std::nullopt;
  for (const Country& each : kPeoples) {
    const bool is_swedish_adjective = each.name.ends_with('*');
    if (is_swedish_adjective ? phrase_length(title, at, each.name) > 0
                             : is_named(title, at, each)) {
      return each.nuts;
    }
  }
  const auto found = std::ranges::find_if(
      kCountries, [&](const Country& each) { return is_named(title, at, each); });
  return found == kCountries.end() ? std::nullopt : std::optional(found->nuts);
}

}  // namespace

std::optional<std::string_view> country_in_title(WordSpan title) {
  if (title.size() < 3 || (title[1].text != "-" && title[1].text != ":")) return std::nullopt;
  if (title[1].text == "-" && !title[1].follows_space) return std::nullopt;  // "Norge-dagen"
  const auto found = std::ranges::find(kCountries, title[0].text, &Country::name);
  return found == kCountries.end() ? std::nullopt : std::optional(found->nuts);
}

std::optional<std::string_view> other_country_in_title(WordSpan title) {
  if (contains_phrase(title, 0, title.size(), kOurs)) return std::nullopt;
  for (std::size_t i = 0; i < title.size(); ++i) {
    if (const auto code = code_at(title, i)) return code;
  }
  return std::nullopt;
}

}  // namespace fundwatch::feeds
