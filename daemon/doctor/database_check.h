// daemon/doctor/database_check.h — what a look at the database file means. Pure; the look is
// store/checkup.h.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>

#include "base/clock.h"
#include "base/result.h"
#include "daemon/doctor/finding.h"
#include "store/checkup.h"

namespace fundwatch::daemon {

// A write-ahead log beyond this is never emptied: something keeps reading.
constexpr std::int64_t kLogBytesMax = 200'000'000;

// The nightly timer makes one a day.
constexpr std::chrono::days kBackupAgeMax{3};

// `newest` is that of the timer's folder.
Finding check_backups(const std::filesystem::path& folder, const std::optional<Instant>& newest,
                      Instant now);

Finding check_database(const std::filesystem::path& file, const Result<store::Checkup>& checkup);

}  // namespace fundwatch::daemon
