// store/connection.h — a connection to the database file, as safe as SQLite can make it.
// WAL, so that readers and the one writer do not wait for each other; synchronous = FULL, so that
// what was committed survives a power cut; foreign keys enforced.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "store/sqlite.h"

namespace fundwatch::store {

struct Options {
  // How long a transaction waits for another one's end before it is a StoreError.
  std::chrono::milliseconds busy_timeout{5000};
  std::optional<int> pages_max;  // PRAGMA max_page_count: how tests fill the disk
  // Whether its commits carry the log over into the file when that has grown long, which may take
  // seconds. Somebody has to.
  bool checkpoints = true;
};

// What SQL is spoken through, by way of query.h.
class Connection {
 public:
  // To a file that exists. Throws StoreError.
  Connection(const std::filesystem::path& file, std::chrono::milliseconds busy_timeout);
  ~Connection();

  SQLite::Database& database() const { return *database_; }
  Statements& statements() const { return *statements_; }
  const std::string& file() const { return file_; }
  std::chrono::milliseconds busy_timeout() const { return busy_timeout_; }

  // How often what was written was undone.
  std::uint64_t rollbacks() const { return rollbacks_; }
  void note_rollback() {
    ++rollbacks_;
    has_lost_part_ = false;
  }

  // Whether a part of the open transaction was given up, so that only undoing it all is right.
  bool has_lost_part() const { return has_lost_part_; }
  void lose_part() { has_lost_part_ = true; }

  // What each transaction does last, before it is committed.
  void finish_by(std::function<void(Connection&)> finish) { finish_ = std::move(finish); }
  void finish() {
    if (finish_) finish_(*this);
  }

 private:
  const std::string file_;  // for messages
  const std::chrono::milliseconds busy_timeout_;
  std::unique_ptr<SQLite::Database> database_;
  std::unique_ptr<Statements> statements_;
  std::uint64_t rollbacks_ = 0;
  bool has_lost_part_ = false;
  std::function<void(Connection&)> finish_;
};

// Opens the file, or creates it with mode 0600, and brings its schema up to date. A file that is
// not ours, is newer, or is no database is refused untouched. Throws StoreError.
std::unique_ptr<Connection> open_database(const std::filesystem::path& file,
                                          const Options& options);

}  // namespace fundwatch::store
