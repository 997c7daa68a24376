// store/hit_words.h — the words of hits, by which people search the inbox (store/inbox.h).
#pragma once

#include "store/sqlite.h"

namespace fundwatch::store {

// Brings the index up to what changed since it last did: what a transaction does last, so that
// whoever searches sees what was committed. Throws StoreError.
void index_hit_words(const Connection& database);

}  // namespace fundwatch::store
