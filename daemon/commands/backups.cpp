#include "daemon/commands/backups.h"

#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <ostream>

#include "daemon/app.h"
#include "daemon/backup_files.h"
#include "daemon/commands/table.h"
#include "daemon/disk_space.h"
#include "store/backup.h"
#include "store/file_work.h"
#include "store/salvage.h"

namespace fundwatch::daemon {
namespace {

namespace fs = std::filesystem;

store::Checkup made_or_fail(const Result<store::Checkup>& made) {
  if (made) return *made;
  throw CommandError(made.error().stage == Stage::config ? Exit::io : Exit::bad_data,
                     made.error().message);
}

void require(const Result<Done>& done) {
  if (!done) throw CommandError(Exit::io, done.error().message);
}

std::string words_of(const store::Checkup& checkup) {
  return bytes_text(checkup.bytes) + ", " + std::to_string(checkup.items) + " items, schema " +
         std::to_string(checkup.schema) + "; read again and whole";
}

void copy_bytes(std::istream& from, const fs::path& to) {
  require(store::create_private(to));
  std::ofstream stream(to, std::ios::binary | std::ios::trunc);
  if (from.peek() != std::istream::traits_type::eof()) stream << from.rdbuf();
  stream.close();
  if (!stream || from.bad()) {
    throw CommandError(Exit::io, "cannot write " + to.string() + "; is the disk full?");
  }
}

StateLock lock_or_fail(const fs::path& state_directory) {
  auto lock = StateLock::take(state_directory);
  if (lock) return std::move(*lock);
  throw CommandError(Exit::unavailable, "fundwatch is at work in " + state_directory.string() +
                                            "; stop it first: systemctl stop fundwatch");
}

}  // namespace

BackupCommands::BackupCommands(CLI::App& app, const Context& context) : context_(context) {
  CLI::App* backup = app.add_subcommand(
      "backup", "copy the database, keys and all, into one file; may run beside the daemon");
  backup
      ->add_option("file", file_, "the copy, or a folder for copies by date; - is standard output")
      ->required();
  backup->add_flag("--force", force_, "replace a file that is there");
  backup->add_option("--keep", keep_, "in a folder: remove all but so many of the newest copies")
      ->check(CLI::Range(1, kBackupsKeptMax));
  backup->callback([this] { back_up(); });

  CLI::App* restore = app.add_subcommand(
      "restore", "put a backup in the place of the database, which is kept aside");
  restore->add_option("file", file_, "the backup; with --salvage, a damaged database");
  restore->add_flag("--salvage", salvage_,
                    "save what can be read of a damaged database; without a file, of our own");
  restore->callback([this] { salvage_ ? salvage() : this->restore(); });
}

void BackupCommands::back_up() const {
  const config::Config config = context_.load_config();
  enter_state_directory(config.installation.state_directory);
  const fs::path database = config.database();
  if (file_ == "-") return back_up_to_output(database);
  if (fs::is_directory(file_)) return back_up_into_folder(database);
  if (keep_ > 0) {
    throw CommandError(Exit::usage, "--keep is for a folder; make it first: mkdir " + file_);
  }
  if (fs::exists(file_) && !force_) {
    throw CommandError(Exit::usage, file_ + " is there already; --force replaces it");
  }
  const auto made = made_or_fail(store::back_up(database, file_));
  context_.out << file_ << ": " << words_of(made) << "\n";
}

// By way of the state directory: SQLite writes files alone.
void BackupCommands::back_up_to_output(const fs::path& database) const {
  const fs::path copy = database.string() + ".backup";
  made_or_fail(store::back_up(database, copy));
  {
    std::ifstream stream(copy, std::ios::binary);
    context_.out << stream.rdbuf() << std::flush;
  }
  fs::remove(copy);
  if (!context_.out) throw CommandError(Exit::io, "cannot write to standard output");
}

void BackupCommands::back_up_into_folder(const fs::path& database) const {
  const fs::path file = fs::path(file_) / name_of_backup(context_.clock.now());
  const auto made = made_or_fail(store::back_up(database, file));
  context_.out << file.string() << ": " << words_of(made) << "\n";
  if (keep_ == 0) return;
  const std::vector<fs::path> backups = backups_in(file_);
  const std::size_t kept = std::min(backups.size(), static_cast<std::size_t>(keep_));
  for (std::size_t i = 0; i < backups.size() - kept; ++i) {
    fs::remove(backups[i]);
    context_.out << "removed " << backups[i].string() << "\n";
  }
}

// The backup is opened before root's rights are laid down: it may lie where only root reads.
void BackupCommands::restore() const {
  if (file_.empty()) {
    throw CommandError(Exit::usage, "which backup? fundwatch restore FILE, or --salvage");
  }
  const config::Config config = context_.load_config();
  std::ifstream backup(file_, std::ios::binary);
  if (!backup || fs::is_directory(file_)) {
    throw CommandError(Exit::io, "cannot open " + file_);
  }
  std::ifstream log(file_ + "-wal", std::ios::binary);
  enter_state_directory(config.installation.state_directory);
  const StateLock lock = lock_or_fail(config.installation.state_directory);
  const fs::path restored = config.database().string() + ".restored";
  store::remove_database(restored);
  copy_bytes(backup, restored);
  if (log) copy_bytes(log, restored.string() + "-wal");
  const auto checkup = store::check_up(restored, store::Depth::full);
  if (!checkup || !checkup->problems.empty()) {
    store::remove_database(restored);
    throw CommandError(
        Exit::bad_data,
        file_ + " was not restored, and nothing was changed: " +
            (checkup ? "it is damaged: " + checkup->problems.front() +
                           "; save what can be saved: fundwatch restore --salvage " + file_
                     : checkup.error().message));
  }
  put_in_place(config, restored);
  context_.out << "restored: " << words_of(*checkup) << "\nnext: systemctl start fundwatch\n";
}

void BackupCommands::salvage() const {
  const config::Config config = context_.load_config();
  enter_state_directory(config.installation.state_directory);
  const StateLock lock = lock_or_fail(config.installation.state_directory);
  const fs::path damaged = file_.empty() ? config.database() : fs::path(file_);
  const fs::path restored = config.database().string() + ".restored";
  store::remove_database(restored);
  const auto saved = store::salvage(damaged, restored);
  if (!saved) throw CommandError(Exit::bad_data, saved.error().message);
  const auto checkup = made_or_fail(store::check_up(restored, store::Depth::full));
  std::vector<std::vector<std::string>> rows{{"TABLE", "ROWS", "WHOLE", "LEFT OUT"}};
  for (const store::SavedTable& table : *saved) {
    rows.push_back({table.name, std::to_string(table.rows), table.is_whole ? "yes" : "no",
                    std::to_string(table.orphans)});
  }
  context_.out << as_table(rows);
  put_in_place(config, restored);
  context_.out << "saved: " << words_of(checkup)
               << "\nnext: systemctl start fundwatch; where rows of the ledger were lost, a mail "
                  "may tell something again\n";
}

void BackupCommands::put_in_place(const config::Config& config, const fs::path& restored) const {
  const fs::path database = config.database();
  if (fs::exists(database)) {
    const fs::path aside = database.string() + ".replaced-" + moment_text(context_.clock.now());
    require(store::move_database(database, aside));
    context_.out << "the database before is " << aside.string() << "; remove it when all is well\n";
  }
  require(store::move_database(restored, database));
}

}  // namespace fundwatch::daemon
