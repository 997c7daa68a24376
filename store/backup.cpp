#include "store/backup.h"

#include <system_error>

#include "store/connection.h"
#include "store/error.h"
#include "store/file_work.h"
#include "store/query.h"

namespace fundwatch::store {
namespace {

// A copy that is being made, gone unless it is kept.
class Unfinished {
 public:
  explicit Unfinished(std::filesystem::path file) : file_(std::move(file)) {
    remove_database(file_);
  }
  ~Unfinished() { remove_database(file_); }
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;

  const std::filesystem::path& file() const { return file_; }

 private:
  std::filesystem::path file_;
};

Result<Checkup> whole(const std::filesystem::path& copy) {
  auto checkup = check_up(copy, Depth::full);
  if (!checkup || checkup->problems.empty()) return checkup;
  return Error{Stage::read, copy.string() + ": the copy is not whole (" +
                                checkup->problems.front() +
                                "); is the disk well? Look at the database: fundwatch doctor"};
}

}  // namespace

Result<Checkup> back_up(Connection& from, const std::filesystem::path& to) {
  const Unfinished copy(to.string() + ".part");
  const auto made = create_private(copy.file());
  if (!made) return made.error();
  const auto fault = fault_of([&] {
    Query query(from, "VACUUM INTO ?");
    query.bind(copy.file().string()).run();
  });
  if (fault) return Error{Stage::read, "no backup was made: " + *fault};
  const auto checkup = whole(copy.file());
  if (!checkup) return checkup;
  const auto kept = move_durably(copy.file(), to);
  if (!kept) return kept.error();
  return checkup;
}

Result<Checkup> back_up(const std::filesystem::path& from, const std::filesystem::path& to) {
  const auto looked_at = check_up(from, Depth::quick);
  if (!looked_at) return looked_at;
  if (!looked_at->problems.empty()) {
    return Error{Stage::read, from.string() + " is damaged (" + looked_at->problems.front() +
                                  "); no backup was made of it. Restore an earlier one, or save "
                                  "what can be saved: fundwatch restore --salvage"};
  }
  Connection database(from, Options{}.busy_timeout);
  return back_up(database, to);
}

std::filesystem::path backup_before_migration(const std::filesystem::path& file, int schema) {
  return file.string() + ".schema-" + std::to_string(schema);
}

}  // namespace fundwatch::store
