// feeds/facts/municipalities.h — the 290 municipalities of Sweden.
// Names and codes are those of Statistics Sweden; a municipality's code begins with its county's.
#pragma once

#include <span>
#include <string_view>

#include "base/counties.h"

namespace fundwatch::feeds {

struct Municipality {
  std::string_view code;  // "2180"
  std::string_view name;  // "Gävle"
};

std::span<const Municipality> municipalities();

// The county that a municipality lies in.
const County& county_of(const Municipality& municipality);

}  // namespace fundwatch::feeds
