// matchers/query.h — a rule as a person writes it, and the tree that it means.
//
//   socialt företag          words in a row; each stands for its inflected forms and its compounds
//   =bidrag                  that word's inflected forms only
//   medel -läkemedel         without these forms of the word before
//   "exactly these words"    in any case;   ="EaSI"   in this case
//   ASF                      capitals: in this case, a whole word, also ASF:s and ASF-nätverket
//   upphandling* *stöd *sysselsättning*   plain text, with an open end or beginning
//   a AND b, a OR b, NOT a, (a b)         OCH, ELLER and INTE too; AND binds closer than OR
//   a NEAR/5 b               at most five words on, in either order
//   title:a  title:(a OR b)  source: lang: cpv: nuts: reserved: social: place: kind:
//   status:  limited:elsewhere  deadline:<30d
//
// Pure. Says where a rule is wrong rather than guessing what it means: no rule ever means less than
// it says. What is allowed but unwise (matchers/rule_check) is another matter.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace fundwatch::matchers {

inline constexpr std::size_t kRuleCharactersMax = 2500;
inline constexpr std::size_t kRuleWordsMax = 200;  // excluded forms counted
inline constexpr int kRuleDepthMax = 20;
inline constexpr int kNearWordsMax = 100;
inline constexpr int kDeadlineDaysMax = 3650;

// How a word of a rule takes words of a text.
enum class Mode { forms_and_compounds, forms, exact, exact_case, acronym, beginning, end, part };

struct WordPattern {
  Mode mode = Mode::forms_and_compounds;
  std::string text;                   // folded; composed only for exact_case and acronym
  std::vector<std::string> excluded;  // folded
  std::string marks_before;           // what must stand before it: "4 kap. 18" has "." before 18
  bool operator==(const WordPattern&) const = default;
};

enum class FactField {
  source,
  language,
  cpv,
  nuts,
  reserved,
  social,
  place,
  kind,
  status,
  limited,
  deadline
};

// A leaf that asks what an item is rather than what it says.
struct Fact {
  FactField field = FactField::source;
  std::string value;      // folded; of cpv and nuts the beginning of the tree
  int days = 0;           // of a deadline: fewer than these days after it was seen,
  bool is_more = false;   // or more
  std::string home = {};  // of limited: NUTS code in small letters; empty: no county is home
  bool operator==(const Fact&) const = default;
};

struct Query {
  // phrase: `words`. fact: `fact`. near: two parts. all and any: two or more. none: one.
  enum class Kind { phrase, fact, near, all, any, none };
  Kind kind = Kind::phrase;
  bool in_title = false;  // of a phrase
  int distance = 0;       // of near
  std::vector<WordPattern> words;
  Fact fact;
  std::vector<Query> parts;
  std::size_t begin = 0;  // bytes [begin, end) of the rule
  std::size_t end = 0;
};

// Whether two trees mean the same, wherever they stand.
bool is_same(const Query& a, const Query& b);

// What can be wrong with a rule; matchers/rule_words says it in words.
enum class FaultKind {
  not_utf8,
  too_long,
  too_many_words,
  too_deep,
  empty,
  no_word,
  unclosed_quote,
  empty_quote,
  unclosed_parenthesis,
  stray_parenthesis,
  empty_parenthesis,
  missing_operand,   // of AND, OR, NOT or NEAR
  missing_operator,  // between two parts
  unknown_field,
  field_in_title,
  stray_equals,
  stray_star,
  near_distance,
  near_operand,  // not words
  bad_deadline,
  stray_exclusion
};

// Bytes [begin, end) of the rule are what is wrong; `hint` is what to write, where that is known.
struct QueryFault {
  FaultKind kind = FaultKind::empty;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string hint;
};

// The tree, or the first fault.
std::variant<Query, QueryFault> parse_query(std::string_view rule);

}  // namespace fundwatch::matchers
