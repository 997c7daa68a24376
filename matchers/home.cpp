#include "matchers/home.h"

#include <algorithm>
#include <utility>

#include "base/counties.h"
#include "base/text.h"

namespace fundwatch::matchers {
namespace {

constexpr std::string_view kSweden = "se";

bool is_home(std::string_view code, std::string_view home) {
  return code == kSweden || (!home.empty() && may_meet(code, home));
}

}  // namespace

Query at_home_in(std::string_view county, Query query) {
  if (query.fact.field == FactField::limited) query.fact.home = ascii_lower(county);
  for (Query& part : query.parts) part = at_home_in(county, std::move(part));
  return query;
}

bool is_limited(const Fact& fact, std::string_view codes) {
  bool is_elsewhere = true;
  for (std::size_t begin = 0; begin < codes.size();) {
    const std::size_t end = std::min(codes.find(' ', begin), codes.size());
    const std::string_view code = codes.substr(begin, end - begin);
    if (code.starts_with(fact.value)) return true;
    if (is_home(code, fact.home)) is_elsewhere = false;
    begin = end + 1;
  }
  return fact.value == kElsewhere && is_elsewhere;
}

}  // namespace fundwatch::matchers
