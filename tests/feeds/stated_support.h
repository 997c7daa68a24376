// tests/feeds/stated_support.h — short ways to read documents that state facts in fields.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <string_view>

#include "feeds/read/read.h"
#include "tests/support/shared_data.h"

namespace fundwatch::feeds {

inline std::string shared_file(const std::string& part) {
  std::ifstream stream(tests::shared_folder() / part);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

inline Reading stated(SourceKind kind, std::string_view bytes) {
  const auto reading = read({.bytes = bytes, .kind = kind}, config::Read{});
  if (reading) return *reading;
  ADD_FAILURE() << "not read: " << reading.error().message;
  return {};
}

// The one item.
inline Item stated_item(SourceKind kind, std::string_view bytes) {
  const Reading reading = stated(kind, bytes);
  if (reading.items.size() == 1) return reading.items.front();
  ADD_FAILURE() << reading.items.size() << " items";
  return {};
}

// Why it is not read.
inline std::string refusal_of(SourceKind kind, std::string_view bytes) {
  const auto reading = read({.bytes = bytes, .kind = kind}, config::Read{});
  return reading ? "it was read" : reading.error().message;
}

}  // namespace fundwatch::feeds
