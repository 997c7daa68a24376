// base/counties.h — the 21 counties of Sweden, by name and codes. NUTS-3 regions are the counties.
// Names and codes are those of Statistics Sweden.
#pragma once

#include <span>
#include <string_view>

namespace fundwatch {

struct County {
  std::string_view code;  // "21"
  std::string_view name;  // "Gävleborg"; with "län": "Gävleborgs län"
  std::string_view nuts;  // "SE313"
};

std::span<const County> counties();

// Whether a region, a NUTS code, holds the county (a NUTS code, too) or lies in it, or may, because
// it is kUnnamedRegion.
bool may_meet(std::string_view region, std::string_view county);

// "Gävleborg", "Gävleborgs län", "21", "SE313"; nullptr for anything else.
const County* find_county(std::string_view name_or_code);

}  // namespace fundwatch
