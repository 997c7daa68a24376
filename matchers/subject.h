// matchers/subject.h — an item and what else rules may ask about it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

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

// What an item says in a field, as text; of `source` nothing. A deadline is the whole days that
// were left when the item was first seen.
std::vector<std::string> values_of(FactField field, const Item& item);

// Whether a value of the fact's field makes it true.
bool is_satisfied_by(const Fact& fact, const std::string& value);

// Whether the source of this name is meant.
bool is_named(const std::string& wanted, std::string_view source_name);

}  // namespace fundwatch::matchers
