#include "matchers/families.h"

#include <algorithm>
#include <array>
#include <set>
#include <span>
#include <utility>

#include "base/text.h"
#include "matchers/irregular.h"

namespace fundwatch::matchers {
namespace {

// Shorter words have too many neighbours by chance: lag and laga, mål and måla, form and formal.
constexpr std::size_t kVerbOfNounLettersMin = 4;
constexpr std::size_t kDerivingLettersMin = 5;

// What one word ends in and the other.
struct Pattern {
  std::string_view from;
  std::string_view to;
};
using Patterns = std::span<const Pattern>;

// A deed and who does it: utlysning, arbetsträning, ansökan, integration. What it is done to is an
// adjective: anställd, finansierad, nedsatt.
constexpr auto kVerbOfDeed =
    std::to_array<Pattern>({{"ning", "a"}, {"ing", "a"}, {"an", "a"}, {"ation", "era"}});
constexpr auto kVerbOfState =
    std::to_array<Pattern>({{"ad", "a"}, {"d", "a"}, {"satt", "sätta"}, {"t", "a"}});

constexpr auto kNounOfVerb = std::to_array<Pattern>(
    {{"a", "ning"}, {"a", "ing"}, {"a", "an"}, {"a", "are"}, {"era", "ation"}, {"iera", "iär"}});
constexpr auto kStateOfVerb = std::to_array<Pattern>({{"a", "ad"}, {"a", "d"}, {"sätta", "satt"}});

// A noun that is itself what its verb does: vård, stöd, arbete.
constexpr auto kVerbOfNoun = std::to_array<Pattern>({{"", "a"}, {"", "ja"}, {"e", "a"}});

constexpr auto kAdjectiveOfNoun = std::to_array<Pattern>({{"", "al"}, {"", "ell"}});
constexpr auto kNounOfNoun = std::to_array<Pattern>({{"", "are"}, {"", "ande"}, {"", "skap"}});

// Adjectives from which the noun in -het takes nothing but its being a noun; verksamhet is not
// what is verksam.
constexpr auto kPlainAdjectives =
    std::to_array<std::string_view>({"lös", "bar", "aktig", "ad", "d"});

// `word` with the pattern's ending changed; empty if it has another, or is nothing without it.
std::string changed(std::string_view word, const Pattern& pattern) {
  if (!word.ends_with(pattern.from) || word.size() <= pattern.from.size() + 1) return {};
  return std::string(word.substr(0, word.size() - pattern.from.size())) + std::string(pattern.to);
}

// True of what has a form for things (-t) and one for many (-a): anställd, but not nämnd.
bool is_adjective(const Lexicon& lexicon, std::string_view word) {
  if (word.empty()) return false;
  const std::string whole(word);
  const std::string stem = whole.substr(0, whole.size() - 1);
  return std::ranges::any_of(headwords_with_base(lexicon, word), [&](HeadwordId owner) {
    const bool has_neuter =
        lexicon.has_form(owner, whole + "t") || lexicon.has_form(owner, stem + "t");
    return has_neuter && lexicon.has_form(owner, whole + "a");
  });
}

// The forms of a word that is a base, or else those of its owners that begin like it: företagare
// stands in the dictionary as a form of företaga.
std::vector<std::string> forms_of_word(const Lexicon& lexicon, std::string_view word) {
  std::vector<std::string> forms;
  const auto own = headwords_with_base(lexicon, word);
  for (const HeadwordId headword : own) {
    for (const std::string_view form : lexicon.forms(headword)) forms.emplace_back(form);
  }
  if (!own.empty()) return forms;
  const std::string_view stem = word.substr(0, word.size() - (word.ends_with('e') ? 1 : 0));
  for (const HeadwordId headword : lexicon.headwords_of(word)) {
    for (const std::string_view form : lexicon.forms(headword)) {
      if (form.starts_with(stem)) forms.emplace_back(form);
    }
  }
  return forms;
}

// Collects relatives, each once.
class Family {
 public:
  Family(const Lexicon& lexicon, std::string_view word) : lexicon_(lexicon) { seen_.emplace(word); }

  void add(const std::string& word) {
    if (word.empty() || !lexicon_.is_word(word) || !seen_.insert(word).second) return;
    std::vector<std::string> forms = forms_of_word(lexicon_, word);
    for (std::string& form : irregular_forms(lexicon_, word)) forms.push_back(std::move(form));
    found_.push_back({word, std::move(forms)});
  }

  void add_adjective(const std::string& word) {
    if (is_adjective(lexicon_, word)) add(word);
  }

  void add_verb(const std::string& verb) {
    add(verb);
    for (const Pattern& pattern : kNounOfVerb) add(changed(verb, pattern));
    for (const Pattern& pattern : kStateOfVerb) add_adjective(changed(verb, pattern));
  }

  void add_verbs(std::string_view word, Patterns patterns) {
    for (const Pattern& pattern : patterns) {
      const std::string verb = changed(word, pattern);
      if (is_verb(lexicon_, verb)) add_verb(verb);
    }
  }

  std::vector<Relative> found() && { return std::move(found_); }

 private:
  const Lexicon& lexicon_;
  std::set<std::string, std::less<>> seen_;
  std::vector<Relative> found_;
};

// A verb that has a noun of its own in -ing is not what the shorter noun does: lag, laga, lagning.
bool has_noun_of_its_own(const Lexicon& lexicon, const std::string& verb) {
  return !headwords_with_base(lexicon, changed(verb, {"a", "ning"})).empty() ||
         !headwords_with_base(lexicon, changed(verb, {"a", "ing"})).empty();
}

void add_verbs_of_noun(const Lexicon& lexicon, std::string_view noun, Family& family) {
  if (utf8_length(noun) < kVerbOfNounLettersMin) return;
  for (const Pattern& pattern : kVerbOfNoun) {
    const std::string verb = changed(noun, pattern);
    if (is_verb(lexicon, verb) && !has_noun_of_its_own(lexicon, verb)) family.add(verb);
  }
}

void add_of_noun(std::string_view noun, Family& family) {
  if (utf8_length(noun) < kDerivingLettersMin) return;
  for (const Pattern& pattern : kAdjectiveOfNoun) family.add_adjective(changed(noun, pattern));
  for (const Pattern& pattern : kNounOfNoun) family.add(changed(noun, pattern));
}

void add_of_adjective(const Lexicon& lexicon, std::string_view word, Family& family) {
  if (is_adjective(lexicon, word)) {
    family.add(changed(word, {"", "het"}));
    family.add_verbs(word, kVerbOfState);
  }
  const std::string adjective = changed(word, {"het", ""});
  const bool is_plain = std::ranges::any_of(
      kPlainAdjectives, [&](std::string_view ending) { return adjective.ends_with(ending); });
  if (is_plain) family.add_adjective(adjective);
}

}  // namespace

std::vector<Relative> relatives(const Lexicon& lexicon, std::string_view word) {
  Family family(lexicon, word);
  if (is_verb(lexicon, word)) {
    family.add_verb(std::string(word));
  } else {
    add_verbs_of_noun(lexicon, word, family);
    add_of_noun(word, family);
  }
  family.add_verbs(word, kVerbOfDeed);
  add_of_adjective(lexicon, word, family);
  return std::move(family).found();
}

std::vector<HeadwordId> headwords_with_base(const Lexicon& lexicon, std::string_view word) {
  std::vector<HeadwordId> found;
  for (const HeadwordId owner : lexicon.headwords_of(word)) {
    if (lexicon.base(owner) == word && !lexicon.is_name(owner)) found.push_back(owner);
  }
  return found;
}

bool is_verb(const Lexicon& lexicon, std::string_view word) {
  return std::ranges::any_of(headwords_with_base(lexicon, word),
                             [&](HeadwordId owner) { return is_verb(lexicon, owner); });
}

bool is_verb(const Lexicon& lexicon, HeadwordId headword) {
  const std::string whole(lexicon.base(headword));
  const std::string stem = whole.substr(0, whole.size() - 1);
  const auto has = [&](const std::string& form) { return lexicon.has_form(headword, form); };
  if (whole.ends_with('a')) return has(whole + "r") || has(stem + "er") || has(whole + "nde");
  return has(whole + "r") && has(whole + "s") && !has(whole + "n");  // bo, tro; not ko, ämne
}

}  // namespace fundwatch::matchers
