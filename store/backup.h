// store/backup.h — a copy of the whole database, made while others use it, and trusted only after
// it was read again. It is one file without a log, of mode 0600, and holds all that the database
// holds: the keys by which links in mails are known, too.
#pragma once

#include <filesystem>

#include "base/result.h"
#include "store/checkup.h"
#include "store/sqlite.h"

namespace fundwatch::store {

// Writes the database `from` as it is at this moment to `to`, which is replaced whole or not at
// all. Takes as much room as the database and keeps nobody waiting. What it returns is the look at
// the copy. Error{read} if the database or the copy is not whole, Error{config} if `to` cannot be
// written; then nothing is left behind.
Result<Checkup> back_up(const std::filesystem::path& from, const std::filesystem::path& to);

// The same of an open database, which is not brought up to date before.
Result<Checkup> back_up(Connection& from, const std::filesystem::path& to);

// What stands beside a database of an older schema that is about to be brought up to date.
std::filesystem::path backup_before_migration(const std::filesystem::path& file, int schema);

}  // namespace fundwatch::store
