// config/document.h — the text of a TOML file as a plain tree that remembers its lines.
// The only place that knows the TOML library. Does not know what a setting means. Of TOML 1.0 it
// takes all but multi-line strings (""") and the private characters from U+100000: nothing here
// needs them. Error{config} names file, line and column of the first place that is no TOML.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"

namespace fundwatch::config {

// "a.b.c = 1" has three parts. With kNestingMax it bounds how deep a document can be.
inline constexpr int kKeyPartsMax = 16;
inline constexpr int kNestingMax = 16;

struct Value;
struct Entry;

using Array = std::vector<Value>;

struct Table {
  std::vector<Entry> entries;  // in the order of their keys

  // Nothing when there is no such key.
  const Value* find(std::string_view key) const;
};

// TOML's dates and times: no setting is one.
struct Moment {};

struct Value {
  std::variant<Moment, bool, std::int64_t, double, std::string, Array, Table> content;
  int line = 0;
};

struct Entry {
  std::string key;
  Value value;
};

Result<Table> parse_document(std::string_view toml, const std::string& name);

// The value as a message shows it, shortened: "\"6x\"", "70000", "[…]", "{…}".
std::string shown(const Value& value);

}  // namespace fundwatch::config
