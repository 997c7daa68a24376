#include "daemon/doctor/database_check.h"

#include "base/calendar.h"
#include "daemon/disk_space.h"

namespace fundwatch::daemon {

Finding check_backups(const std::filesystem::path& folder, const std::optional<Instant>& newest,
                      Instant now) {
  const std::string part = "backups";
  const std::string timer = "systemctl enable --now fundwatch-backup.timer";
  if (!newest) {
    return doubtful(part, "there are none in " + folder.string(),
                    timer + ", and copy that folder to another machine");
  }
  const std::string words = "the newest in " + folder.string() + " is of " + iso8601_utc(*newest);
  if (now - *newest > kBackupAgeMax) {
    return doubtful(part, words, timer + "; journalctl -u fundwatch-backup says why there is none");
  }
  return {part, Severity::ok, words, ""};
}

Finding check_database(const std::filesystem::path& file, const Result<store::Checkup>& checkup) {
  const std::string part = "database";
  const std::string name = file.string();
  if (!std::filesystem::exists(file)) {
    return doubtful(part, "there is no " + name + " yet",
                    "the service makes it at its first start");
  }
  if (!checkup) return faulty(part, checkup.error().message, "see docs/operations.md, Restoring");
  if (!checkup->problems.empty()) {
    return faulty(
        part, name + " is damaged: " + checkup->problems.front(),
        "stop the service and restore the newest backup (fundwatch restore FILE); without "
        "one, save what can be saved: fundwatch restore --salvage");
  }
  std::string words = bytes_text(checkup->bytes) + ", whole, " + std::to_string(checkup->items) +
                      " items, schema " + std::to_string(checkup->schema);
  if (checkup->log_bytes > kLogBytesMax) {
    return doubtful(part, words + ", but a write-ahead log of " + bytes_text(checkup->log_bytes),
                    "restart the service; if it grows again, look for what keeps the file open: "
                    "fuser " +
                        name);
  }
  if (checkup->schema < checkup->schema_known) {
    words += "; the service brings it to " + std::to_string(checkup->schema_known) +
             " at its next start, with a backup before";
  }
  return well(part, words);
}

}  // namespace fundwatch::daemon
