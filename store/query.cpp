#include "store/query.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>

#include "base/calendar.h"
#include "base/check.h"
#include "store/error.h"

namespace fundwatch::store {

Query::Query(const Connection& database, const std::string& sql)
    : database_(database), statement_(database.statements().lend(sql)) {}

Query::~Query() { database_.statements().take_back(std::move(statement_)); }

Query& Query::bind(std::int64_t value) {
  guarded(file(), [&] { statement().bind(++parameter_, value); });
  return *this;
}

Query& Query::bind(double value) {
  guarded(file(), [&] { statement().bind(++parameter_, value); });
  return *this;
}

Query& Query::bind(const std::string& value) {
  guarded(file(), [&] { statement().bind(++parameter_, value); });
  return *this;
}

Query& Query::bind_bytes(const std::string& value) {
  guarded(file(),
          [&] { statement().bind(++parameter_, value.data(), static_cast<int>(value.size())); });
  return *this;
}

Query& Query::bind_lasting(const std::string& value) {
  guarded(file(), [&] { statement().bindNoCopy(++parameter_, value); });
  return *this;
}

Query& Query::bind_lasting_bytes(const std::string& value) {
  guarded(file(), [&] {
    statement().bindNoCopy(++parameter_, value.data(), static_cast<int>(value.size()));
  });
  return *this;
}

Query& Query::bind_null() {
  guarded(file(), [&] { statement().bind(++parameter_); });
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
  guarded(file(), [&] { is_row = statement().executeStep(); });
  return is_row;
}

int Query::run() {
  CHECK(!step());
  return statement().getChanges();
}

void Query::reset() {
  guarded(file(), [&] { statement().reset(); });
  parameter_ = 0;
}

SQLite::Column Query::next_column() {
  std::optional<SQLite::Column> column;
  guarded(file(), [&] { column = statement().getColumn(++column_); });
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
  if (!day) throw damaged(file(), "\"" + text + "\" for a day");
  return day;
}

void execute(Connection& database, const std::string& sql) {
  guarded(database.file(), [&] { database.database().exec(sql); });
}

std::int64_t last_id(const Connection& database) {
  return database.database().getLastInsertRowid();
}

std::int64_t number_of(const Connection& database, const std::string& sql) {
  Query row(database, sql);
  CHECK(row.step());
  return row.integer();
}

}  // namespace fundwatch::store
