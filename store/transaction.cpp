#include "store/transaction.h"

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include "store/error.h"
#include "store/query.h"

namespace fundwatch::store {
namespace {

class Haste {
 public:
  explicit Haste(Connection& connection) : connection_(connection) {
    connection_.database().setBusyTimeout(0);
    connection_.database().tryExec("PRAGMA synchronous = NORMAL");
  }
  ~Haste() {
    connection_.database().tryExec("PRAGMA synchronous = FULL");
    sqlite3_busy_timeout(connection_.database().getHandle(),
                         static_cast<int>(connection_.busy_timeout().count()));
  }
  Haste(const Haste&) = delete;
  Haste& operator=(const Haste&) = delete;

 private:
  Connection& connection_;
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
  const Haste haste(database);
  try {
    write();
    return true;
  } catch (const StoreError&) {
    return false;
  }
}

Snapshot::Snapshot(Connection& database) : database_(database) { Query(database_, "BEGIN").run(); }

Snapshot::~Snapshot() { database_.database().tryExec("END"); }

}  // namespace fundwatch::store
