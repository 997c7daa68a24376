// store/sqlite.h — the names of SQLiteCpp, and of what stands in front of it, that headers of this
// folder mention. Whoever includes store/store.h gets no more of SQLite than these.
#pragma once

namespace SQLite {  // NOLINT(readability-identifier-naming): theirs
class Database;
class Exception;
}  // namespace SQLite

namespace fundwatch::store {
class Connection;  // connection.h
class Statements;  // statements.h
}  // namespace fundwatch::store
