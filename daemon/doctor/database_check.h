// daemon/doctor/database_check.h — what a look at the database file means. Pure; the look is
// store/checkup.h.
#pragma once

#include <filesystem>

#include "base/result.h"
#include "daemon/doctor/finding.h"
#include "store/checkup.h"

namespace fundwatch::daemon {

// A write-ahead log beyond this is never emptied: something keeps reading.
constexpr std::int64_t kLogBytesMax = 200'000'000;

Finding check_database(const std::filesystem::path& file, const Result<store::Checkup>& checkup);

}  // namespace fundwatch::daemon
