// daemon/doctor/machine.h — what doctor asks of this machine: its disk, its clock, who may read
// what, which files and programs are there. Gathers facts; what they mean is machine_checks.h.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "base/clock.h"
#include "daemon/disk_space.h"

namespace fundwatch::daemon {

struct FolderFacts {
  bool is_there = false;
  bool is_folder = false;
  bool is_ours = false;            // of the user who asks
  bool is_writable = false;        // by that user
  bool is_open_to_others = false;  // its group or anybody may do something in it
};

// kernel: whether its clock is kept right by another (NTP).
struct ClockFacts {
  Instant now{};
  std::optional<bool> is_synchronised;
  Instant newest_stored{};  // the latest moment that the database knows of; none: the epoch
};

FolderFacts facts_of_folder(const std::filesystem::path& folder);

// What adjtimex(2) says; nothing if it may not be asked.
std::optional<bool> is_clock_synchronised();

bool may_read(const std::filesystem::path& file);
bool may_run(const std::filesystem::path& program);

}  // namespace fundwatch::daemon
