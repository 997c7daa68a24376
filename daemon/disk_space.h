// daemon/disk_space.h — how much room the file system under the database has left, and when that is
// too little. Asked by doctor and by the nightly housekeeping, so that both say the same.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace fundwatch::daemon {

// Below either of these the sysadmin is warned; a write-ahead log and a backup need some room.
constexpr std::int64_t kFreePercentMin = 5;
constexpr std::int64_t kFreeBytesMin = 500'000'000;
// Below this much nothing may be stored any more at any moment.
constexpr std::int64_t kFreeBytesNone = 20'000'000;

struct DiskSpace {
  std::int64_t free_bytes = 0;  // for a user who is not root
  std::int64_t total_bytes = 0;
};

// Nothing if the system does not say.
std::optional<DiskSpace> disk_space(const std::filesystem::path& folder);

bool is_low(const DiskSpace& space);
bool is_nothing(const DiskSpace& space);

// "310 MB of 20 GB are free (1 %)"
std::string words_of(const DiskSpace& space);

// "12 kB", "310 MB", "20 GB"
std::string bytes_text(std::int64_t bytes);

}  // namespace fundwatch::daemon
