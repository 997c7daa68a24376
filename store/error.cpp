#include "store/error.h"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

namespace fundwatch::store {
namespace {

constexpr int kPrimaryCode = 0xff;  // the rest of a code are details of SQLite's own

std::string advice(int code) {
  switch (code) {
    case SQLITE_FULL:
      return "the disk is full. This change was not kept, everything before it was; free space on "
             "that file system";
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      return "the file is damaged or no database. Stop fundwatch, move the file with its -wal and "
             "-shm aside and restore a backup";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "another process keeps the file locked. Find it with `fuser`, let it finish or stop "
             "it, "
             "and try again";
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return "the file cannot be opened for writing. Check that its folder exists and that both "
             "belong to the user that runs fundwatch";
    case SQLITE_IOERR:
      return "the disk failed to read or write. Check its health and its free space";
    default: return "SQLite gave an answer that fundwatch did not expect. Please report this";
  }
}

}  // namespace

StoreError explained(const SQLite::Exception& fault, const std::string& file) {
  return StoreError(file + ": " + advice(fault.getErrorCode() & kPrimaryCode) +
                    " (SQLite: " + fault.what() + ")");
}

StoreError damaged(const std::string& file, const std::string& what) {
  return StoreError(file + ": " + advice(SQLITE_CORRUPT) + " (it holds " + what + ")");
}

std::optional<std::string> fault_of(const std::function<void()>& deed) {
  try {
    deed();
    return std::nullopt;
  } catch (const StoreError& fault) {
    return fault.what();
  }
}

void guarded(const std::string& file, const std::function<void()>& deed) {
  try {
    deed();
  } catch (const SQLite::Exception& fault) {
    throw explained(fault, file);
  }
}

}  // namespace fundwatch::store
