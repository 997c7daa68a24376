// Any text as a rule: it is refused within its bounds and in words, or it can be compiled and
// matches its own words without a fault; what holds explains itself within the text.
#include <variant>

#include "matchers/matcher.h"
#include "matchers/query.h"
#include "matchers/rule_check.h"
#include "matchers/rule_words.h"
#include "tests/fuzz/checks.h"

namespace {

using namespace fundwatch;

void check_remark(std::size_t begin, std::size_t end, const Bilingual& words,
                  std::string_view rule) {
  CHECK(begin <= end && end <= rule.size());
  CHECK(!words.swedish.empty() && !words.english.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto [rule, text] = fuzz::at_line_end(fuzz::bytes_of(data, size));
  const auto parsed = matchers::parse_query(rule);
  if (const auto* fault = std::get_if<matchers::QueryFault>(&parsed)) {
    check_remark(fault->begin, fault->end, matchers::words_of(*fault, rule), rule);
    return 0;
  }
  for (const auto& warning : matchers::warnings_in(std::get<matchers::Query>(parsed))) {
    check_remark(warning.begin, warning.end, matchers::words_of(warning, rule), rule);
  }
  Profile profile;
  profile.terms = {{std::string(rule)}};
  const auto matcher = matchers::Matcher::compile({profile}, nullptr);
  CHECK(matcher.ok());
  Item item;
  item.title = rule;
  item.summary = text;
  for (const Hit& hit : matcher->match({item, ""})) {
    CHECK(!hit.reasons.empty());
    for (const Reason& reason : hit.reasons) {
      const std::string& field = reason.field == Field::title ? item.title : item.summary;
      CHECK(reason.field == Field::facts || reason.begin < reason.end);
      CHECK(reason.end <= field.size());
    }
  }
  return 0;
}
