// matchers/subject.h — an item and what else rules may ask about it.
#pragma once

#include <string>
#include <string_view>

#include "base/model.h"
#include "matchers/query.h"

namespace fundwatch::matchers {

struct Subject {
  const Item& item;
  std::string_view source_name;  // empty where nobody knows it: then no source: holds
};

// Whether the fact is true of the item itself; of lang: only what the item says of itself is
// looked at, see matchers/judge.
bool holds(const Fact& fact, const Subject& subject);

}  // namespace fundwatch::matchers
