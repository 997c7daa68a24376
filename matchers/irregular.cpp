#include "matchers/irregular.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "matchers/compounds.h"
#include "matchers/families.h"

namespace fundwatch::matchers {
namespace {

// Verbs of which no rule makes preterite, supine and participle. They inflect alike behind every
// prefix. A closed class: the language makes no new ones.
struct IrregularVerb {
  std::string_view infinitive;
  std::string_view forms;
};
constexpr auto kIrregularVerbs = std::to_array<IrregularVerb>({
    {"dra", "drog drogs dragit dragits"},
    {"ta", "tog togs tagit tagits"},
    {"ge", "gav gavs gett getts givit givits given givet givna"},
    {"gå", "gick gått gången gånget gångna"},
    {"stå", "stod stått"},
    {"se", "såg sågs sett setts sedd sedda"},
    {"få", "fick fått"},
    {"slå", "slog slogs slagit slagits slagen slaget slagna"},
    {"bli", "blev blivit bliven blivet blivna"},
    {"bära", "bar burit burits buren buret burna"},
    {"skära", "skar skurit skuren skuret skurna"},
    {"lägga", "lade lades lagt lagts lagd lagda"},
    {"sätta", "satte sattes satt satta satts"},
    {"säga", "sade sades sagt sagts sagd sagda"},
    {"välja", "valde valdes valt valts vald valda"},
    {"sälja", "sålde såldes sålt sålts såld sålda"},
    {"göra", "gör gjorde gjordes gjort gjorts gjord gjorda"},
    {"ligga", "låg legat"},
    {"sitta", "satt suttit"},
    {"komma", "kom kommit kommen kommet komna"},
    {"hålla", "höll hölls hållit hållits hållen hållet hållna"},
});

// So short an infinitive ends many verbs by chance: only behind a particle is it itself.
constexpr std::size_t kShortInfinitiveBytesMax = 4;

void append_of_verb(std::string_view verb, std::vector<std::string>& to) {
  for (const auto& [infinitive, forms] : kIrregularVerbs) {
    if (!verb.ends_with(infinitive)) continue;
    const std::string prefix(verb.substr(0, verb.size() - infinitive.size()));
    const bool is_short = infinitive.size() <= kShortInfinitiveBytesMax;
    if (is_short && !prefix.empty() && !is_particle(prefix)) continue;
    for (const std::string_view form : split(forms, ' ')) to.push_back(prefix + std::string(form));
  }
}

// stödjer and stödde stand in the dictionary by themselves.
void append_of_verb_in_ja(const Lexicon& lexicon, std::string_view verb,
                          std::vector<std::string>& to) {
  if (!verb.ends_with("ja")) return;
  const std::string stem(verb.substr(0, verb.size() - 2));
  for (const char* ending : {"jer", "jes", "de", "des"}) {
    if (lexicon.is_word(stem + ending)) to.push_back(stem + ending);
  }
}

// The last of a, o and å becomes ä or ö: stad, städ-; bok, bök-. Empty if there is none.
std::string with_changed_vowel(std::string_view word) {
  constexpr std::array<std::array<std::string_view, 2>, 3> kVowels{
      {{"a", "ä"}, {"o", "ö"}, {"å", "ä"}}};
  std::size_t last = 0;
  std::string changed;
  for (const auto& [from, to] : kVowels) {
    const auto position = word.rfind(from);
    if (position == std::string_view::npos || (!changed.empty() && position < last)) continue;
    last = position;
    changed = word;
    changed.replace(position, from.size(), to);
  }
  return changed;
}

// A noun, by its definite form, of which the dictionary knows no plural.
bool lacks_plural(const Lexicon& lexicon, std::string_view noun) {
  const std::string whole(noun);
  return std::ranges::any_of(headwords_with_base(lexicon, noun), [&](HeadwordId owner) {
    const auto has = [&](const char* ending) { return lexicon.has_form(owner, whole + ending); };
    return (has("en") || has("et") || has("n")) && !has("er") && !has("ar") && !has("r");
  });
}

void append_plural(const Lexicon& lexicon, std::string_view noun, std::vector<std::string>& to) {
  if (!lacks_plural(lexicon, noun)) return;
  std::vector<std::string> plurals;
  if (noun.ends_with('e')) plurals.push_back(std::string(noun) + "r");
  const std::string stem = with_changed_vowel(noun);
  if (!stem.empty()) {
    plurals.push_back(stem + "er");
    plurals.push_back(stem + stem.back() + "er");
  }
  for (const std::string& plural : plurals) {
    if (!lexicon.is_word(plural)) continue;
    for (const char* ending : {"", "s", "na", "nas"}) to.push_back(plural + ending);
  }
}

void append_of_noun_in_um(const Lexicon& lexicon, std::string_view noun,
                          std::vector<std::string>& to) {
  if (!noun.ends_with("um")) return;
  const std::string stem(noun.substr(0, noun.size() - 2));
  for (const char* ending : {"et", "ets", "er", "ers", "erna", "ernas"}) {
    if (lexicon.is_word(stem + ending)) to.push_back(stem + ending);
  }
}

}  // namespace

std::vector<std::string> irregular_forms(const Lexicon& lexicon, std::string_view word) {
  std::vector<std::string> forms;
  if (is_verb(lexicon, word)) {
    append_of_verb(word, forms);
    append_of_verb_in_ja(lexicon, word, forms);
  } else {
    append_plural(lexicon, word, forms);
    append_of_noun_in_um(lexicon, word, forms);
  }
  return forms;
}

}  // namespace fundwatch::matchers
