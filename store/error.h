// store/error.h — what the disk or the database file did wrong, in words for who must mend it.
// SQLite's own exceptions end here: everything that may raise one runs inside guarded(), so that
// nobody outside this folder ever sees a SQLite type.
#pragma once

#include <functional>
#include <optional>
#include <stdexcept>
#include <string>

#include "store/sqlite.h"

namespace fundwatch::store {

// Its text says what, where and what to do. Once the outermost Transaction that it leaves through
// is rolled back, the Store can be used again.
class StoreError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// The fault that SQLite reports about the database `file`.
StoreError explained(const SQLite::Exception& fault, const std::string& file);

// Something in `file` reads as `what`, which no version of fundwatch writes.
StoreError damaged(const std::string& file, const std::string& what);

// What the StoreError says with which the deed ended; nothing if it went well. For those who go on
// with a file that fails them: checking, saving what can be saved.
std::optional<std::string> fault_of(const std::function<void()>& deed);

// Does the deed; throws StoreError about `file` where SQLite throws its own.
void guarded(const std::string& file, const std::function<void()>& deed);

}  // namespace fundwatch::store
