#include <string>

#include "store/error.h"
#include "store/migrations.h"
#include "store/query.h"
#include "store/transaction.h"

namespace fundwatch::store {
namespace {

int version_of(const Connection& database) {
  return static_cast<int>(number_of(database, "PRAGMA user_version"));
}

bool is_empty(const Connection& database) {
  return number_of(database, "SELECT count(*) FROM sqlite_schema") == 0;
}

void require_ours(const Connection& database) {
  const auto application_id = number_of(database, "PRAGMA application_id");
  if (application_id == kApplicationId) return;
  if (application_id == 0 && is_empty(database)) return;
  throw StoreError(database.file() +
                   ": this is the database of another program. Move it away, or name another "
                   "folder as state_directory in fundwatch.toml");
}

void require_known(const Connection& database, int steps) {
  const int version = version_of(database);
  if (version >= 0 && version <= steps) return;
  throw StoreError(database.file() + ": written by a newer fundwatch (schema " +
                   std::to_string(version) + "; this one knows up to " + std::to_string(steps) +
                   "). Install the newer fundwatch again, or restore a backup from before it");
}

// Two processes may come here at once: whoever has waited for the other finds the step taken.
void take(Connection& database, std::string_view step, int version) {
  Transaction transaction(database);
  if (version_of(database) >= version) return;
  execute(database, std::string(step));
  execute(database, "PRAGMA application_id = " + std::to_string(kApplicationId));
  execute(database, "PRAGMA user_version = " + std::to_string(version));
  transaction.commit();
}

}  // namespace

void require_usable(const Connection& database, std::span<const std::string_view> steps) {
  require_ours(database);
  require_known(database, static_cast<int>(steps.size()));
}

void migrate(Connection& database, std::span<const std::string_view> steps) {
  int version = version_of(database);
  for (const std::string_view step : steps.subspan(static_cast<std::size_t>(version))) {
    take(database, step, ++version);
  }
}

}  // namespace fundwatch::store
