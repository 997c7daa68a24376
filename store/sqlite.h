// store/sqlite.h — the names of SQLiteCpp that headers of this folder mention. Whoever includes
// store/store.h gets no more of SQLite than these.
#pragma once

namespace SQLite {  // NOLINT(readability-identifier-naming): theirs
class Database;
class Exception;
}  // namespace SQLite
