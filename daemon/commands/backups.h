// daemon/commands/backups.h — `fundwatch backup` and `fundwatch restore`: the database as one file,
// and back. What makes and checks the copies is store/backup.h.
#pragma once

#include "daemon/commands/command.h"

namespace fundwatch::daemon {

// Of the backups that `backup --keep` makes in a folder.
constexpr int kBackupsKeptMax = 1000;

class BackupCommands {
 public:
  BackupCommands(CLI::App& app, const Context& context);

 private:
  void back_up() const;
  void back_up_to_output(const std::filesystem::path& database) const;
  void back_up_into_folder(const std::filesystem::path& database) const;
  void restore() const;
  void salvage() const;
  void put_in_place(const config::Config& config, const std::filesystem::path& restored) const;

  const Context& context_;
  std::string file_;
  bool force_ = false;
  bool salvage_ = false;
  int keep_ = 0;
};

}  // namespace fundwatch::daemon
