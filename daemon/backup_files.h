// daemon/backup_files.h — the backups that `fundwatch backup FOLDER` makes by date: how they are
// called, and which there are. Whatever else lies in the folder is nobody's business here.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"

namespace fundwatch::daemon {

// "20261127T050000Z": sorts by time, and no file system minds it.
std::string moment_text(Instant moment);

// "fundwatch-20261127T050000Z.db"
std::string name_of_backup(Instant moment);

// The oldest first; none where the folder is not there or may not be read.
std::vector<std::filesystem::path> backups_in(const std::filesystem::path& folder);

// When the newest of them was made.
std::optional<Instant> newest_backup(const std::filesystem::path& folder);

// Where the nightly timer puts them (systemd/fundwatch-backup.service): beside the state directory.
std::filesystem::path backup_folder(const std::filesystem::path& state_directory);

}  // namespace fundwatch::daemon
