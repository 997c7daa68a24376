// store/statements.h — the statements of a connection, prepared once and kept for the next time:
// preparing one takes longer than most take to run.
#pragma once

#include <SQLiteCpp/Statement.h>

#include <cstddef>
#include <string>
#include <unordered_map>

#include "store/sqlite.h"

namespace fundwatch::store {

// More than the texts of this folder; what is beyond is prepared anew each time.
constexpr std::size_t kStatementsMax = 300;

class Statements {
 public:
  using ByText = std::unordered_map<std::string, SQLite::Statement>;
  using Lent = ByText::node_type;

  explicit Statements(const SQLite::Database& database) : database_(database) {}

  // The statement of this text, without parameters or rows. While it is lent, whoever asks for the
  // same text gets another one. Throws StoreError.
  Lent lend(const std::string& sql);

  // It lets go of its rows, and of the read lock with them, at once.
  void take_back(Lent statement) noexcept;

  std::size_t count() const { return idle_.size(); }  // of those that are not lent

 private:
  const SQLite::Database& database_;
  ByText idle_;
};

}  // namespace fundwatch::store
