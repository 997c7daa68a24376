// The matcher against a slow and obvious one, on random rules and texts. The random texts are made
// of known words and gaps, and the random rules are trees that are written out as rules, so that
// the reference needs no reading of either: it tries every word of a rule at every word of a text.

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "matchers/keywords.h"
#include "matchers/matcher.h"

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
    {"ASF:s", "ASF", "asf"},
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
                         {". ", false},  {"; ", false},    {"\u2014", false}};

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

// ---------------------------------------------------------------- texts

struct Placed {
  Spelling spelling;
  Field field = Field::title;
  bool follows = false;  // the word before, with nothing that breaks a phrase
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct RandomItem {
  Item item;
  std::vector<Placed> words;  // of title, summary and text
};

void add_text(Dice& dice, std::size_t words_max, Field field, std::string& text,
              std::vector<Placed>& words) {
  bool follows = false;
  for (std::size_t count = dice.below(words_max + 1); count > 0; --count) {
    const Spelling spelling = random_spelling(dice);
    const std::size_t begin = text.size();
    text += spelling.bytes;
    words.push_back({spelling, field, follows, begin, text.size()});
    const Gap gap = kGaps[dice.below(std::size(kGaps))];
    text += gap.bytes;
    follows = gap.keeps_phrase;
  }
}

RandomItem random_item(Dice& dice) {
  RandomItem random;
  add_text(dice, 4, Field::title, random.item.title, random.words);
  add_text(dice, 8, Field::summary, random.item.summary, random.words);
  add_text(dice, 12, Field::text, random.item.text, random.words);
  random.item.language = dice.below(2) == 0 ? "de" : "fi";
  return random;
}

// ---------------------------------------------------------------- rules

enum class How { word, forms, exact, exact_case, beginning, end, part };

struct RandomWord {
  How how = How::word;
  Spelling spelling{};
  std::optional<Spelling> excluded;
};

struct Tree {
  enum class Kind { phrase, language, near, all, any, none };
  Kind kind = Kind::phrase;
  std::vector<RandomWord> words;
  bool in_title = false;
  std::size_t distance = 0;
  std::string language;
  std::vector<Tree> parts;
};

RandomWord random_word(Dice& dice) {
  RandomWord word;
  word.how = static_cast<How>(dice.below(7));
  word.spelling = random_spelling(dice);
  const bool may_exclude = word.how != How::exact && word.how != How::exact_case;
  if (may_exclude && dice.below(6) == 0) word.excluded = random_spelling(dice);
  return word;
}

bool is_capitals(const std::string& word) {
  return word == "ASF" || word == "SOCIALT" || word == "STRASSE";
}

bool is_keyword(const RandomWord& word) {
  const std::string letters = word.spelling.letters;
  return (word.how == How::word || word.how == How::forms) && !is_capitals(letters) &&
         letters != "18";
}

Tree random_phrase(Dice& dice) {
  Tree tree;
  for (std::size_t count = 1 + dice.below(3); count > 0; --count) {
    RandomWord word = random_word(dice);
    const bool is_fixed = (word.how == How::word || word.how == How::forms) && !is_keyword(word);
    if (is_fixed) word.excluded.reset();
    tree.words.push_back(word);
  }
  return tree;
}

Tree random_near(Dice& dice) {
  Tree tree{.kind = Tree::Kind::near};
  tree.distance = 1 + dice.below(4);
  for (int i = 0; i < 2; ++i) {
    if (dice.below(4) != 0) {
      tree.parts.push_back(random_phrase(dice));
    } else {
      tree.parts.push_back({.kind = Tree::Kind::any});
      tree.parts.back().parts = {random_phrase(dice), random_phrase(dice)};
    }
  }
  return tree;
}

Tree random_tree(Dice& dice, int depth) {
  const std::size_t choice = depth == 0 ? dice.below(3) : dice.below(9);
  if (choice < 3) {
    Tree tree = random_phrase(dice);
    tree.in_title = dice.below(6) == 0;
    return tree;
  }
  if (choice == 3) return random_near(dice);
  if (choice == 4) {
    return {.kind = Tree::Kind::language, .language = dice.below(2) == 0 ? "de" : "fi"};
  }
  Tree tree{.kind = choice == 5  ? Tree::Kind::none
                    : choice < 8 ? Tree::Kind::any
                                 : Tree::Kind::all};
  const std::size_t parts = tree.kind == Tree::Kind::none ? 1 : 2 + dice.below(2);
  for (std::size_t i = 0; i < parts; ++i) tree.parts.push_back(random_tree(dice, depth - 1));
  return tree;
}

std::string written(const RandomWord& word) {
  const std::string bytes = word.spelling.bytes;
  std::string text;
  switch (word.how) {
    case How::word: text = bytes; break;
    case How::forms: text = "=" + bytes; break;
    case How::exact: text = "\"" + bytes + "\""; break;
    case How::exact_case: text = "=\"" + bytes + "\""; break;
    case How::beginning: text = bytes + "*"; break;
    case How::end: text = "*" + bytes; break;
    case How::part: text = "*" + bytes + "*"; break;
  }
  return word.excluded ? text + " -" + word.excluded->bytes : text;
}

std::string written(const Tree& tree) {
  std::string text;
  switch (tree.kind) {
    case Tree::Kind::phrase:
      for (const RandomWord& word : tree.words) text += (text.empty() ? "" : " ") + written(word);
      return tree.in_title ? "title:(" + text + ")" : text;
    case Tree::Kind::language: return "lang:" + tree.language;
    case Tree::Kind::none: return "NOT (" + written(tree.parts[0]) + ")";
    case Tree::Kind::near:
    case Tree::Kind::all:
    case Tree::Kind::any: break;
  }
  const std::string between = tree.kind == Tree::Kind::any ? " OR "
                              : tree.kind == Tree::Kind::all
                                  ? " OCH "
                                  : " NEAR/" + std::to_string(tree.distance) + " ";
  for (const Tree& part : tree.parts) {
    text += (text.empty() ? "(" : between + "(") + written(part) + ")";
  }
  return text;
}

// ---------------------------------------------------------------- the reference

struct Span {
  std::size_t first = 0;
  std::size_t last = 0;
  auto operator<=>(const Span&) const = default;
};

bool takes_open(const RandomWord& word, const std::string& folded) {
  const std::string wanted = word.spelling.folded;
  if (word.excluded && folded == word.excluded->folded) return false;
  if (word.how == How::beginning) return folded.starts_with(wanted);
  if (word.how == How::end) return folded.ends_with(wanted);
  return folded.find(wanted) != std::string::npos;
}

bool takes(const RandomWord& word, const Spelling& given) {
  const std::string letters = word.spelling.letters;
  const std::string folded = given.folded;
  if (is_keyword(word)) {
    Keywords keywords(nullptr);
    Keyword keyword{
        word.spelling.folded, word.how == How::word ? Reach::with_compounds : Reach::inflected, {}};
    if (word.excluded) keyword.excluded.emplace_back(word.excluded->folded);
    const KeywordId id = keywords.add(keyword);
    const auto found = keywords.of(folded);
    return std::ranges::find(found, id) != found.end();
  }
  switch (word.how) {
    case How::word:
    case How::forms:
      if (letters == "18") return folded == letters;
      return given.letters == letters || given.letters == letters + "s";
    case How::exact: return folded == word.spelling.folded;
    case How::exact_case: return given.letters == letters;
    case How::beginning:
    case How::end:
    case How::part: break;
  }
  return takes_open(word, folded);
}

using Spans = std::set<Span>;

Spans spans(const Tree& tree, const std::vector<Placed>& text);

Spans spans_of_phrase(const Tree& tree, const std::vector<Placed>& text) {
  Spans found;
  for (std::size_t first = 0; first + tree.words.size() <= text.size(); ++first) {
    bool stands = !tree.in_title || text[first].field == Field::title;
    for (std::size_t i = 0; i < tree.words.size() && stands; ++i) {
      stands =
          takes(tree.words[i], text[first + i].spelling) && (i == 0 || text[first + i].follows);
    }
    if (stands) found.insert({first, first + tree.words.size() - 1});
  }
  return found;
}

// How many words on; 0 where the two overlap.
std::size_t distance_of(const Span& a, const Span& b) {
  if (a.last < b.first) return b.first - a.last;
  return b.last < a.first ? a.first - b.last : 0;
}

// For each span of the one the nearest of the other; of equally near ones that before it, and of
// those that begin or end at the same word the shortest.
Spans spans_of_near(const Tree& tree, const std::vector<Placed>& text) {
  Spans found;
  for (const Span& one : spans(tree.parts[0], text)) {
    using Rank = std::tuple<std::size_t, bool, std::size_t>;
    std::optional<std::pair<Rank, Span>> best;
    for (const Span& other : spans(tree.parts[1], text)) {
      const std::size_t distance = distance_of(one, other);
      const bool is_near = distance > 0 && distance <= tree.distance;
      if (!is_near || text[one.first].field != text[other.first].field) continue;
      const Rank rank{distance, other.first > one.first, other.last - other.first};
      if (!best || rank < best->first) best = {rank, other};
    }
    if (!best) continue;
    found.insert({std::min(one.first, best->second.first), std::max(one.last, best->second.last)});
  }
  return found;
}

Spans spans(const Tree& tree, const std::vector<Placed>& text) {
  if (tree.kind == Tree::Kind::phrase) return spans_of_phrase(tree, text);
  if (tree.kind == Tree::Kind::near) return spans_of_near(tree, text);
  Spans found;
  for (const Tree& part : tree.parts) found.merge(spans(part, text));
  return found;
}

bool holds(const Tree& tree, const RandomItem& random) {
  const auto part_holds = [&](const Tree& part) { return holds(part, random); };
  switch (tree.kind) {
    case Tree::Kind::phrase:
    case Tree::Kind::near: return !spans(tree, random.words).empty();
    case Tree::Kind::language: return random.item.language == tree.language;
    case Tree::Kind::none: return !holds(tree.parts[0], random);
    case Tree::Kind::all: return std::ranges::all_of(tree.parts, part_holds);
    case Tree::Kind::any: break;
  }
  return std::ranges::any_of(tree.parts, part_holds);
}

// Where that which makes it hold stands.
Spans reasons(const Tree& tree, const RandomItem& random) {
  if (!holds(tree, random)) return {};
  if (tree.kind == Tree::Kind::phrase || tree.kind == Tree::Kind::near) {
    return spans(tree, random.words);
  }
  Spans found;
  if (tree.kind == Tree::Kind::none) return found;
  for (const Tree& part : tree.parts) found.merge(reasons(part, random));
  return found;
}

struct RandomTerm {
  Tree tree;
  Term term;
};

std::optional<Hit> reference_hit(const std::vector<RandomTerm>& terms, const RandomItem& random) {
  double strong = 0;
  double context = 0;
  bool has_any = false;
  for (const RandomTerm& each : terms) {
    const bool stood = holds(each.tree, random);
    has_any = has_any || stood;
    if (each.term.role == TermRole::veto && stood) return std::nullopt;
    if (each.term.role == TermRole::required && !stood) return std::nullopt;
    if (stood) (each.term.role == TermRole::context ? context : strong) += each.term.weight;
  }
  Hit hit;
  hit.score = strong > 0 ? strong + context : 0;
  if (!has_any || hit.score < 1.0) return std::nullopt;
  for (const RandomTerm& each : terms) {
    if (!holds(each.tree, random)) continue;
    const auto places = reasons(each.tree, random);
    for (const Span& span : places) {
      const Placed& first = random.words[span.first];
      hit.reasons.push_back({each.term.text, each.term.weight, first.field, first.begin,
                             random.words[span.last].end, each.term.role});
    }
    if (places.empty()) {
      hit.reasons.push_back({each.term.text, each.term.weight, Field::facts, 0, 0, each.term.role});
    }
  }
  std::ranges::stable_sort(hit.reasons, [](const Reason& a, const Reason& b) {
    return std::tie(a.field, a.begin) < std::tie(b.field, b.begin);
  });
  return hit;
}

std::vector<RandomTerm> random_terms(Dice& dice) {
  constexpr TermRole kRoles[] = {TermRole::adds, TermRole::adds,    TermRole::adds,
                                 TermRole::adds, TermRole::context, TermRole::required,
                                 TermRole::veto};
  std::vector<RandomTerm> terms;
  for (std::size_t count = 1 + dice.below(6); count > 0; --count) {
    RandomTerm each{random_tree(dice, 2), {}};
    each.term.text = written(each.tree);
    each.term.role = kRoles[dice.below(std::size(kRoles))];
    each.term.weight = 0.25 * static_cast<double>(1 + dice.below(4));
    const auto is_same = [&](const RandomTerm& other) { return other.term.text == each.term.text; };
    if (std::ranges::none_of(terms, is_same)) terms.push_back(std::move(each));
  }
  return terms;
}

TEST(Reference, AgreesOnRandomRulesAndTexts) {
  Dice dice(20270215);
  int hits = 0;
  for (int round = 0; round < 2000; ++round) {
    const auto terms = random_terms(dice);
    Profile profile;
    for (const RandomTerm& each : terms) profile.terms.push_back(each.term);
    const auto matcher = Matcher::compile({profile}, nullptr);
    ASSERT_TRUE(matcher.ok()) << matcher.error().message;
    for (int items = 0; items < 3; ++items) {  // so that what is remembered is used
      const RandomItem random = random_item(dice);
      const auto found = matcher->match({random.item, ""});
      const auto expected = reference_hit(terms, random);
      ASSERT_EQ(found.size(), expected ? 1U : 0U) << terms[0].term.text;
      if (!expected) continue;
      ++hits;
      ASSERT_DOUBLE_EQ(found[0].score, expected->score);
      ASSERT_EQ(found[0].reasons, expected->reasons) << terms[0].term.text;
    }
  }
  EXPECT_GT(hits, 600);  // else the random items say nothing
}

}  // namespace
}  // namespace fundwatch::matchers
