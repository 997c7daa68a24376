// tests/digest/golden.h — compares a text with a reviewed file below tests/golden.
// UPDATE_GOLDEN=1 in the environment writes the file instead; the difference is then read by a
// person.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "tests/support/places.h"

namespace fundwatch::tests {

inline std::string bytes_of_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline void expect_golden(const std::string& name, const std::string& actual) {
  const auto path = source_folder() / "tests" / "golden" / name;
  const char* update = std::getenv("UPDATE_GOLDEN");
  if (update != nullptr && std::string_view(update) == "1") {
    std::ofstream(path, std::ios::binary) << actual;
    return;
  }
  EXPECT_EQ(bytes_of_file(path), actual) << "see " << path << "; UPDATE_GOLDEN=1 rewrites it";
}

}  // namespace fundwatch::tests
