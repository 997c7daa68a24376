// store/revision.h — the number that tells a running daemon that what it holds in memory is old.
#pragma once

#include <cstdint>

#include "store/sqlite.h"

namespace fundwatch::store {

std::int64_t read_revision(const Connection& database);

// Within the transaction of the change itself, so that both are seen or neither.
void raise_revision(const Connection& database);

}  // namespace fundwatch::store
