// tests/store/plan_support.h — how SQLite would do what the store asks of it.
#pragma once

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include <functional>
#include <string>
#include <vector>

#include "tests/store/samples.h"

namespace fundwatch::tests {

class PlanFixture : public StoreTest {
 protected:
  // The plans of all statements that the deed runs on `database`, one step a line.
  std::string plan_of(const std::function<void()>& deed) {
    std::vector<std::string> statements;
    sqlite3_trace_v2(database.database().getHandle(), SQLITE_TRACE_STMT, remember, &statements);
    deed();
    sqlite3_trace_v2(database.database().getHandle(), 0, nullptr, nullptr);
    std::string plan;
    for (const std::string& sql : statements) {
      SQLite::Statement row(database.database(), "EXPLAIN QUERY PLAN " + sql);
      while (row.executeStep()) plan += row.getColumn("detail").getString() + "\n";
    }
    return plan;
  }

  // For the store's own classes: a connection that can be listened to.
  store::Connection database{file, store::Options{}.busy_timeout};

 private:
  static int remember(unsigned /*event*/, void* statements, void* statement, void* /*text*/) {
    static_cast<std::vector<std::string>*>(statements)
        ->emplace_back(sqlite3_sql(static_cast<sqlite3_stmt*>(statement)));
    return 0;
  }
};

}  // namespace fundwatch::tests
