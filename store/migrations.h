// store/migrations.h — the schema, as the steps that lead to it (migrations.cpp), and how they are
// taken (migrate.cpp).
// Steps are only ever added at the end: a released one is never changed, because databases exist
// that have taken it. PRAGMA user_version counts the steps that a file has taken; PRAGMA
// application_id says that it is ours.
#pragma once

#include <span>
#include <string_view>

#include "store/sqlite.h"

namespace fundwatch::store {

constexpr int kApplicationId = 0x66756e64;  // "fund"

// All steps, in order; each is SQL text.
std::span<const std::string_view> migrations();

// Throws StoreError if the file belongs to another program or has taken more steps than there are
// here. Only reads.
void require_usable(const Connection& database, std::span<const std::string_view> steps);

// Takes the steps that a usable file lacks, each in a transaction of its own. Throws StoreError.
void migrate(Connection& database, std::span<const std::string_view> steps);

}  // namespace fundwatch::store
