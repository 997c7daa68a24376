#include "store/checkup.h"

#include <optional>
#include <system_error>

#include "store/connection.h"
#include "store/error.h"
#include "store/migrations.h"
#include "store/query.h"

namespace fundwatch::store {
namespace {

std::int64_t size_of(const std::filesystem::path& file) {
  std::error_code fault;
  const auto bytes = std::filesystem::file_size(file, fault);
  return fault ? 0 : static_cast<std::int64_t>(bytes);
}

bool has_table(const Connection& database, const std::string& name) {
  Query query(database, "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = ?");
  query.bind(name).step();
  return query.integer() > 0;
}

std::vector<std::string> problems_of(const Connection& database, Depth depth) {
  const std::string check = depth == Depth::full ? "integrity_check" : "quick_check";
  Query query(database, "PRAGMA " + check + "(" + std::to_string(kProblemsMax) + ")");
  std::vector<std::string> problems;
  while (query.step()) problems.push_back(query.text());
  if (problems.size() == 1 && problems.front() == "ok") problems.clear();
  return problems;
}

Checkup look_at(const Connection& database, Depth depth) {
  require_usable(database, migrations());
  Checkup checkup;
  checkup.schema = static_cast<int>(number_of(database, "PRAGMA user_version"));
  checkup.schema_known = static_cast<int>(migrations().size());
  checkup.bytes = size_of(database.file());
  checkup.log_bytes = size_of(database.file() + "-wal");
  checkup.free_bytes =
      number_of(database, "PRAGMA freelist_count") * number_of(database, "PRAGMA page_size");
  // Some damage keeps SQLite from looking on.
  const auto fault = fault_of([&] { checkup.problems = problems_of(database, depth); });
  if (fault) checkup.problems.push_back(*fault);
  if (checkup.problems.empty() && has_table(database, "item")) {
    checkup.items = number_of(database, "SELECT count(*) FROM item");
  }
  return checkup;
}

}  // namespace

Result<Checkup> check_up(const std::filesystem::path& file, Depth depth) {
  if (!std::filesystem::is_regular_file(file)) {
    return Error{Stage::read, file.string() + ": there is no such file"};
  }
  Checkup checkup;
  const auto fault = fault_of([&] {
    const Connection database(file, Options{}.busy_timeout);
    checkup = look_at(database, depth);
  });
  if (fault) return Error{Stage::read, *fault};
  return checkup;
}

}  // namespace fundwatch::store
