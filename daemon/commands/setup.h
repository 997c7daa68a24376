// daemon/commands/setup.h — `fundwatch setup`: from a few answers to a configuration that works and
// the sources of a county. Asks for what the options do not say, where somebody can answer.
#pragma once

#include <optional>
#include <string>

#include "daemon/commands/command.h"
#include "daemon/commands/setup_answers.h"

namespace fundwatch::daemon {

class SetupCommand {
 public:
  SetupCommand(CLI::App& app, const Context& context);

 private:
  void run() const;
  void require_free() const;
  SetupAnswers answers() const;
  void write(const std::string& toml) const;
  std::size_t import_sources(const std::string& county) const;

  const Context& context_;
  std::string language_ = "sv";
  std::string state_directory_;
  SetupOptions options_;
  bool force_ = false;
};

}  // namespace fundwatch::daemon
