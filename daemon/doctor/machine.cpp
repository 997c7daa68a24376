#include "daemon/doctor/machine.h"

#include <sys/stat.h>
#include <sys/timex.h>
#include <unistd.h>

namespace fundwatch::daemon {

FolderFacts facts_of_folder(const std::filesystem::path& folder) {
  struct stat status {};
  if (stat(folder.c_str(), &status) != 0) return {};
  return {.is_there = true,
          .is_folder = S_ISDIR(status.st_mode),
          .is_ours = status.st_uid == geteuid(),
          .is_writable = access(folder.c_str(), R_OK | W_OK | X_OK) == 0,
          .is_open_to_others = (status.st_mode & (S_IRWXG | S_IRWXO)) != 0};
}

std::optional<bool> is_clock_synchronised() {
  timex answer{};
  const int state = adjtimex(&answer);
  if (state < 0) return std::nullopt;
  return state != TIME_ERROR && (answer.status & STA_UNSYNC) == 0;
}

bool may_read(const std::filesystem::path& file) { return access(file.c_str(), R_OK) == 0; }

bool may_run(const std::filesystem::path& program) { return access(program.c_str(), X_OK) == 0; }

}  // namespace fundwatch::daemon
