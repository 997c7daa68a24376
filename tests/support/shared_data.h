// tests/support/shared_data.h — the reference data that lies beside the project, if it does.
// A test that needs it calls skipped_without_shared() first and returns if that is true.
#pragma once

#include <filesystem>
#include <string_view>

#include "tests/support/places.h"
#include "tests/support/skip.h"

namespace fundwatch::tests {

inline std::filesystem::path shared_folder() { return source_folder().parent_path() / "shared"; }

// `part` is a path below the folder: "corpus/dev/cases.jsonl".
inline bool skipped_without_shared(std::string_view part) {
  const auto path = shared_folder() / part;
  if (std::filesystem::exists(path)) return false;
  skip(path.string() + " is not there: this test needs the reference data beside the project");
  return true;
}

}  // namespace fundwatch::tests
