// The matcher against a slow and obvious one, on random items and profiles. The random texts are
// made of known words and gaps, so that the reference needs no reading of text: it tries every term
// at every word of every field.

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "matchers/profile.h"
#include "matchers/stems.h"

namespace fundwatch::matchers {
namespace {

struct Spelling {
  const char* bytes;    // as it stands in a text
  const char* letters;  // composed, without invisible characters
  const char* folded;
};

constexpr Spelling kSpellings[] = {
    {"social", "social", "social"},
    {"Sociala", "Sociala", "sociala"},
    {"SOCIALT", "SOCIALT", "socialt"},
    {"företag", "företag", "företag"},
    {"Fo\xCC\x88retagens", "Företagens", "företagens"},
    {"före\u00ADtagets", "företagets", "företagets"},
    {"enterprise", "enterprise", "enterprise"},
    {"Enterprises", "Enterprises", "enterprises"},
    {"ASF", "ASF", "asf"},
    {"asf", "asf", "asf"},
    {"ASFs", "ASFs", "asfs"},
    {"Åtgärder", "Åtgärder", "åtgärder"},
    {"atgarder", "atgarder", "atgarder"},
    {"18", "18", "18"},
    {"Straße", "Straße", "strasse"},
    {"STRASSE", "STRASSE", "strasse"},
};

struct Gap {
  const char* bytes;
  bool keeps_phrase;
};

constexpr Gap kGaps[] = {{" ", true},    {" ", true},      {"-", true},
                         {"\n\n", true}, {"\u00A0", true}, {", ", false},
                         {". ", false},  {":", false},     {"\u2014", false}};

struct Placed {
  Spelling spelling;
  bool follows = false;  // the word before, with nothing that breaks a phrase
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct RandomText {
  std::string bytes;
  std::vector<Placed> words;
};

class Dice {
 public:
  explicit Dice(unsigned seed) : engine_(seed) {}
  std::size_t below(std::size_t end) {
    return std::uniform_int_distribution<std::size_t>(0, end - 1)(engine_);
  }

 private:
  std::mt19937 engine_;
};

Spelling random_spelling(Dice& dice) { return kSpellings[dice.below(std::size(kSpellings))]; }

RandomText random_text(Dice& dice, std::size_t words_max) {
  RandomText text;
  bool follows = false;
  for (std::size_t count = dice.below(words_max + 1); count > 0; --count) {
    const Spelling spelling = random_spelling(dice);
    const std::size_t begin = text.bytes.size();
    text.bytes += spelling.bytes;
    text.words.push_back({spelling, follows, begin, text.bytes.size()});
    const Gap gap = kGaps[dice.below(std::size(kGaps))];
    text.bytes += gap.bytes;
    follows = gap.keeps_phrase;
  }
  return text;
}

struct RandomTerm {
  Term term;
  std::vector<Spelling> words;
};

RandomTerm random_term(Dice& dice) {
  RandomTerm result;
  for (std::size_t count = 1 + dice.below(3); count > 0; --count) {
    result.words.push_back(random_spelling(dice));
    if (!result.term.text.empty()) result.term.text += ' ';
    result.term.text += result.words.back().bytes;
  }
  const std::size_t role = dice.below(12);
  result.term.role = role == 0 ? TermRole::veto : role == 1 ? TermRole::required : TermRole::adds;
  result.term.weight = 0.25 * static_cast<double>(1 + dice.below(4));
  return result;
}

bool is_capitals(const std::string& word) {
  return word == "ASF" || word == "SOCIALT" || word == "STRASSE";
}

bool takes(const Spelling& wanted, const Spelling& given, Stemmer& stemmer) {
  const std::string letters = wanted.letters;
  if (is_capitals(letters)) return given.letters == letters || given.letters == letters + "s";
  const Stems a = stemmer.stems(wanted.folded);
  const Stems b = stemmer.stems(given.folded);
  return a.swedish == b.swedish || a.english == b.english;
}

bool stands(const RandomTerm& term, const RandomText& text, std::size_t first) {
  Stemmer stemmer;
  for (std::size_t i = 0; i < term.words.size(); ++i) {
    if (first + i >= text.words.size()) return false;
    if (i > 0 && !text.words[first + i].follows) return false;
    if (!takes(term.words[i], text.words[first + i].spelling, stemmer)) return false;
  }
  return true;
}

using Texts = std::vector<RandomText>;  // title, summary, text

std::vector<Reason> reference_reasons(const std::vector<RandomTerm>& terms, const Texts& texts) {
  std::vector<Reason> reasons;
  for (std::size_t field = 0; field < texts.size(); ++field) {
    const auto& words = texts[field].words;
    for (std::size_t i = 0; i < words.size(); ++i) {
      for (const RandomTerm& term : terms) {
        if (!stands(term, texts[field], i)) continue;
        reasons.push_back({term.term.text, term.term.weight, static_cast<Field>(field),
                           words[i].begin, words[i + term.words.size() - 1].end});
      }
    }
  }
  return reasons;
}

std::optional<double> reference_score(const std::vector<RandomTerm>& terms,
                                      const std::vector<Reason>& reasons) {
  double score = 0;
  for (const RandomTerm& term : terms) {
    const bool stood = std::ranges::find(reasons, term.term.text, &Reason::term) != reasons.end();
    if (term.term.role == TermRole::veto && stood) return std::nullopt;
    if (term.term.role == TermRole::required && !stood) return std::nullopt;
    if (stood) score += term.term.weight;
  }
  if (reasons.empty() || score < 1.0) return std::nullopt;
  return score;
}

std::vector<RandomTerm> random_terms(Dice& dice) {
  std::vector<RandomTerm> terms;
  for (std::size_t count = 1 + dice.below(8); count > 0; --count) {
    RandomTerm term = random_term(dice);
    const auto same = [&](const RandomTerm& other) { return other.term.text == term.term.text; };
    if (std::ranges::none_of(terms, same)) terms.push_back(std::move(term));
  }
  return terms;
}

TEST(Reference, AgreesOnRandomItems) {
  Dice dice(20270215);
  int hits = 0;
  for (int round = 0; round < 3000; ++round) {
    const auto terms = random_terms(dice);
    const Texts texts = {random_text(dice, 4), random_text(dice, 8), random_text(dice, 12)};
    Profile profile;
    for (const RandomTerm& term : terms) profile.terms.push_back(term.term);
    Item item;
    item.title = texts[0].bytes;
    item.summary = texts[1].bytes;
    item.text = texts[2].bytes;

    const auto matcher = Matcher::compile({profile});
    ASSERT_TRUE(matcher.ok()) << matcher.error().message;
    const auto found = matcher->match(item);
    const auto reasons = reference_reasons(terms, texts);
    const auto score = reference_score(terms, reasons);
    ASSERT_EQ(found.size(), score ? 1U : 0U) << round;
    if (!score) continue;
    ++hits;
    ASSERT_DOUBLE_EQ(found[0].score, *score) << round;
    ASSERT_EQ(found[0].reasons, reasons) << round;
  }
  EXPECT_GT(hits, 300);  // else the random items say nothing
}

}  // namespace
}  // namespace fundwatch::matchers
