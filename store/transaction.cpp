#include "store/transaction.h"

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include "store/query.h"

namespace fundwatch::store {

Transaction::Transaction(SQLite::Database& database)
    : database_(database), outermost_(sqlite3_get_autocommit(database.getHandle()) != 0) {
  execute(database_, outermost_ ? "BEGIN IMMEDIATE" : "SAVEPOINT part");
}

// SQLite itself rolls everything back when the disk is full; then there is nothing left to undo and
// its complaint about that is of no interest.
Transaction::~Transaction() {
  if (open_) database_.tryExec(outermost_ ? "ROLLBACK" : "ROLLBACK TO part; RELEASE part");
}

void Transaction::commit() {
  execute(database_, outermost_ ? "COMMIT" : "RELEASE part");
  open_ = false;
}

}  // namespace fundwatch::store
