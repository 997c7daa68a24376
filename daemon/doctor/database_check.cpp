#include "daemon/doctor/database_check.h"

#include "daemon/disk_space.h"

namespace fundwatch::daemon {

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
