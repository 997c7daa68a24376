#include "store/file_work.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string>
#include <system_error>

namespace fundwatch::store {
namespace {

// What SQLite puts beside a database.
constexpr std::array<const char*, 3> kCompanions{"-wal", "-shm", "-journal"};

Error unwritable(const std::filesystem::path& file, int number) {
  return {Stage::config, file.string() +
                             ": cannot be written: " + std::generic_category().message(number) +
                             "; check its folder, its owner and the room on that disk"};
}

bool sync(const std::filesystem::path& path, int flags) {
  const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC);
  if (descriptor < 0) return false;
  const bool is_synced = ::fsync(descriptor) == 0;
  ::close(descriptor);
  return is_synced;
}

std::filesystem::path folder_of(const std::filesystem::path& file) {
  return file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
}

}  // namespace

Result<Done> create_private(const std::filesystem::path& file) {
  const int descriptor =
      ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (descriptor < 0) return unwritable(file, errno);
  ::close(descriptor);
  return Done{};
}

Result<Done> move_durably(const std::filesystem::path& from, const std::filesystem::path& to) {
  if (!sync(from, O_RDONLY)) return unwritable(from, errno);
  if (::rename(from.c_str(), to.c_str()) != 0) return unwritable(to, errno);
  if (!sync(folder_of(to), O_RDONLY | O_DIRECTORY)) return unwritable(to, errno);
  return Done{};
}

void remove_database(const std::filesystem::path& file) {
  std::error_code ignored;
  std::filesystem::remove(file, ignored);
  for (const char* companion : kCompanions) {
    std::filesystem::remove(file.string() + companion, ignored);
  }
}

Result<Done> move_database(const std::filesystem::path& from, const std::filesystem::path& to) {
  for (const char* companion : kCompanions) {
    const std::filesystem::path beside = from.string() + companion;
    if (!std::filesystem::exists(beside)) continue;
    const auto moved = move_durably(beside, to.string() + companion);
    if (!moved) return moved.error();
  }
  return move_durably(from, to);
}

}  // namespace fundwatch::store
