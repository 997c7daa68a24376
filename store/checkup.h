// store/checkup.h — how a database file is: whose, of which schema, how large, and whether it is
// whole. Asked by doctor, and before a backup is trusted or restored. Changes nothing in it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"

namespace fundwatch::store {

// Of what SQLite finds wrong in a file.
inline constexpr int kProblemsMax = 20;

// quick: the structure of all pages. full: also that indexes agree with their tables.
enum class Depth { quick, full };

struct Checkup {
  int schema = 0;
  int schema_known = 0;         // the newest that this program knows; opening brings it there
  std::int64_t bytes = 0;       // of the file
  std::int64_t log_bytes = 0;   // of its write-ahead log
  std::int64_t free_bytes = 0;  // within the file, to be used again
  std::int64_t items = 0;
  std::vector<std::string> problems;  // empty: it is whole
};

// Error{read} if it is missing, is no database, is another program's, or a newer fundwatch's; the
// words say what to do.
Result<Checkup> check_up(const std::filesystem::path& file, Depth depth);

}  // namespace fundwatch::store
