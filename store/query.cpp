#include "store/query.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>

#include "base/calendar.h"
#include "base/check.h"
#include "store/error.h"

namespace fundwatch::store {
namespace {

SQLite::Statement prepared(const SQLite::Database& database, const std::string& sql) {
  std::optional<SQLite::Statement> statement;
  guarded(database.getFilename(), [&] { statement.emplace(database, sql); });
  return std::move(*statement);
}

}  // namespace

Query::Query(const SQLite::Database& database, const std::string& sql)
    : file_(database.getFilename()), statement_(prepared(database, sql)) {}

Query& Query::bind(std::int64_t value) {
  guarded(file_, [&] { statement_.bind(++parameter_, value); });
  return *this;
}

Query& Query::bind(double value) {
  guarded(file_, [&] { statement_.bind(++parameter_, value); });
  return *this;
}

Query& Query::bind(const std::string& value) {
  guarded(file_, [&] { statement_.bind(++parameter_, value); });
  return *this;
}

Query& Query::bind_null() {
  guarded(file_, [&] { statement_.bind(++parameter_); });
  return *this;
}

Query& Query::bind(const std::optional<Instant>& value) {
  return value ? bind(*value) : bind_null();
}

Query& Query::bind(const std::optional<Day>& value) {
  return value ? bind(iso_day(*value)) : bind_null();
}

bool Query::step() {
  column_ = -1;
  bool is_row = false;
  guarded(file_, [&] { is_row = statement_.executeStep(); });
  return is_row;
}

int Query::run() {
  CHECK(!step());
  return statement_.getChanges();
}

void Query::reset() {
  guarded(file_, [&] { statement_.reset(); });
  parameter_ = 0;
}

SQLite::Column Query::next_column() {
  std::optional<SQLite::Column> column;
  guarded(file_, [&] { column = statement_.getColumn(++column_); });
  return *column;
}

std::int64_t Query::integer() { return next_column().getInt64(); }
int Query::number() { return next_column().getInt(); }
double Query::real() { return next_column().getDouble(); }
std::string Query::text() { return next_column().getString(); }
Instant Query::instant() { return Instant{std::chrono::seconds{integer()}}; }

std::optional<std::int64_t> Query::maybe_integer() {
  const SQLite::Column column = next_column();
  if (column.isNull()) return std::nullopt;
  return column.getInt64();
}

std::optional<Instant> Query::maybe_instant() {
  const std::optional<std::int64_t> seconds = maybe_integer();
  if (!seconds) return std::nullopt;
  return Instant{std::chrono::seconds{*seconds}};
}

std::optional<Day> Query::maybe_day() {
  const SQLite::Column column = next_column();
  if (column.isNull()) return std::nullopt;
  const std::string text = column.getString();
  const std::optional<Day> day = parse_iso_day(text);
  if (!day) throw damaged(file_, "\"" + text + "\" for a day");
  return day;
}

void execute(SQLite::Database& database, const std::string& sql) {
  guarded(database.getFilename(), [&] { database.exec(sql); });
}

std::int64_t last_id(const SQLite::Database& database) { return database.getLastInsertRowid(); }

std::int64_t number_of(const SQLite::Database& database, const std::string& sql) {
  Query row(database, sql);
  CHECK(row.step());
  return row.integer();
}

}  // namespace fundwatch::store
