// store/query.h — one SQL statement, from its parameters to its rows.
// Parameters are given and columns are read from left to right, each call taking the next one, so
// that the order in the SQL text is the order in the code. Instants are whole seconds since 1970
// UTC, days are ISO text, and what may be absent is NULL. The statement is lent by the connection
// (statements.h), whose thread alone may use it. Throws StoreError.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "base/model.h"
#include "store/connection.h"
#include "store/statements.h"

namespace fundwatch::store {

class Query {
 public:
  // `sql` is a text of our own: whatever comes from outside is a `?` in it.
  Query(const Connection& database, const std::string& sql);
  ~Query();
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  Query& bind(std::int64_t value);
  Query& bind(double value);
  Query& bind(const std::string& value);
  Query& bind_bytes(const std::string& value);
  // Without a copy: what must stay as it is until this Query is reset or ends. For large values.
  Query& bind_lasting(const std::string& value);
  Query& bind_lasting(std::string&& value) = delete;
  Query& bind_lasting_bytes(const std::string& value);
  Query& bind_lasting_bytes(std::string&& value) = delete;
  Query& bind_null();

  Query& bind(int value) { return bind(std::int64_t{value}); }
  Query& bind(bool value) { return bind(std::int64_t{value}); }
  Query& bind(Instant value) { return bind(std::int64_t{value.time_since_epoch().count()}); }
  Query& bind(std::chrono::minutes value) { return bind(std::int64_t{value.count()}); }
  Query& bind(const std::optional<Instant>& value);
  Query& bind(const std::optional<Day>& value);

  Query& bind(SourceId id) { return bind(static_cast<std::int64_t>(id)); }
  Query& bind(ItemId id) { return bind(static_cast<std::int64_t>(id)); }
  Query& bind(CaseId id) { return bind(static_cast<std::int64_t>(id)); }
  Query& bind(ProfileId id) { return bind(static_cast<std::int64_t>(id)); }
  Query& bind(HitId id) { return bind(static_cast<std::int64_t>(id)); }
  Query& bind(SubscriberId id) { return bind(static_cast<std::int64_t>(id)); }
  Query& bind(DigestId id) { return bind(static_cast<std::int64_t>(id)); }
  Query& bind(MailId id) { return bind(static_cast<std::int64_t>(id)); }
  Query& bind(AccountId id) { return bind(static_cast<std::int64_t>(id)); }

  // To the next row; false after the last.
  bool step();

  // Does a statement that has no rows to give. Returns how many rows it changed.
  int run();

  // Makes it ready for other parameters.
  void reset();

  std::int64_t integer();
  int number();
  double real();
  bool flag() { return integer() != 0; }
  std::string text();
  std::string bytes() { return text(); }
  Instant instant();
  std::chrono::minutes minutes() { return std::chrono::minutes{integer()}; }
  std::optional<std::int64_t> maybe_integer();
  std::optional<Instant> maybe_instant();
  std::optional<Day> maybe_day();

  // Where the rows come from, for messages.
  const std::string& file() const { return database_.file(); }

 private:
  SQLite::Column next_column();

  SQLite::Statement& statement() { return statement_.mapped(); }

  const Connection& database_;
  Statements::Lent statement_;
  int parameter_ = 0;  // the last one given
  int column_ = -1;    // the last one read
};

// Statements without parameters and rows, one or several.
void execute(Connection& database, const std::string& sql);

// The row that was inserted last on this connection.
std::int64_t last_id(const Connection& database);

// The one number that `sql` asks for.
std::int64_t number_of(const Connection& database, const std::string& sql);

}  // namespace fundwatch::store
