// store/salvage.h — what can still be read of a damaged database, as a new one that is whole.
// Table by table and row by row: where rows cannot be read, those before and after them are.
// What is kept twice (the marks for tuning) is not copied, the daemon makes it anew. The damaged
// file is only read.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"

namespace fundwatch::store {

struct SavedTable {
  std::string name;
  std::int64_t rows = 0;
  bool is_whole = true;      // false: some of its rows could not be read
  std::int64_t orphans = 0;  // rows that were left out because what they belong to was lost
};

// Into `to`, which must not be there. Error{read} if nothing can be read, not even which tables
// there are; then nothing is left behind.
Result<std::vector<SavedTable>> salvage(const std::filesystem::path& damaged,
                                        const std::filesystem::path& to);

}  // namespace fundwatch::store
