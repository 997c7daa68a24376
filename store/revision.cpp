#include "store/revision.h"

#include "store/query.h"

namespace fundwatch::store {

std::int64_t read_revision(const Connection& database) {
  return number_of(database, "SELECT value FROM revision");
}

void raise_revision(const Connection& database) {
  Query(database, "UPDATE revision SET value = value + 1").run();
}

}  // namespace fundwatch::store
