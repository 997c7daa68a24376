#include "store/connection.h"

#include <SQLiteCpp/Database.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>

#include "store/error.h"
#include "store/migrations.h"
#include "store/query.h"

namespace fundwatch::store {
namespace {

// An empty file of mode 0600, which SQLite takes for a new database and whose mode it gives to the
// -wal and -shm files as well. Only a file that was not there is ever opened here: closing one
// takes away the locks that other connections of this process hold on it.
void create(const std::filesystem::path& file) {
  const int descriptor =
      ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (descriptor >= 0) {
    ::close(descriptor);
    return;
  }
  if (errno == EEXIST) return;
  throw StoreError(file.string() +
                   ": cannot be created: " + std::generic_category().message(errno) +
                   ". Check that its folder exists and that the user who runs fundwatch may write "
                   "in it, or name another as state_directory in fundwatch.toml");
}

void set_pragmas(SQLite::Database& database, const Options& options) {
  execute(database, "PRAGMA journal_mode = WAL");
  execute(database, "PRAGMA synchronous = FULL");
  execute(database, "PRAGMA foreign_keys = ON");
  if (options.pages_max) {
    execute(database, "PRAGMA max_page_count = " + std::to_string(*options.pages_max));
  }
}

}  // namespace

std::unique_ptr<SQLite::Database> open_database(const std::filesystem::path& file,
                                                const Options& options) {
  create(file);
  std::unique_ptr<SQLite::Database> database;
  guarded(file.string(), [&] {
    database = std::make_unique<SQLite::Database>(file.string(), SQLite::OPEN_READWRITE,
                                                  static_cast<int>(options.busy_timeout.count()));
  });
  require_usable(*database, migrations());
  set_pragmas(*database, options);
  migrate(*database, migrations());
  return database;
}

}  // namespace fundwatch::store
