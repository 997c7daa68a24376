// store/transaction.h — changes that happen together or not at all.
#pragma once

#include <cstdint>
#include <functional>

#include "store/sqlite.h"

namespace fundwatch::store {

// A writing transaction (BEGIN IMMEDIATE, so that it waits for its turn once, at the start), or,
// while another one is open on the same connection, a part of that one. Rolls back when destroyed
// uncommitted. A part cannot be undone alone, which SQLite would keep a copy of every page for: one
// that has written and is not committed takes the whole with it, which must not be committed then.
// Throws StoreError.
class Transaction {
 public:
  explicit Transaction(Connection& database);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  // A part's changes are on disk when the outermost is committed.
  void commit();

 private:
  Connection& database_;
  const bool outermost_;
  const std::int64_t changes_before_;
  bool open_ = true;
};

// Does what writes outside a Transaction if that is possible at once: it waits neither for whoever
// writes at the moment nor for the disk, so that a power cut may undo it. For what is not worth
// that anybody waits. False if it was not done.
bool write_in_passing(Connection& database, const std::function<void()>& write);

// All that is read while it lives is of one moment, and many rows are read faster, because SQLite
// does not lock the file for each of them. For whoever only reads, outside a Transaction, and not
// for long: meanwhile the log of changes cannot begin anew. Throws StoreError.
class Snapshot {
 public:
  explicit Snapshot(Connection& database);
  ~Snapshot();
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;

 private:
  Connection& database_;
};

}  // namespace fundwatch::store
