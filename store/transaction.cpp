#include "store/transaction.h"

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include "store/error.h"
#include "store/query.h"

namespace fundwatch::store {
namespace {

// A transaction that waits for nobody and, when it ends, not for the disk.
class Haste {
 public:
  explicit Haste(Connection& connection)
      : connection_(connection), database_(connection.database()) {
    database_.setBusyTimeout(0);
    database_.tryExec("PRAGMA synchronous = NORMAL");
    has_begun_ = database_.tryExec("BEGIN IMMEDIATE") == SQLITE_OK;
  }
  ~Haste() {
    if (has_begun_) {
      database_.tryExec("ROLLBACK");
      connection_.note_rollback();
    }
    database_.tryExec("PRAGMA synchronous = FULL");
    sqlite3_busy_timeout(database_.getHandle(),
                         static_cast<int>(connection_.busy_timeout().count()));
  }
  Haste(const Haste&) = delete;
  Haste& operator=(const Haste&) = delete;

  bool has_begun() const { return has_begun_; }
  bool commit() {
    if (connection_.has_lost_part()) return false;
    const bool is_done = database_.tryExec("COMMIT") == SQLITE_OK;
    if (is_done) has_begun_ = false;
    return is_done;
  }

 private:
  Connection& connection_;
  SQLite::Database& database_;
  bool has_begun_ = false;
};

}  // namespace

Transaction::Transaction(Connection& database)
    : database_(database),
      outermost_(sqlite3_get_autocommit(database.database().getHandle()) != 0),
      changes_before_(sqlite3_total_changes64(database.database().getHandle())) {
  if (outermost_) Query(database_, "BEGIN IMMEDIATE").run();
}

// SQLite itself rolls everything back when the disk is full; then there is nothing left to undo and
// its complaint about that is of no interest.
Transaction::~Transaction() {
  if (!open_) return;
  const bool has_written =
      sqlite3_total_changes64(database_.database().getHandle()) != changes_before_;
  if (outermost_) database_.database().tryExec("ROLLBACK");
  if (!has_written) return;
  if (outermost_) {
    database_.note_rollback();
  } else {
    database_.lose_part();
  }
}

void Transaction::commit() {
  if (outermost_) {
    if (database_.has_lost_part()) {
      throw StoreError(database_.file() +
                       ": a part of a change failed, so that nothing of it was stored");
    }
    database_.finish();
    Query(database_, "COMMIT").run();
  }
  open_ = false;
}

bool write_in_passing(Connection& database, const std::function<void()>& write) {
  Haste haste(database);
  if (!haste.has_begun()) return false;
  write();
  return haste.commit();
}

Snapshot::Snapshot(Connection& database) : database_(database) { Query(database_, "BEGIN").run(); }

Snapshot::~Snapshot() { database_.database().tryExec("END"); }

}  // namespace fundwatch::store
