#include "store/statements.h"

#include <SQLiteCpp/Database.h>

#include "store/error.h"

namespace fundwatch::store {

Statements::Lent Statements::lend(const std::string& sql) {
  Lent known = idle_.extract(sql);
  if (!known.empty()) return known;
  ByText prepared;
  guarded(database_.getFilename(), [&] { prepared.try_emplace(sql, database_, sql); });
  return prepared.extract(prepared.begin());
}

// A statement that failed says so once more when it is reset; that was thrown when it happened.
void Statements::take_back(Lent statement) noexcept {
  if (idle_.size() >= kStatementsMax) return;
  statement.mapped().tryReset();
  statement.mapped().clearBindings();
  idle_.insert(std::move(statement));
}

}  // namespace fundwatch::store
