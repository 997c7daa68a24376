// daemon/commands/command.h — what all commands share: where they read and print, how they open the
// installation, and the exit codes of sysexits.h. Each group of commands is a class that declares
// its options to CLI11 when made and runs when the command line chose it.
#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <iosfwd>
#include <stdexcept>
#include <string>

#include "base/clock.h"
#include "config/config.h"
#include "daemon/troubles.h"
#include "store/store.h"

namespace fundwatch::daemon {

enum class Exit { ok = 0, usage = 64, bad_data = 65, unavailable = 69, io = 74, bad_config = 78 };

// Ends a command: main prints the message and exits so.
class CommandError : public std::runtime_error {
 public:
  CommandError(Exit exit, const std::string& message) : std::runtime_error(message), exit_(exit) {}
  Exit exit() const { return exit_; }

 private:
  Exit exit_;
};

struct Context {
  std::istream& in;
  std::ostream& out;
  const Clock& clock;
  std::filesystem::path credentials_directory;  // systemd's
  std::filesystem::path config_file = "/etc/fundwatch/fundwatch.toml";
  bool is_terminal = false;          // somebody sits there who can be asked
  std::filesystem::path dictionary;  // of Swedish words, see read_lexicon
  Journal journal;

  // CommandError{bad_config} with every fault.
  config::Config load_config() const;
};

// The configuration and the database of the installation, for a command that runs beside the
// daemon.
struct Installation {
  explicit Installation(const Context& context);
  config::Config config;
  store::Store store;
};

// The bytes of a file, or of standard input for "-". CommandError{io} if it cannot be read;
// CommandError{bad_data} over 64 MB.
std::string read_input(const Context& context, const std::string& file);

// "-" is standard output; a file is replaced whole or not at all.
void write_output(const Context& context, const std::string& file, const std::string& bytes);

}  // namespace fundwatch::daemon
