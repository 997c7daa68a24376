// store/file_work.h — database files as files: made for their owner alone, moved so that a power
// cut leaves the old or the new, removed with what SQLite keeps beside them.
#pragma once

#include <filesystem>

#include "base/result.h"

namespace fundwatch::store {

// An empty file of mode 0600 that was not there. Error{config} says why not.
Result<Done> create_private(const std::filesystem::path& file);

// `to` is replaced. On disk when it returns. Both lie in one file system.
Result<Done> move_durably(const std::filesystem::path& from, const std::filesystem::path& to);

// With its -wal, -shm and -journal; whatever of them is there.
void remove_database(const std::filesystem::path& file);

// Moves a database with its -wal and -shm to another name in the same folder.
Result<Done> move_database(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace fundwatch::store
