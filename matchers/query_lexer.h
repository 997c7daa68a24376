// matchers/query_lexer.h — a rule as the pieces that its grammar is made of.
#pragma once

#include <cstddef>
#include <string_view>
#include <variant>
#include <vector>

#include "matchers/query.h"

namespace fundwatch::matchers {

struct Lexeme {
  // run: words and marks without white space. excluded: "-läkemedel". value: what a field other
  // than title wants. finish: the end of the rule.
  enum class Kind {
    run,
    quoted,
    equals,
    excluded,
    open,
    close,
    all,
    any,
    none,
    near,
    title,
    fact,
    finish
  };
  Kind kind = Kind::finish;
  std::size_t begin = 0;  // bytes [begin, end) of the rule
  std::size_t end = 0;
  std::string_view text{};  // of run and quoted: without stars and quotes; of fact: the value
  bool is_open_before = false;
  bool is_open_after = false;
  int distance = 0;  // of near
  FactField field = FactField::source;
};

// Views into `rule`, which is UTF-8; the last one is `finish`. Or the first fault.
std::variant<std::vector<Lexeme>, QueryFault> lexemes(std::string_view rule);

}  // namespace fundwatch::matchers
