// store/hit_words.h — the words of hits, by which people search the inbox (store/inbox.h).
#pragma once

#include "store/sqlite.h"

namespace fundwatch::store {

// So many cases are read and written in one statement.
inline constexpr int kCasesIndexedAtOnceMax = 500;

// Brings the index up to what changed since it last did: what a transaction does last, so that
// whoever searches sees what was committed. Throws StoreError.
void index_hit_words(const Connection& database);

// The same of what no transaction has done, as after a migration that leaves all of it pending: a
// transaction for each portion, so that others can write in between and the log stays small.
// Throws StoreError.
void index_left_hit_words(Connection& database);

}  // namespace fundwatch::store
