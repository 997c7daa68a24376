#include "matchers/query.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "base/text.h"
#include "matchers/query_lexer.h"
#include "matchers/words.h"

namespace fundwatch::matchers {
namespace {

constexpr std::size_t kCpvDigits = 8;
constexpr std::size_t kCpvDivisionDigits = 2;

using Kind = Lexeme::Kind;

// "98310000-9" is its first eight digits; trailing zeros stand for the tree below.
std::string cpv_value(std::string_view text) {
  if (text.ends_with('*')) return std::string(text.substr(0, text.size() - 1));
  text = text.substr(0, text.find('-'));
  if (text.size() != kCpvDigits) return std::string(text);
  while (text.size() > kCpvDivisionDigits && text.ends_with('0')) text.remove_suffix(1);
  return std::string(text);
}

std::string nuts_value(std::string_view text) {
  if (text.ends_with('*')) text.remove_suffix(1);
  return ascii_lower(text);
}

// "<30d", ">=2w": fewer than so many days, or more.
std::optional<Fact> deadline_of(std::string_view text) {
  Fact fact{.field = FactField::deadline, .value = std::string(text)};
  if (text.size() < 3 || (text[0] != '<' && text[0] != '>')) return std::nullopt;
  fact.is_more = text[0] == '>';
  const char unit = text.back();
  const std::string_view digits = text.substr(1, text.size() - 2);
  const char* end = digits.data() + digits.size();
  const auto [last, error] = std::from_chars(digits.data(), end, fact.days);
  if (error != std::errc() || last != end || (unit != 'd' && unit != 'w')) return std::nullopt;
  if (fact.days < 1 || fact.days > kDeadlineDaysMax) return std::nullopt;
  if (unit == 'w') fact.days *= 7;
  return fact.days <= kDeadlineDaysMax ? std::optional(fact) : std::nullopt;
}

std::string folded_words(std::string_view text) {
  std::vector<Token> tokens;
  append_tokens(text, tokens);
  std::string words;
  for (const Token& token : tokens) {
    if (!words.empty()) words += ' ';
    words += word_of(text.substr(token.begin, token.end - token.begin)).folded;
  }
  return words;
}

std::optional<Fact> fact_of(FactField field, std::string_view text) {
  switch (field) {
    case FactField::cpv: return Fact{field, cpv_value(text)};
    case FactField::nuts: return Fact{field, nuts_value(text)};
    case FactField::source:
    case FactField::place: return Fact{field, folded_words(text)};
    case FactField::language:
    case FactField::reserved:
    case FactField::social:
    case FactField::kind:
    case FactField::limited:
    case FactField::status: return Fact{field, ascii_lower(text)};
    case FactField::deadline: return deadline_of(text);
  }
  return std::nullopt;
}

// Recursive descent over the lexemes. After the first fault every function returns at once.
class Parser {
 public:
  explicit Parser(std::vector<Lexeme> lexemes) : lexemes_(std::move(lexemes)) {}

  std::variant<Query, QueryFault> run() {
    Query query = any();
    if (!fault_ && here().kind == Kind::close) refuse(FaultKind::stray_parenthesis);
    if (!fault_ && here().kind != Kind::finish) refuse(FaultKind::missing_operator, "AND");
    if (fault_) return *fault_;
    return query;
  }

 private:
  const Lexeme& here() const { return lexemes_[at_]; }
  bool is_here(Kind kind) const { return here().kind == kind; }

  bool took(Kind kind) {
    if (fault_ || !is_here(kind)) return false;
    ++at_;
    return true;
  }

  void refuse(FaultKind kind, std::string hint = "") {
    if (!fault_) fault_ = QueryFault{kind, here().begin, here().end, std::move(hint)};
  }

  void refuse(FaultKind kind, const Query& query) {
    if (!fault_) fault_ = QueryFault{kind, query.begin, query.end, ""};
  }

  Query any() {
    Query first = all();
    if (!is_here(Kind::any)) return first;
    Query query = joined(Query::Kind::any, std::move(first));
    while (took(Kind::any)) query.parts.push_back(all());
    return closed(std::move(query));
  }

  // "a NOT b" is understood as "a AND NOT b".
  Query all() {
    Query first = negated();
    if (!is_here(Kind::all) && !is_here(Kind::none)) return first;
    Query query = joined(Query::Kind::all, std::move(first));
    while (!fault_ && (took(Kind::all) || is_here(Kind::none))) query.parts.push_back(negated());
    return closed(std::move(query));
  }

  Query negated() {
    const std::size_t begin = here().begin;
    if (!took(Kind::none)) return near();
    Query query{.kind = Query::Kind::none, .begin = begin};
    if (deeper()) query.parts.push_back(negated());
    --depth_;
    return closed(std::move(query));
  }

  Query near() {
    Query query = primary();
    while (!fault_ && is_here(Kind::near)) {
      const int distance = here().distance;
      ++at_;
      Query both = joined(Query::Kind::near, std::move(query));
      both.distance = distance;
      both.parts.push_back(primary());
      for (const Query& part : both.parts) {
        if (!has_places(part)) refuse(FaultKind::near_operand, part);
      }
      query = closed(std::move(both));
    }
    return query;
  }

  // Words, other places near each other, and alternatives of these.
  static bool has_places(const Query& query) {
    if (query.kind == Query::Kind::any) return std::ranges::all_of(query.parts, has_places);
    return query.kind == Query::Kind::phrase || query.kind == Query::Kind::near;
  }

  Query primary() {
    if (fault_) return {};
    switch (here().kind) {
      case Kind::open: return group();
      case Kind::title: return title();
      case Kind::fact: return fact();
      case Kind::run:
      case Kind::quoted:
      case Kind::equals: return phrase();
      case Kind::excluded:
        refuse(FaultKind::stray_exclusion, "NOT " + std::string(here().text));
        return {};
      case Kind::close:
        refuse(at_ > 0 && lexemes_[at_ - 1].kind == Kind::open ? FaultKind::empty_parenthesis
               : depth_ == 0                                   ? FaultKind::stray_parenthesis
                                                               : FaultKind::missing_operand);
        return {};
      case Kind::all:
      case Kind::any:
      case Kind::none:
      case Kind::near:
      case Kind::finish: break;
    }
    refuse(FaultKind::missing_operand);
    return {};
  }

  Query group() {
    const Lexeme open = here();
    ++at_;
    if (!deeper()) return {};
    Query query = any();
    --depth_;
    if (took(Kind::close) || fault_) return query;
    if (!is_here(Kind::finish)) {
      refuse(FaultKind::missing_operator, "AND");
    } else {
      fault_ = QueryFault{FaultKind::unclosed_parenthesis, open.begin, open.end, ""};
    }
    return query;
  }

  Query title() {
    ++at_;
    const bool is_outermost = !std::exchange(in_title_, true);
    const bool is_group = is_here(Kind::open);
    Query query = is_group ? group() : one_piece();
    if (is_outermost) in_title_ = false;
    return query;
  }

  // Directly after "title:" stands one word, or one quotation.
  Query one_piece() {
    Query query{.in_title = true, .begin = here().begin};
    if (!is_here(Kind::run) && !is_here(Kind::quoted) && !is_here(Kind::equals)) {
      refuse(FaultKind::missing_operand, "title:( )");
      return query;
    }
    piece(query);
    while (!fault_ && is_here(Kind::excluded)) exclude(query);
    if (is_here(Kind::run) || is_here(Kind::quoted) || is_here(Kind::equals)) {
      refuse(FaultKind::missing_operator, "title:( )");
    }
    return checked(std::move(query));
  }

  Query fact() {
    Query query{.kind = Query::Kind::fact, .begin = here().begin, .end = here().end};
    if (in_title_) refuse(FaultKind::field_in_title);
    const auto fact = fact_of(here().field, here().text);
    if (!fact) refuse(FaultKind::bad_deadline, "deadline:<30d");
    if (fact) query.fact = *fact;
    ++at_;
    return query;
  }

  Query phrase() {
    Query query{.in_title = in_title_, .begin = here().begin};
    marks_.clear();
    while (!fault_) {
      if (is_here(Kind::excluded))
        exclude(query);
      else if (is_here(Kind::run) || is_here(Kind::quoted) || is_here(Kind::equals))
        piece(query);
      else
        break;
    }
    return checked(std::move(query));
  }

  Query checked(Query query) {
    query = closed(std::move(query));
    const auto is_word = [](const WordPattern& word) { return is_spoken(word.text); };
    if (std::ranges::none_of(query.words, is_word)) refuse(FaultKind::no_word, query);
    return query;
  }

  void piece(Query& query) {
    const bool is_equal = took(Kind::equals);
    const Lexeme lexeme = here();
    ++at_;
    const std::size_t earlier = query.words.size();
    append_words(lexeme, is_equal, query);
    if (lexeme.kind != Kind::quoted || query.words.size() > earlier || fault_) return;
    fault_ = QueryFault{FaultKind::empty_quote, lexeme.begin, lexeme.end, ""};
  }

  void append_words(const Lexeme& lexeme, bool is_equal, Query& query) {
    std::vector<Token> tokens;
    append_tokens(lexeme.text, tokens);
    std::size_t end = 0;
    for (const Token& token : tokens) {
      marks_ += marks_in(lexeme.text.substr(end, token.begin - end));
      end = token.end;
      const Word word = word_of(lexeme.text.substr(token.begin, token.end - token.begin));
      WordPattern pattern = pattern_of(word, mode_of(word, lexeme, is_equal));
      if (lexeme.kind == Kind::run) open(pattern, lexeme, &token - tokens.data(), tokens.size());
      pattern.marks_before = query.words.empty() ? "" : marks_;
      query.words.push_back(std::move(pattern));
      marks_.clear();
      count_word(lexeme);
    }
    marks_ += marks_in(lexeme.text.substr(end));
  }

  static Mode mode_of(const Word& word, const Lexeme& lexeme, bool is_equal) {
    if (lexeme.kind == Kind::quoted) return is_equal ? Mode::exact_case : Mode::exact;
    if (is_acronym(word.text)) return Mode::acronym;
    if (!has_letter(word.text)) return Mode::exact;
    return is_equal ? Mode::forms : Mode::forms_and_compounds;
  }

  static WordPattern pattern_of(const Word& word, Mode mode) {
    const bool keeps_case = mode == Mode::acronym || mode == Mode::exact_case;
    return {mode, keeps_case ? word.text : word.folded, {}, ""};
  }

  // The stars of a run concern its first and its last word.
  static void open(WordPattern& pattern, const Lexeme& lexeme, std::ptrdiff_t index,
                   std::size_t count) {
    const bool is_before = lexeme.is_open_before && index == 0;
    const bool is_after = lexeme.is_open_after && static_cast<std::size_t>(index) + 1 == count;
    if (!is_before && !is_after) return;
    pattern.mode = is_before && is_after ? Mode::part : is_before ? Mode::end : Mode::beginning;
    pattern.text = word_of(pattern.text).folded;
  }

  void exclude(Query& query) {
    const std::string words = folded_words(here().text);
    const bool has_word = !query.words.empty() && query.words.back().mode != Mode::exact &&
                          query.words.back().mode != Mode::exact_case &&
                          query.words.back().mode != Mode::acronym;
    if (!has_word || words.empty() || words.find(' ') != std::string::npos) {
      return refuse(FaultKind::stray_exclusion, "NOT " + std::string(here().text));
    }
    query.words.back().excluded.push_back(words);
    count_word(here());
    ++at_;
  }

  void count_word(const Lexeme& lexeme) {
    if (++words_ <= kRuleWordsMax || fault_) return;
    fault_ = QueryFault{FaultKind::too_many_words, lexeme.begin, lexeme.end, ""};
  }

  bool deeper() {
    if (++depth_ > kRuleDepthMax) refuse(FaultKind::too_deep);
    return !fault_;
  }

  static Query joined(Query::Kind kind, Query first) {
    Query query{.kind = kind, .begin = first.begin};
    query.parts.push_back(std::move(first));
    return query;
  }

  // Ends where the lexeme before this one does.
  Query closed(Query query) const {
    query.end = at_ > 0 ? lexemes_[at_ - 1].end : 0;
    return query;
  }

  std::vector<Lexeme> lexemes_;
  std::size_t at_ = 0;
  int depth_ = 0;
  std::size_t words_ = 0;
  bool in_title_ = false;
  std::string marks_;  // between the word before and the one to come
  std::optional<QueryFault> fault_;
};

std::optional<QueryFault> fault_in_text(std::string_view rule) {
  if (!is_valid_utf8(rule)) return QueryFault{FaultKind::not_utf8, 0, rule.size(), ""};
  if (utf8_length(rule) > kRuleCharactersMax) {
    return QueryFault{FaultKind::too_long, 0, rule.size(), ""};
  }
  if (trimmed(rule).empty()) return QueryFault{FaultKind::empty, 0, rule.size(), ""};
  return std::nullopt;
}

}  // namespace

bool is_same(const Query& a, const Query& b) {
  return a.kind == b.kind && a.in_title == b.in_title && a.distance == b.distance &&
         a.words == b.words && a.fact == b.fact &&
         std::equal(a.parts.begin(), a.parts.end(), b.parts.begin(), b.parts.end(), is_same);
}

std::variant<Query, QueryFault> parse_query(std::string_view rule) {
  if (auto fault = fault_in_text(rule)) return *std::move(fault);
  auto found = lexemes(rule);
  if (auto* fault = std::get_if<QueryFault>(&found)) return *std::move(fault);
  return Parser(std::get<std::vector<Lexeme>>(std::move(found))).run();
}

}  // namespace fundwatch::matchers
