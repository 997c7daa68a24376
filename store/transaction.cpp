#include "store/transaction.h"

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

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
    if (has_begun_) database_.tryExec("ROLLBACK");
    database_.tryExec("PRAGMA synchronous = FULL");
    sqlite3_busy_timeout(database_.getHandle(),
                         static_cast<int>(connection_.busy_timeout().count()));
  }
  Haste(const Haste&) = delete;
  Haste& operator=(const Haste&) = delete;

  bool has_begun() const { return has_begun_; }
  bool commit() {
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
      outermost_(sqlite3_get_autocommit(database.database().getHandle()) != 0) {
  Query(database_, outermost_ ? "BEGIN IMMEDIATE" : "SAVEPOINT part").run();
}

// SQLite itself rolls everything back when the disk is full; then there is nothing left to undo and
// its complaint about that is of no interest.
Transaction::~Transaction() {
  if (!open_) return;
  database_.note_rollback();
  database_.database().tryExec(outermost_ ? "ROLLBACK" : "ROLLBACK TO part; RELEASE part");
}

void Transaction::commit() {
  if (outermost_) database_.finish();
  Query(database_, outermost_ ? "COMMIT" : "RELEASE part").run();
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
