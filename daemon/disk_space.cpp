#include "daemon/disk_space.h"

#include <array>
#include <system_error>

namespace fundwatch::daemon {
namespace {

constexpr std::int64_t kThousand = 1000;

std::int64_t percent_of(const DiskSpace& space) {
  return space.total_bytes == 0 ? 0 : space.free_bytes * 100 / space.total_bytes;
}

}  // namespace

std::optional<DiskSpace> disk_space(const std::filesystem::path& folder) {
  std::error_code fault;
  const auto space = std::filesystem::space(folder, fault);
  if (fault) return std::nullopt;
  return DiskSpace{static_cast<std::int64_t>(space.available),
                   static_cast<std::int64_t>(space.capacity)};
}

bool is_low(const DiskSpace& space) {
  return space.free_bytes < kFreeBytesMin || percent_of(space) < kFreePercentMin;
}

bool is_nothing(const DiskSpace& space) { return space.free_bytes < kFreeBytesNone; }

std::string words_of(const DiskSpace& space) {
  return bytes_text(space.free_bytes) + " of " + bytes_text(space.total_bytes) + " are free (" +
         std::to_string(percent_of(space)) + " %)";
}

std::string bytes_text(std::int64_t bytes) {
  static constexpr std::array<const char*, 4> kUnits{" B", " kB", " MB", " GB"};
  std::size_t unit = 0;
  // One digit of a number below ten would say too little.
  while (bytes >= 10 * kThousand && unit + 1 < kUnits.size()) {
    bytes /= kThousand;
    ++unit;
  }
  return std::to_string(bytes) + kUnits[unit];
}

}  // namespace fundwatch::daemon
