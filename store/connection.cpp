#include "store/connection.h"

#include <SQLiteCpp/Database.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>

#include "store/backup.h"
#include "store/error.h"
#include "store/hit_words.h"
#include "store/migrations.h"
#include "store/query.h"
#include "store/statements.h"

namespace fundwatch::store {
namespace {

// Of pages in memory: reading a source touches the indexes of all items.
constexpr int kCacheKibibytes = 16 * 1024;

// So many pages of the log are carried over into the file at once: the fewer times, the more often
// the same page was changed in between.
constexpr int kCheckpointPages = 4000;

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

// Held while a database is opened: of two connections that turn a new file to WAL at the same time,
// SQLite refuses one at once, whatever its busy timeout. The folder is locked, not the file, for
// the reason that create() names.
class OpeningLock {
 public:
  explicit OpeningLock(const std::filesystem::path& file)
      : folder_(::open(folder_of(file).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
    if (folder_ >= 0) ::flock(folder_, LOCK_EX);
  }
  ~OpeningLock() {
    if (folder_ >= 0) ::close(folder_);
  }
  OpeningLock(const OpeningLock&) = delete;
  OpeningLock& operator=(const OpeningLock&) = delete;

 private:
  static std::filesystem::path folder_of(const std::filesystem::path& file) {
    return file.has_parent_path() ? file.parent_path() : ".";
  }

  int folder_;
};

// What a log may keep of a large transaction once it is empty.
constexpr int kLogBytesKept = 64 * 1024 * 1024;

// What can be told only before the first database is opened. By what one statement is undone stays
// in memory: as SQLite comes, from 64 kB on it is a file in /tmp, made and removed hundreds of
// times a second. And what memory is in use is not counted, under a lock at each request for some.
void configure() {
  constexpr int kNeverInFile = -1;
  static const int told = sqlite3_config(SQLITE_CONFIG_STMTJRNL_SPILL, kNeverInFile) |
                          sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  static_cast<void>(told);
}

void set_pragmas(Connection& database, const Options& options) {
  // Only a new file can be told, before anything else; of others it would take the write lock.
  if (number_of(database, "PRAGMA user_version") == 0) {
    execute(database, "PRAGMA auto_vacuum = INCREMENTAL");
  }
  execute(database, "PRAGMA journal_mode = WAL");
  execute(database, "PRAGMA synchronous = FULL");
  execute(database, "PRAGMA foreign_keys = ON");
  execute(database, "PRAGMA journal_size_limit = " + std::to_string(kLogBytesKept));
  execute(database, "PRAGMA cache_size = -" + std::to_string(kCacheKibibytes));
  const int checkpoint_pages = options.checkpoints ? kCheckpointPages : 0;
  execute(database, "PRAGMA wal_autocheckpoint = " + std::to_string(checkpoint_pages));
  if (options.pages_max) {
    execute(database, "PRAGMA max_page_count = " + std::to_string(*options.pages_max));
  }
}

// Of a file that has something to lose. Only the newest such backup is kept.
void back_up_before_migration(Connection& database) {
  const auto schema = static_cast<int>(number_of(database, "PRAGMA user_version"));
  const auto newest = static_cast<int>(migrations().size());
  if (schema == 0 || schema == newest) return;
  const auto made = back_up(database, backup_before_migration(database.file(), schema));
  if (!made) {
    throw StoreError(database.file() + ": not brought from schema " + std::to_string(schema) +
                     " to " + std::to_string(newest) +
                     ", because the backup before it could not be made: " + made.error().message);
  }
  std::error_code ignored;
  for (int older = 1; older < schema; ++older) {
    std::filesystem::remove(backup_before_migration(database.file(), older), ignored);
  }
}

}  // namespace

Connection::Connection(const std::filesystem::path& file, std::chrono::milliseconds busy_timeout)
    : file_(file.string()), busy_timeout_(busy_timeout) {
  configure();
  guarded(file_, [&] {
    // One thread at a time uses it, so that SQLite need not lock for each call.
    database_ =
        std::make_unique<SQLite::Database>(file_, SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX,
                                           static_cast<int>(busy_timeout.count()));
  });
  statements_ = std::make_unique<Statements>(*database_);
}

Connection::~Connection() = default;

std::unique_ptr<Connection> open_database(const std::filesystem::path& file,
                                          const Options& options) {
  const OpeningLock lock(file);
  create(file);
  auto database = std::make_unique<Connection>(file, options.busy_timeout);
  require_usable(*database, migrations());
  back_up_before_migration(*database);
  set_pragmas(*database, options);
  migrate(*database, migrations());
  index_left_hit_words(*database);
  database->finish_by(index_hit_words);
  return database;
}

}  // namespace fundwatch::store
