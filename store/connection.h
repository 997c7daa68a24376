// store/connection.h — a connection to the database file, as safe as SQLite can make it.
// WAL, so that readers and the one writer do not wait for each other; synchronous = FULL, so that
// what was committed survives a power cut; foreign keys enforced.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>

#include "store/sqlite.h"

namespace fundwatch::store {

struct Options {
  // How long a transaction waits for another one's end before it is a StoreError.
  std::chrono::milliseconds busy_timeout{5000};
  std::optional<int> pages_max;  // PRAGMA max_page_count: how tests fill the disk
};

// Opens the file, or creates it with mode 0600, and brings its schema up to date. A file that is
// not ours, is newer, or is no database is refused untouched. Throws StoreError.
std::unique_ptr<SQLite::Database> open_database(const std::filesystem::path& file,
                                                const Options& options);

}  // namespace fundwatch::store
