#include "feeds/read/css_parser.h"

#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "base/text.h"

namespace fundwatch::feeds {
namespace {

constexpr int kPositionMax = 1'000'000;

// What stands before "=" in an attribute selector.
constexpr std::array<std::pair<char, ConditionKind>, 4> kOperators{
    {{'^', ConditionKind::begins},
     {'$', ConditionKind::ends},
     {'*', ConditionKind::contains},
     {'~', ConditionKind::has_word}}};

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_name_character(char c) {
  return is_letter(c) || is_digit(c) || c == '-' || c == '_' || (c & 0x80) != 0;
}

// Reads from left to right; the first fault is kept, and ends the reading.
class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}
  Result<std::vector<SelectorStep>> run();

 private:
  bool read_step(Combinator combinator);
  bool read_type(SelectorStep& step);
  bool read_condition(SelectorStep& step);
  bool read_word(Condition condition, const char* what, SelectorStep& step);
  bool read_attribute(SelectorStep& step);
  bool read_operator(Condition& condition);
  bool read_value(std::string& value);
  bool read_pseudo_class(SelectorStep& step);
  bool read_nth(Condition& condition);
  bool read_not(SelectorStep& step);
  std::optional<Combinator> read_combinator();

  std::string name();
  std::string_view until(char end);
  void skip_spaces();
  bool at_end() const { return at_ == text_.size(); }
  bool is_at(char c) const { return !at_end() && text_[at_] == c; }
  bool take(char c);
  bool fail(const std::string& expected);

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<SelectorStep> steps_;
  std::string fault_;
};

bool Parser::fail(const std::string& expected) {
  if (!fault_.empty()) return false;
  const std::string seen = at_end() ? "the end" : "\"" + shortened(text_.substr(at_), 20) + "\"";
  fault_ = "at character " + std::to_string(utf8_length(text_.substr(0, at_)) + 1) + ": expected " +
           expected + ", found " + seen;
  return false;
}

void Parser::skip_spaces() {
  while (!at_end() && is_space(text_[at_])) ++at_;
}

bool Parser::take(char c) {
  if (!is_at(c)) return false;
  ++at_;
  return true;
}

// A backslash takes the next character as it stands: ".md\:w-half".
std::string Parser::name() {
  std::string name;
  while (!at_end()) {
    const bool is_escape = text_[at_] == '\\' && at_ + 1 < text_.size();
    if (is_escape) ++at_;
    if (!is_escape && !is_name_character(text_[at_])) break;
    name += text_[at_++];
  }
  return name;
}

std::string_view Parser::until(char end) {
  const std::size_t begin = at_;
  while (!at_end() && text_[at_] != end) ++at_;
  return text_.substr(begin, at_ - begin);
}

bool Parser::read_type(SelectorStep& step) {
  if (take('*')) return true;
  step.type = ascii_lower(name());
  return !step.type.empty();
}

bool Parser::read_word(Condition condition, const char* what, SelectorStep& step) {
  ++at_;
  condition.value = name();
  if (condition.value.empty()) return fail(what);
  step.conditions.push_back(std::move(condition));
  return true;
}

bool Parser::read_operator(Condition& condition) {
  condition.kind = ConditionKind::equals;
  for (const auto& [sign, kind] : kOperators) {
    if (take(sign)) condition.kind = kind;
  }
  return take('=') || fail("one of = ^= $= *= ~= or \"]\"");
}

bool Parser::read_value(std::string& value) {
  for (const char quote : {'"', '\''}) {
    if (!take(quote)) continue;
    value = until(quote);
    return take(quote) || fail(std::string("a closing ") + quote);
  }
  value = name();
  return !value.empty() || fail("a value, in quotation marks if it is more than a word");
}

bool Parser::read_attribute(SelectorStep& step) {
  ++at_;
  skip_spaces();
  Condition condition;
  condition.attribute = ascii_lower(name());
  if (condition.attribute.empty()) return fail("an attribute's name after \"[\"");
  skip_spaces();
  if (!is_at(']')) {
    if (!read_operator(condition)) return false;
    skip_spaces();
    if (!read_value(condition.value)) return false;
    skip_spaces();
  }
  if (!take(']')) return fail("\"]\"");
  step.conditions.push_back(std::move(condition));
  return true;
}

// "3", "odd", "even", "2n+1", "-n+3"
bool Parser::read_nth(Condition& condition) {
  std::string text = ascii_lower(until(')'));
  std::erase_if(text, is_space);
  if (text == "odd") text = "2n+1";
  if (text == "even") text = "2n";
  const auto number = [](std::string_view digits, int& value) {
    if (digits.starts_with('+')) digits.remove_prefix(1);
    const char* end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, value);
    return read.ec == std::errc{} && read.ptr == end && value <= kPositionMax &&
           value >= -kPositionMax;
  };
  const auto n = text.find('n');
  std::string step = n == std::string::npos ? "0" : text.substr(0, n);
  const std::string offset = n == std::string::npos ? text : text.substr(n + 1);
  if (step.empty() || step == "+" || step == "-") step += "1";
  if (number(step, condition.step) && (offset.empty() || number(offset, condition.offset))) {
    return !text.empty() || fail("a number");
  }
  at_ -= std::min(at_, text.size());
  return fail("a number, odd, even or 2n+1");
}

bool Parser::read_not(SelectorStep& step) {
  skip_spaces();
  SelectorStep inner;
  if (read_type(inner)) {
    inner.conditions.push_back({ConditionKind::equals, false, {}, inner.type, 0, 0});
  } else if (!read_condition(inner)) {
    return fail("a simple selector within :not()");
  }
  Condition condition = inner.conditions.back();
  if (condition.is_negated) return fail("no :not() within :not()");
  condition.is_negated = true;
  step.conditions.push_back(std::move(condition));
  skip_spaces();
  return true;
}

bool Parser::read_pseudo_class(SelectorStep& step) {
  const std::size_t begin = at_++;
  const std::string word = ascii_lower(name());
  Condition condition{ConditionKind::position, false, {}, {}, 0, 1};
  if (word == "first-child") {
    step.conditions.push_back(condition);
    return true;
  }
  if ((word != "nth-child" && word != "not") || !take('(')) {
    at_ = begin;
    return fail(":first-child, :nth-child() or :not()");
  }
  condition.offset = 0;
  if (word == "not" ? !read_not(step) : !read_nth(condition)) return false;
  if (word == "nth-child") step.conditions.push_back(condition);
  return take(')') || fail("\")\"");
}

bool Parser::read_condition(SelectorStep& step) {
  if (is_at('#')) {
    return read_word({ConditionKind::equals, false, "id", {}, 0, 0}, "an id after \"#\"", step);
  }
  if (is_at('.')) {
    return read_word({ConditionKind::has_word, false, "class", {}, 0, 0},
                     "a class name after \".\"", step);
  }
  if (is_at('[')) return read_attribute(step);
  if (is_at(':')) return read_pseudo_class(step);
  return fail("a name, #id, .class, [attribute] or :not()");
}

bool Parser::read_step(Combinator combinator) {
  if (steps_.size() == kSelectorStepsMax) {
    return fail("at most " + std::to_string(kSelectorStepsMax) + " steps");
  }
  SelectorStep step;
  step.combinator = combinator;
  const bool has_type = read_type(step) || (at_ > 0 && text_[at_ - 1] == '*');
  if (!has_type && !read_condition(step)) return false;
  while (!at_end() && std::string_view("#.[:").find(text_[at_]) != std::string_view::npos) {
    if (!read_condition(step)) return false;
  }
  steps_.push_back(std::move(step));
  return true;
}

// What leads to the next step; nothing at the end and at what is no combinator.
std::optional<Combinator> Parser::read_combinator() {
  const bool has_space = !at_end() && is_space(text_[at_]);
  skip_spaces();
  if (at_end()) return std::nullopt;
  std::optional<Combinator> combinator;
  if (take(','))
    combinator = Combinator::first;
  else if (take('>'))
    combinator = Combinator::child;
  else if (take('+'))
    combinator = Combinator::adjacent;
  else if (take('~'))
    combinator = Combinator::sibling;
  else if (has_space)
    combinator = Combinator::descendant;
  skip_spaces();
  return combinator;
}

Result<std::vector<SelectorStep>> Parser::run() {
  skip_spaces();
  bool is_read = read_step(Combinator::first);
  while (is_read && !at_end()) {
    const auto combinator = read_combinator();
    if (at_end() && !combinator) break;
    if (!combinator) {
      is_read = fail("a space, \">\", \"+\", \"~\" or \",\"");
    } else {
      if (*combinator == Combinator::first) steps_.back().is_last = true;
      is_read = read_step(*combinator);
    }
  }
  if (!is_read) return Error{Stage::config, fault_};
  steps_.back().is_last = true;
  return std::move(steps_);
}

}  // namespace

Result<std::vector<SelectorStep>> parse_css_selector(std::string_view text) {
  return Parser(text).run();
}

}  // namespace fundwatch::feeds
