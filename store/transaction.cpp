#include "store/transaction.h"

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include "store/query.h"

namespace fundwatch::store {

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

Snapshot::Snapshot(Connection& database) : database_(database) { Query(database_, "BEGIN").run(); }

Snapshot::~Snapshot() { database_.database().tryExec("END"); }

}  // namespace fundwatch::store
