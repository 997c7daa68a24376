#include "store/salvage.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <optional>

#include "store/connection.h"
#include "store/error.h"
#include "store/file_work.h"
#include "store/migrations.h"
#include "store/query.h"

namespace fundwatch::store {
namespace {

// What the daemon makes anew of the items, and triggers count anew.
constexpr std::array<std::string_view, 6> kMadeAnew{"mark",          "marked_item", "marks_state",
                                                    "unmarked_item", "item_count",  "inbox_count"};
// Where rows cannot be read, the next that can is looked for this far ahead at most.
constexpr std::int64_t kGapMax = std::int64_t{1} << 40U;
constexpr int kPrimaryCode = 0xff;  // the rest of a code are details of SQLite's own

struct Column {
  std::string name;
  bool is_key = false;
};

struct Table {
  std::string name;
  std::vector<Column> columns;
  bool has_rowid = true;
};

std::string in_quotes(const std::string& name) { return "\"" + name + "\""; }

// In the order in which they were made: triggers then find what they look for. Those that are
// indexes of others in disguise (FTS5) are kept up from what the triggers note.
std::vector<Table> tables_of(const Connection& database) {
  std::vector<Table> tables;
  Query query(
      database,
      "SELECT l.name, l.wr FROM pragma_table_list l JOIN sqlite_schema s ON s.name = l.name "
      "WHERE l.schema = 'main' AND l.type = 'table' AND l.name NOT LIKE 'sqlite%' "
      "ORDER BY s.rowid");
  while (query.step()) {
    Table table;
    table.name = query.text();
    table.has_rowid = !query.flag();
    const bool is_made_anew = std::ranges::find(kMadeAnew, table.name) != kMadeAnew.end();
    if (!is_made_anew) tables.push_back(std::move(table));
  }
  for (Table& table : tables) {
    Query columns(database, "SELECT name, pk FROM pragma_table_info(?) ORDER BY cid");
    columns.bind(table.name);
    while (columns.step()) {
      Column column;
      column.name = columns.text();
      column.is_key = columns.integer() > 0;
      table.columns.push_back(std::move(column));
    }
  }
  return tables;
}

std::string names_of(const Table& table) {
  std::string names;
  for (const Column& column : table.columns) {
    names += (names.empty() ? "" : ", ") + in_quotes(column.name);
  }
  return names;
}

std::string keys_of(const Table& table, const std::string& direction) {
  std::string keys;
  for (const Column& column : table.columns) {
    if (column.is_key) keys += (keys.empty() ? "" : ", ") + in_quotes(column.name) + direction;
  }
  return keys;
}

// One table on its way from the damaged file to the new one.
class Copying {
 public:
  Copying(const Connection& from, Connection& to, Table table)
      : from_(from), to_(to), table_(std::move(table)) {}

  SavedTable run();

 private:
  void copy_by_rowid();
  void copy_by_keys(const std::string& direction);
  std::optional<std::string> copy_forwards(std::int64_t first);
  void copy_backwards(std::int64_t last);
  void copy_rows(SQLite::Statement& rows);
  bool put(SQLite::Statement& rows, SQLite::Statement& insert);
  std::optional<std::int64_t> next_readable(std::int64_t after);
  std::string selecting(const std::string& rest) const {
    const std::string rowid = table_.has_rowid ? "rowid, " : "0, ";
    return "SELECT " + rowid + names_of(table_) + " FROM " + in_quotes(table_.name) + rest;
  }

  const Connection& from_;
  Connection& to_;
  Table table_;
  SavedTable saved_;
  std::int64_t last_rowid_ = INT64_MIN;
  std::optional<std::string> write_fault_;  // of the new file: then all is over
};

SavedTable Copying::run() {
  saved_.name = table_.name;
  if (table_.has_rowid) {
    copy_by_rowid();
  } else {
    copy_by_keys("");
    if (!saved_.is_whole) copy_by_keys(" DESC");
  }
  if (write_fault_) throw StoreError(*write_fault_);
  saved_.rows = number_of(to_, "SELECT count(*) FROM " + in_quotes(table_.name));
  return saved_;
}

void Copying::copy_by_rowid() {
  std::int64_t first = INT64_MIN;
  while (copy_forwards(first) && !write_fault_) {
    saved_.is_whole = false;
    const auto next = next_readable(last_rowid_);
    if (!next) return;
    copy_backwards(*next - 1);
    first = *next;
  }
}

void Copying::copy_by_keys(const std::string& direction) {
  const auto fault = fault_of([&] {
    guarded(from_.file(), [&] {
      SQLite::Statement rows(from_.database(),
                             selecting(" ORDER BY " + keys_of(table_, direction)));
      copy_rows(rows);
    });
  });
  if (fault) saved_.is_whole = false;
}

// From that row on until the last, or one that cannot be read: then the fault.
std::optional<std::string> Copying::copy_forwards(std::int64_t first) {
  last_rowid_ = std::max(last_rowid_, first);
  return fault_of([&] {
    guarded(from_.file(), [&] {
      SQLite::Statement rows(from_.database(), selecting(" WHERE rowid >= ? ORDER BY rowid"));
      rows.bind(1, first);
      copy_rows(rows);
    });
  });
}

// From that row down to one that cannot be read.
void Copying::copy_backwards(std::int64_t last) {
  const std::int64_t reached = last_rowid_;
  const auto fault = fault_of([&] {
    guarded(from_.file(), [&] {
      SQLite::Statement rows(from_.database(),
                             selecting(" WHERE rowid <= ? AND rowid > ? ORDER BY rowid DESC"));
      rows.bind(1, last);
      rows.bind(2, reached);
      copy_rows(rows);
    });
  });
  if (fault) saved_.is_whole = false;
}

void Copying::copy_rows(SQLite::Statement& rows) {
  std::string places;
  for (std::size_t i = 0; i < table_.columns.size(); ++i) places += i == 0 ? "?" : ", ?";
  SQLite::Statement insert(to_.database(), "INSERT OR REPLACE INTO " + in_quotes(table_.name) +
                                               " (" + names_of(table_) + ") VALUES (" + places +
                                               ")");
  while (rows.executeStep()) {
    if (!put(rows, insert)) return;
    if (table_.has_rowid) last_rowid_ = std::max(last_rowid_, rows.getColumn(0).getInt64());
  }
}

// A row that breaks a rule of its table is damaged, too, and left out.
bool Copying::put(SQLite::Statement& rows, SQLite::Statement& insert) {
  for (int i = 1; i <= static_cast<int>(table_.columns.size()); ++i) {
    const SQLite::Column value = rows.getColumn(i);
    if (value.isNull()) insert.bind(i);
    if (value.isInteger()) insert.bind(i, value.getInt64());
    if (value.isFloat()) insert.bind(i, value.getDouble());
    if (value.isText()) insert.bind(i, value.getString());
    if (value.isBlob()) insert.bind(i, value.getBlob(), value.getBytes());
  }
  const int code = insert.tryExecuteStep() & kPrimaryCode;
  if (code == SQLITE_CONSTRAINT || code == SQLITE_MISMATCH) saved_.is_whole = false;
  if (code == SQLITE_FULL || code == SQLITE_IOERR) {
    write_fault_ = to_.file() + ": cannot be written; is there room for another database?";
  }
  insert.tryReset();
  return !write_fault_;
}

// The first row further on that can be found at all.
std::optional<std::int64_t> Copying::next_readable(std::int64_t after) {
  std::int64_t base = std::max<std::int64_t>(after, 0);
  for (std::int64_t gap = 1; gap <= kGapMax; gap *= 2) {
    std::optional<std::int64_t> found;
    bool is_end = false;
    const auto fault = fault_of([&] {
      Query query(from_, selecting(" WHERE rowid > ? ORDER BY rowid LIMIT 1"));
      query.bind(base + gap);
      is_end = !query.step();
      if (!is_end) found = query.integer();
    });
    if (!fault && is_end) return std::nullopt;
    if (!fault) return found;
  }
  return std::nullopt;
}

// A column whose values are rows of another table.
struct Reference {
  std::string table;
  std::string column;
  std::string parent;
  std::string key;
};

std::vector<Reference> references_of(const Connection& database) {
  std::vector<Reference> references;
  Query query(database,
              "SELECT t.name, f.\"from\", f.\"table\", f.\"to\" FROM pragma_table_list t, "
              "pragma_foreign_key_list(t.name) f WHERE t.schema = 'main' AND t.type = 'table'");
  while (query.step()) {
    Reference reference;
    reference.table = query.text();
    reference.column = query.text();
    reference.parent = query.text();
    reference.key = query.text();
    references.push_back(std::move(reference));
  }
  return references;
}

int remove_orphans_of(const Reference& reference, Connection& database) {
  const std::string column = in_quotes(reference.table) + "." + in_quotes(reference.column);
  return Query(database, "DELETE FROM " + in_quotes(reference.table) + " WHERE " + column +
                             " IS NOT NULL AND NOT EXISTS (SELECT 1 FROM " +
                             in_quotes(reference.parent) + " p WHERE p." +
                             in_quotes(reference.key) + " = " + column + ")")
      .run();
}

// Rows that point at what is gone; those that go may leave others behind.
void remove_orphans(Connection& database, std::vector<SavedTable>& tables) {
  const std::vector<Reference> references = references_of(database);
  for (bool is_clean = false; !is_clean;) {
    is_clean = true;
    for (const Reference& reference : references) {
      const int removed = remove_orphans_of(reference, database);
      if (removed == 0) continue;
      is_clean = false;
      const auto saved = std::ranges::find(tables, reference.table, &SavedTable::name);
      if (saved == tables.end()) continue;
      saved->orphans += removed;
      saved->rows -= removed;
    }
  }
}

// Ids are never given twice, whatever was lost.
void keep_sequences(const Connection& from, Connection& to) {
  (void)fault_of([&] {
    Query query(from, "SELECT name, seq FROM sqlite_sequence");
    while (query.step()) {
      const std::string name = query.text();
      const std::int64_t last = query.integer();
      Query remove(to, "DELETE FROM sqlite_sequence WHERE name = ? AND seq <= ?");
      remove.bind(name).bind(last).run();
      Query add(to,
                "INSERT INTO sqlite_sequence (name, seq) SELECT ?, ? "
                "WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = ?)");
      add.bind(name).bind(last).bind(name).run();
    }
  });
}

bool has_table(const Connection& database, const std::string& name) {
  Query query(database, "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?");
  return query.bind(name).step();
}

// Rows that are put in place of others are counted twice by the triggers.
void count_anew(Connection& database) {
  if (!has_table(database, "inbox_count")) return;
  execute(database,
          "UPDATE item_count SET items = "
          "(SELECT count(*) FROM item WHERE item.source = item_count.source)");
  execute(database,
          "UPDATE inbox_count SET cases = "
          "(SELECT count(*) FROM inbox WHERE inbox.state = inbox_count.state)");
}

std::vector<SavedTable> copy_all(const Connection& from, Connection& to) {
  require_usable(from, migrations());
  const auto schema = static_cast<std::size_t>(number_of(from, "PRAGMA user_version"));
  migrate(to, migrations().first(schema));
  execute(to, "PRAGMA foreign_keys = OFF");
  execute(to, "PRAGMA synchronous = OFF");  // it is checked as a whole before it is used
  std::vector<SavedTable> saved;
  for (Table& table : tables_of(to)) {
    execute(to, "BEGIN");
    saved.push_back(Copying(from, to, std::move(table)).run());
    execute(to, "COMMIT");
  }
  count_anew(to);
  keep_sequences(from, to);
  remove_orphans(to, saved);
  return saved;
}

}  // namespace

Result<std::vector<SavedTable>> salvage(const std::filesystem::path& damaged,
                                        const std::filesystem::path& to) {
  const auto made = create_private(to);
  if (!made) return made.error();
  std::vector<SavedTable> saved;
  const auto fault = fault_of([&] {
    const Connection from(damaged, Options{}.busy_timeout);
    Connection database(to, Options{}.busy_timeout);
    saved = copy_all(from, database);
  });
  if (!fault) return saved;
  remove_database(to);
  return Error{Stage::read, "nothing could be saved: " + *fault};
}

}  // namespace fundwatch::store
