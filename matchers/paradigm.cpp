#include "matchers/paradigm.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/text.h"
#include "matchers/compounds.h"
#include "matchers/families.h"
#include "matchers/irregular.h"

namespace fundwatch::matchers {
namespace {

// A last part of fewer letters gives a word no paradigm, and derives none.
constexpr std::size_t kLastPartLettersMin = 4;
constexpr std::size_t kDerivingPartLettersMin = 5;

// A word as the lexicon sees it: what stands before the part that it knows, often nothing.
struct Lemma {
  std::string before;
  std::string part;
};

void make_set(std::vector<std::string>& words) {
  std::ranges::sort(words);
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

// The headwords a form belongs to: those it is the base of, else all; names only if there is
// nothing else. So lag does not become laga, and planer is plan.
std::vector<HeadwordId> headwords_meant(const Lexicon& lexicon, std::string_view form) {
  std::vector<HeadwordId> words = headwords_with_base(lexicon, form);
  if (!words.empty()) return words;
  const auto owners = lexicon.headwords_of(form);
  std::ranges::copy_if(owners, std::back_inserter(words),
                       [&](HeadwordId owner) { return !lexicon.is_name(owner); });
  if (words.empty()) words.assign(owners.begin(), owners.end());
  return words;
}

// The longest known end of the word, of at least so many letters, behind words or a particle.
std::optional<Lemma> divided(const Lexicon& lexicon, std::string_view word, std::size_t letters) {
  for (std::size_t i = 1; i < word.size(); ++i) {
    if (!begins_character(word, i)) continue;
    const std::string_view part = word.substr(i);
    if (utf8_length(part) < letters) break;
    if (!lexicon.is_word(part)) continue;
    const std::string_view before = word.substr(0, i);
    if (is_particle(before) || can_stand_before(lexicon, before)) {
      return Lemma{std::string(before), std::string(part)};
    }
  }
  return std::nullopt;
}

// How nouns and adjectives may end before another word where the dictionary does not say.
struct Shape {
  std::string_view alone;
  std::string_view linked;
};
constexpr auto kShapes = std::to_array<Shape>({{"", ""},
                                               {"", "s"},
                                               {"", "e"},
                                               {"a", ""},
                                               {"a", "e"},
                                               {"a", "o"},
                                               {"a", "u"},
                                               {"e", "s"},
                                               {"e", ""},
                                               {"ium", "ie"}});

// Builds a Paradigm from lemmas.
class ParadigmBuilder {
 public:
  explicit ParadigmBuilder(const Lexicon& lexicon) : lexicon_(lexicon) {}

  void inflect(const Lemma& lemma) {
    for (const HeadwordId headword : headwords_meant(lexicon_, lemma.part)) {
      for (const std::string_view form : lexicon_.forms(headword)) {
        paradigm_.inflected.push_back(lemma.before + std::string(form));
      }
      combine(lemma.before, headword);
    }
    inflect_irregularly(lemma);
  }

  void inflect_irregularly(const Lemma& lemma) {
    for (const HeadwordId headword : headwords_meant(lexicon_, lemma.part)) {
      for (const std::string& form : irregular_forms(lexicon_, lexicon_.base(headword))) {
        paradigm_.inflected.push_back(lemma.before + form);
      }
    }
  }

  void derive(const Lemma& lemma) {
    derive_from(lemma.before, lemma.part);
    for (const HeadwordId headword : headwords_meant(lexicon_, lemma.part)) {
      if (lexicon_.base(headword) != lemma.part) {
        derive_from(lemma.before, lexicon_.base(headword));
      }
    }
  }

  Paradigm paradigm() && {
    make_set(paradigm_.inflected);
    make_set(paradigm_.derived);
    make_set(paradigm_.combining);
    return std::move(paradigm_);
  }

 private:
  void derive_from(const std::string& before, std::string_view base) {
    for (const Relative& relative : relatives(lexicon_, base)) {
      for (const std::string& form : relative.forms) paradigm_.derived.push_back(before + form);
      for (const HeadwordId headword : headwords_meant(lexicon_, relative.word)) {
        combine(before, headword);
      }
    }
  }

  // Verbs stand before other words as nouns made of them only.
  void combine(const std::string& before, HeadwordId headword) {
    std::vector<std::string> shapes;
    for (const std::string_view shape : lexicon_.combining_forms(headword)) {
      shapes.emplace_back(shape);
    }
    if (!is_verb(lexicon_, headword)) {
      append_shapes(lexicon_.base(headword), shapes);
    }
    for (const std::string& shape : shapes) paradigm_.combining.push_back(before + shape);
  }

  // The shapes that the dictionary knows before other words, whether or not it says of what; if
  // there are none, the bare word and the commonest link.
  void append_shapes(std::string_view base, std::vector<std::string>& shapes) const {
    for (const auto& [alone, linked] : kShapes) {
      if (!base.ends_with(alone)) continue;
      std::string shape(base.substr(0, base.size() - alone.size()));
      shape += linked;
      if ((lexicon_.uses(shape) & kBeginsCompound) != 0) shapes.push_back(std::move(shape));
    }
    // Who does something always loses the e: handledar|stöd.
    if (base.ends_with("are")) shapes.emplace_back(base.substr(0, base.size() - 1));
    if (!shapes.empty()) return;
    shapes.emplace_back(base);
    shapes.push_back(std::string(base) + "s");
  }

  const Lexicon& lexicon_;
  Paradigm paradigm_;
};

}  // namespace

Paradigm paradigm_of(const Lexicon& lexicon, std::string_view word) {
  ParadigmBuilder builder(lexicon);
  if (lexicon.is_word(word)) {
    const Lemma whole{"", std::string(word)};
    builder.inflect(whole);
    builder.derive(whole);
    if (const auto lemma = divided(lexicon, word, kLastPartLettersMin)) {
      builder.inflect_irregularly(*lemma);
    }
    if (const auto lemma = divided(lexicon, word, kDerivingPartLettersMin)) builder.derive(*lemma);
  } else if (const auto lemma = divided(lexicon, word, kLastPartLettersMin)) {
    builder.inflect(*lemma);
    builder.derive(*lemma);
  }
  return std::move(builder).paradigm();
}

}  // namespace fundwatch::matchers
