// feeds/facts/municipalities.h — the 290 municipalities and 21 counties of Sweden.
// Names and codes are those of Statistics Sweden; a municipality's code begins with its county's.
// NUTS-3 regions are the counties.
#pragma once

#include <span>
#include <string_view>

namespace fundwatch::feeds {

struct Municipality {
  std::string_view code;  // "2180"
  std::string_view name;  // "Gävle"
};

struct County {
  std::string_view code;  // "21"
  std::string_view name;  // "Gävleborg"; with "län": "Gävleborgs län"
  std::string_view nuts;  // "SE313"
};

std::span<const Municipality> municipalities();
std::span<const County> counties();

// The county that a municipality lies in.
const County& county_of(const Municipality& municipality);

}  // namespace fundwatch::feeds
