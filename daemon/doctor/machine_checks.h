// daemon/doctor/machine_checks.h — what facts of this machine mean for fundwatch: folders and
// secrets, disk, clock, time zone, dictionary and programs. Pure; the facts come from machine.h.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "config/config.h"
#include "daemon/doctor/finding.h"
#include "daemon/doctor/machine.h"

namespace fundwatch::daemon {

Finding check_state_folder(const std::filesystem::path& folder, const FolderFacts& facts);
Finding check_disk(const std::optional<DiskSpace>& space);
Finding check_clock(const ClockFacts& facts);
Finding check_time_zone(const config::Config& config, Instant now);

// What words are known by.
Finding check_dictionary(const std::filesystem::path& dictionary, bool is_readable);
Finding check_pdf_reader(const std::filesystem::path& program, bool is_runnable);

// A secret that the configuration calls for. `credential` is its name at systemd.
struct SecretNeed {
  std::string section;  // "mail.smtp"
  std::filesystem::path file;
  std::string credential;
};
std::vector<SecretNeed> secrets_needed(const config::Config& config);

// Where it is read; a credential that only the service gets is doubtful, not faulty.
Finding check_secret(const SecretNeed& need, const std::filesystem::path& credentials_directory);

}  // namespace fundwatch::daemon
