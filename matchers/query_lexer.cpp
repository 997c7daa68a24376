#include "matchers/query_lexer.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>

#include "base/text.h"
#include "matchers/words.h"

namespace fundwatch::matchers {
namespace {

constexpr std::array<std::string_view, 6> kQuotes = {"\"", "“", "”", "„", "«", "»"};

struct Operator {
  std::string_view word;
  Lexeme::Kind kind;
};
constexpr std::array kOperators = {
    Operator{"AND", Lexeme::Kind::all},  Operator{"OCH", Lexeme::Kind::all},
    Operator{"OR", Lexeme::Kind::any},   Operator{"ELLER", Lexeme::Kind::any},
    Operator{"NOT", Lexeme::Kind::none}, Operator{"INTE", Lexeme::Kind::none}};

constexpr std::string_view kTitle = "title";
constexpr std::string_view kNear = "NEAR";

struct NamedField {
  std::string_view name;
  FactField field;
};
constexpr std::array kFactFields = {
    NamedField{"source", FactField::source},     NamedField{"lang", FactField::language},
    NamedField{"cpv", FactField::cpv},           NamedField{"nuts", FactField::nuts},
    NamedField{"reserved", FactField::reserved}, NamedField{"social", FactField::social},
    NamedField{"place", FactField::place},       NamedField{"kind", FactField::kind},
    NamedField{"status", FactField::status},     NamedField{"limited", FactField::limited},
    NamedField{"deadline", FactField::deadline}};

std::size_t space_at(std::string_view text, std::size_t i) {
  UChar32 code = 0;
  std::size_t end = i;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  U8_NEXT(bytes, end, text.size(), code);
  return u_isUWhiteSpace(code) != 0 ? end - i : 0;
}

std::size_t quote_at(std::string_view text, std::size_t i) {
  for (const std::string_view quote : kQuotes) {
    if (text.substr(i).starts_with(quote)) return quote.size();
  }
  return 0;
}

bool ends_run(std::string_view text, std::size_t i) {
  return text[i] == '(' || text[i] == ')' || text[i] == '=' || quote_at(text, i) > 0 ||
         space_at(text, i) > 0;
}

bool is_letters(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
  });
}

std::vector<std::string> field_names() {
  std::vector<std::string> names{std::string(kTitle)};
  for (const NamedField& field : kFactFields) names.emplace_back(field.name);
  return names;
}

class Lexer {
 public:
  explicit Lexer(std::string_view rule) : rule_(rule) {}

  std::variant<std::vector<Lexeme>, QueryFault> run() {
    while (at_ < rule_.size() && !fault_) {
      const std::size_t space = space_at(rule_, at_);
      if (space > 0)
        at_ += space;
      else
        step();
    }
    if (fault_) return *fault_;
    found_.push_back({.kind = Lexeme::Kind::finish, .begin = rule_.size(), .end = rule_.size()});
    return std::move(found_);
  }

 private:
  void step() {
    const char c = rule_[at_];
    if (c == '(') return add({.kind = Lexeme::Kind::open, .end = at_ + 1});
    if (c == ')') return add({.kind = Lexeme::Kind::close, .end = at_ + 1});
    if (c == '=') return equals();
    if (quote_at(rule_, at_) > 0) return quoted();
    std::size_t end = at_;
    while (end < rule_.size() && !ends_run(rule_, end)) ++end;
    chunk(rule_.substr(at_, end - at_));
  }

  // `lexeme` begins where we stand, and we go on at its end.
  void add(Lexeme lexeme) {
    lexeme.begin = at_;
    at_ = lexeme.end;
    found_.push_back(lexeme);
  }

  void refuse(FaultKind kind, std::size_t end, std::string hint = "") {
    fault_ = QueryFault{kind, at_, end, std::move(hint)};
  }

  void equals() {
    const bool is_free =
        at_ == 0 || rule_[at_ - 1] == '(' || rule_[at_ - 1] == ':' || space_at(rule_, at_ - 1) > 0;
    const std::size_t next = at_ + 1;
    const bool has_word =
        next < rule_.size() && (quote_at(rule_, next) > 0 || !ends_run(rule_, next));
    if (!is_free || !has_word) return refuse(FaultKind::stray_equals, next);
    add({.kind = Lexeme::Kind::equals, .end = next});
  }

  void quoted() {
    const auto text = quoted_text();
    if (!text) return refuse(FaultKind::unclosed_quote, rule_.size());
    add({.kind = Lexeme::Kind::quoted, .end = end_of_quoted(*text), .text = *text});
  }

  // What stands between the quote here and the next one.
  std::optional<std::string_view> quoted_text() const {
    const std::size_t begin = at_ + quote_at(rule_, at_);
    for (std::size_t i = begin; i < rule_.size(); ++i) {
      if (quote_at(rule_, i) > 0) return rule_.substr(begin, i - begin);
    }
    return std::nullopt;
  }

  std::size_t end_of_quoted(std::string_view text) const {
    const std::size_t end = static_cast<std::size_t>(text.data() - rule_.data()) + text.size();
    return end + quote_at(rule_, end);
  }

  void chunk(std::string_view text) {
    const auto* known = std::ranges::find(kOperators, text, &Operator::word);
    if (known != kOperators.end()) return add({.kind = known->kind, .end = at_ + text.size()});
    if (text == kNear || text.starts_with("NEAR/")) return near(text);
    const std::size_t colon = text.find(':');
    if (colon != std::string_view::npos && is_letters(text.substr(0, colon))) {
      if (field(text.substr(0, colon))) return;
    }
    if (text.size() > 1 && text[0] == '-' && text[1] != '-') {
      return add(
          {.kind = Lexeme::Kind::excluded, .end = at_ + text.size(), .text = text.substr(1)});
    }
    words(text);
  }

  void near(std::string_view text) {
    int distance = 0;
    const char* end = text.data() + text.size();
    const char* first = text.data() + std::min(text.size(), kNear.size() + 1);
    const auto [last, error] = std::from_chars(first, end, distance);
    const bool is_number = error == std::errc() && last == end;
    if (!is_number || distance < 1 || distance > kNearWordsMax) {
      return refuse(FaultKind::near_distance, at_ + text.size());
    }
    add({.kind = Lexeme::Kind::near, .end = at_ + text.size(), .distance = distance});
  }

  // "title:", or small letters with a colon too, lest a misspelt field be searched for as a word.
  // False if it is neither.
  bool field(std::string_view name) {
    const std::string lower = ascii_lower(name);
    const std::size_t value = at_ + name.size() + 1;
    if (lower == kTitle) {
      add({.kind = Lexeme::Kind::title, .end = value});
      return true;
    }
    const auto* known = std::ranges::find(kFactFields, lower, &NamedField::name);
    if (known != kFactFields.end()) {
      fact(known->field, value);
      return true;
    }
    if (word_of(name).folded != word_of(name).text) return false;
    refuse(FaultKind::unknown_field, value, nearest(lower, field_names()).value_or(""));
    return true;
  }

  void fact(FactField field, std::size_t value) {
    Lexeme lexeme{.kind = Lexeme::Kind::fact, .field = field};
    const std::size_t begin = at_;
    at_ = value;
    if (value < rule_.size() && quote_at(rule_, value) > 0) {
      const auto text = quoted_text();
      if (!text) return refuse(FaultKind::unclosed_quote, rule_.size());
      lexeme.text = *text;
      lexeme.end = end_of_quoted(*text);
    } else {
      std::size_t end = value;
      while (end < rule_.size() && rule_[end] != ')' && space_at(rule_, end) == 0) ++end;
      lexeme.text = rule_.substr(value, end - value);
      lexeme.end = end;
    }
    at_ = begin;
    add(lexeme);
  }

  void words(std::string_view text) {
    Lexeme lexeme{.kind = Lexeme::Kind::run, .end = at_ + text.size(), .text = text};
    if (lexeme.text.starts_with('*')) {
      lexeme.is_open_before = true;
      lexeme.text.remove_prefix(1);
    }
    if (lexeme.text.ends_with('*')) {
      lexeme.is_open_after = true;
      lexeme.text.remove_suffix(1);
    }
    if (lexeme.text.find('*') != std::string_view::npos || !may_be_open(lexeme)) {
      return refuse(FaultKind::stray_star, lexeme.end);
    }
    add(lexeme);
  }

  // A star stands beside a word, not beside a mark or nothing.
  static bool may_be_open(const Lexeme& lexeme) {
    if (!lexeme.is_open_before && !lexeme.is_open_after) return true;
    std::vector<Token> tokens;
    append_tokens(lexeme.text, tokens);
    if (tokens.empty()) return false;
    return (!lexeme.is_open_before || tokens.front().begin == 0) &&
           (!lexeme.is_open_after || tokens.back().end == lexeme.text.size());
  }

  std::string_view rule_;
  std::size_t at_ = 0;
  std::vector<Lexeme> found_;
  std::optional<QueryFault> fault_;
};

}  // namespace

std::variant<std::vector<Lexeme>, QueryFault> lexemes(std::string_view rule) {
  return Lexer(rule).run();
}

}  // namespace fundwatch::matchers
