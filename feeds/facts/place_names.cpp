#include "feeds/facts/place_names.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "feeds/facts/phrases.h"

namespace fundwatch::feeds {
namespace {

// Of the words of a name, at most so many ("Upplands - Bro").
constexpr std::size_t kNameWordsMax = 3;
constexpr std::size_t kBeforePassingMax = 3;

constexpr std::array<std::string_view, 23> kOrdinaryWords{
    "mark",  "ale",  "nora",  "berg",    "lund",    "kil",     "sala",      "vara",
    "boden", "eda",  "flen",  "habo",    "kinda",   "heby",    "hjo",       "sunne",
    "salem", "bjuv", "trosa", "klippan", "norberg", "dorotea", "vilhelmina"};

constexpr Phrases kOfficialAfter{
    "kommun",         "kommuns",           "stad",         "stads",
    "kommunkoncern",  "kommunfullmäktige", "municipality", "city council",
    "kommunstyrelse", "municipal council", "kommuns"};
constexpr Phrases kOfficialBefore{"city of",    "municipality of",   "town of",
                                  "kommunen i", "kommunstyrelsen i", "kommunfullmäktige i"};

constexpr Phrases kLocatedBefore{"välkommen till",
                                 "välkomna till",
                                 "placeringen är",
                                 "säte :",
                                 "i",
                                 "in",
                                 "på",
                                 "plats :",
                                 "ort :",
                                 "kommun :",
                                 "placering i",
                                 "placeringsort :",
                                 "location :",
                                 "i hela",
                                 "centrala",
                                 "based in"};

constexpr Phrases kAddressLabels{"plats :", "adress :", "lokal :", "venue :", "place :", "var :"};
constexpr std::size_t kAddressWordsMax = 9;

// What follows the name of a county or of something that is only named after a place.
constexpr Phrases kElsewhereAfter{
    "län",    "läns",    "universitet", "universitets", "university", "tingsrätt", "högskola",
    "stift",  "tidning", "posten",      "- posten",     "hovrätt",    "domkyrka",  "kammarrätt",
    "county", "region",  "regionen",    "tekniska",     "- län",      "flygplats", "central",
    "ff"};

constexpr Phrases kCountyBefore{"region", "landstinget", "länsstyrelsen"};

constexpr Phrases kPassingBefore{"förvaltningsrätten",
                                 "kammarrätten",
                                 "tingsrätten",
                                 "hovrätten",
                                 "kansliet",
                                 "kansli",
                                 "kontoret",
                                 "universitetet",
                                 "högskolan",
                                 "disputation*",
                                 "disputerar",
                                 "finalists",
                                 "finalister",
                                 "huvudkontor*",
                                 "sjukhuset",
                                 "avdelningen",
                                 "född",
                                 "bor",
                                 "pressträff*",
                                 "tvätteriet",
                                 "festivalen",
                                 "administrative court"};

struct CountyForm {
  std::string_view phrase;
  std::string_view code;
};

// Beside "NAMEs län", "Region NAME" and, where no municipality is called so, the name alone.
constexpr std::array<CountyForm, 10> kCountyForms{{{"sörmland", "04"},
                                                   {"sörmlands", "04"},
                                                   {"västra götalandsregionen", "14"},
                                                   {"jämtland härjedalen", "23"},
                                                   {"scania", "12"},
                                                   {"hälsingland", "21"},
                                                   {"gästrikland", "21"},
                                                   {"ångermanland", "22"},
                                                   {"medelpad", "22"},
                                                   {"blekinge", "10"}}};

using NamesByWords = std::map<std::string, const Municipality*, std::less<>>;

std::string joined(WordSpan words, std::size_t begin, std::size_t end) {
  std::string text = words[begin].text;
  for (std::size_t i = begin + 1; i < end; ++i) text += ' ' + words[i].text;
  return text;
}

std::string folded(std::string_view name) {
  const std::vector<Word> words = words_of(name);
  return joined(words, 0, words.size());
}

// Every name as it is cut into words, and those that have another form.
const NamesByWords& names_by_words() {
  static const NamesByWords names = [] {
    NamesByWords made;
    for (const Municipality& each : municipalities()) made.emplace(folded(each.name), &each);
    made.emplace("gothenburg", made.at("göteborg"));
    made.emplace("falu", made.at("falun"));
    return made;
  }();
  return names;
}

bool begins_a_name(std::string_view letters) {
  const auto next = names_by_words().lower_bound(letters);
  return next != names_by_words().end() && next->first.starts_with(letters);
}

std::string_view without_genitive(std::string_view name) {
  return name.ends_with('s') ? name.substr(0, name.size() - 1) : name;
}

bool may_begin_a_name(const Word& word) {
  static const Beginnings beginnings = [] {
    Beginnings made;
    for (const auto& [name, municipality] : names_by_words()) made.add(name);
    return made;
  }();
  return beginnings.may_have(word) && begins_a_name(without_genitive(word.text));
}

const Municipality* named(std::string_view text) {
  const NamesByWords& names = names_by_words();
  auto found = names.find(text);
  if (found == names.end() && text.ends_with('s')) {
    found = names.find(text.substr(0, text.size() - 1));  // the genitive
  }
  return found == names.end() ? nullptr : found->second;
}

bool precedes(WordSpan words, std::size_t at, const Phrases& phrases) {
  for (std::size_t begin = at - std::min(at, kNameWordsMax); begin < at; ++begin) {
    if (words[begin].sentence != words[at].sentence) continue;
    if (longest_phrase(words, begin, phrases) == at - begin) return true;
  }
  return false;
}

bool is_in_passing(WordSpan words, std::size_t begin) {
  const std::size_t from = begin - std::min(begin, kBeforePassingMax);
  return contains_phrase(words, std::max(from, sentence_begin(words, begin)), begin,
                         kPassingBefore);
}

bool is_county_name(WordSpan words, const NamedMunicipality& found) {
  const bool is_gotland = found.municipality->code == "0980";
  return (!is_gotland && precedes(words, found.begin, kCountyBefore)) ||
         longest_phrase(words, found.end, kElsewhereAfter) > 0;
}

// "Plats: Regeringsgatan 60, Stockholm"
bool is_in_address(WordSpan words, std::size_t begin) {
  const std::size_t from = begin - std::min(begin, kAddressWordsMax);
  return begin > 0 && words[begin - 1].text == "," &&
         contains_phrase(words, std::max(from, sentence_begin(words, begin)), begin,
                         kAddressLabels);
}

Naming naming_of(WordSpan words, const NamedMunicipality& found) {
  if (longest_phrase(words, found.end, kOfficialAfter) > 0 ||
      precedes(words, found.begin, kOfficialBefore)) {
    return Naming::official;
  }
  if (is_in_passing(words, found.begin)) return Naming::passing;
  const bool is_located =
      precedes(words, found.begin, kLocatedBefore) || is_in_address(words, found.begin);
  return is_located ? Naming::located : Naming::bare;
}

bool is_ordinary(WordSpan words, const NamedMunicipality& found) {
  if (found.naming == Naming::official || found.naming == Naming::located) return false;
  const std::string text = joined(words, found.begin, found.end);
  return std::ranges::find(kOrdinaryWords, text) != kOrdinaryWords.end();
}

// "i Varberg och Kungsbacka": both are located.
bool is_joined(WordSpan words, const NamedMunicipality& before, const NamedMunicipality& found) {
  static constexpr Phrases kJoiners{"och", "and", ",", "samt", "eller"};
  return before.naming == Naming::located && found.begin == before.end + 1 &&
         longest_phrase(words, before.end, kJoiners) == 1;
}

// The longest name that begins at this word.
std::optional<NamedMunicipality> name_at(WordSpan words, std::size_t at) {
  if (!words[at].is_capital) return std::nullopt;
  if (!may_begin_a_name(words[at])) return std::nullopt;
  for (std::size_t length = kNameWordsMax; length > 0; --length) {
    if (at + length > words.size()) continue;
    if (words[at + length - 1].sentence != words[at].sentence) continue;
    const Municipality* found = named(joined(words, at, at + length));
    if (found != nullptr) return NamedMunicipality{found, Naming::bare, at, at + length};
  }
  return std::nullopt;
}

// As in addresses: "ornskoldsvik", "upplands-vasby".
std::string slug_of(std::string name) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kPlain{
      {{"å", "a"}, {"ä", "a"}, {"ö", "o"}, {" ", "-"}}};
  for (const auto& [letter, plain] : kPlain) {
    for (auto at = name.find(letter); at != std::string::npos; at = name.find(letter)) {
      name.replace(at, letter.size(), plain);
    }
  }
  return name;
}

const County* county_coded(std::string_view code) {
  const auto found = std::ranges::find(counties(), code, &County::code);
  return found == counties().end() ? nullptr : &*found;
}

struct CountyName {
  const County* county = nullptr;
  bool is_municipality_too = false;
};

// As they are cut into words.
const std::map<std::string, CountyName, std::less<>>& counties_by_words() {
  static const std::map<std::string, CountyName, std::less<>> names = [] {
    std::map<std::string, CountyName, std::less<>> made;
    for (const County& each : counties()) {
      const std::string name = folded(each.name);
      made.emplace(name, CountyName{&each, named(name) != nullptr});
    }
    return made;
  }();
  return names;
}

bool may_begin_a_county(const Word& word) {
  static const Beginnings beginnings = [] {
    Beginnings made;
    for (const auto& [name, county] : counties_by_words()) made.add_beginning(name);
    for (const CountyForm& form : kCountyForms) made.add(form.phrase);
    return made;
  }();
  return beginnings.may_have(word);
}

// The county whose name is words [at, end).
const County* county_named(WordSpan words, std::size_t at, std::size_t end) {
  const auto& names = counties_by_words();
  const std::string text = joined(words, at, end);
  auto found = names.find(text);
  if (found == names.end() && text.ends_with('s')) {
    found = names.find(std::string_view(text).substr(0, text.size() - 1));  // the genitive
  }
  if (found == names.end()) return nullptr;
  const bool is_named_county = is_word(words, end, "län") || is_word(words, end, "läns") ||
                               is_word(words, end, "county") || precedes(words, at, kCountyBefore);
  return is_named_county || !found->second.is_municipality_too ? found->second.county : nullptr;
}

const County* county_at(WordSpan words, std::size_t at) {
  if (words[at].text == "se" && at + 1 < words.size() && !words[at + 1].follows_space) {
    const std::string code = "SE" + words[at + 1].text;
    const auto found = std::ranges::find(counties(), code, &County::nuts);
    return found == counties().end() ? nullptr : &*found;
  }
  if (!words[at].is_capital || !may_begin_a_county(words[at])) return nullptr;
  for (const CountyForm& form : kCountyForms) {
    if (phrase_length(words, at, form.phrase) > 0) return county_coded(form.code);
  }
  for (std::size_t end = at + 1; end <= std::min(at + 2, words.size()); ++end) {
    const County* county = county_named(words, at, end);
    if (county != nullptr) return county;
  }
  return nullptr;
}

}  // namespace

std::vector<NamedMunicipality> named_municipalities(WordSpan words) {
  std::vector<NamedMunicipality> all;
  for (std::size_t i = 0; i < words.size(); ++i) {
    auto found = name_at(words, i);
    if (!found || is_county_name(words, *found)) continue;
    found->naming = naming_of(words, *found);
    const bool joins = !all.empty() && is_joined(words, all.back(), *found);
    if (found->naming == Naming::bare && joins) found->naming = Naming::located;
    i = found->end - 1;
    if (!is_ordinary(words, *found)) all.push_back(*found);
  }
  return all;
}

const Municipality* municipality_in_address(std::string_view url) {
  static const NamesByWords slugs = [] {
    NamesByWords made;
    for (const Municipality& each : municipalities()) {
      const std::string name = folded(each.name);
      if (std::ranges::find(kOrdinaryWords, name) == kOrdinaryWords.end()) {
        made.emplace(slug_of(name), &each);
      }
    }
    return made;
  }();
  for (std::size_t begin = 0; begin < url.size();) {
    const std::size_t end = std::min(url.find_first_of("/.?&=", begin), url.size());
    const auto found = slugs.find(url.substr(begin, end - begin));
    if (found != slugs.end()) return found->second;
    begin = end + 1;
  }
  return nullptr;
}

std::vector<const County*> named_counties(WordSpan words) {
  std::vector<const County*> all;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const County* county = county_at(words, i);
    if (county != nullptr && std::ranges::find(all, county) == all.end()) all.push_back(county);
  }
  return all;
}

}  // namespace fundwatch::feeds
