// daemon/commands/manual.h — `fundwatch manual PAGE`: the manual pages fundwatch(1) and
// fundwatch.toml(5) and the completion for bash, made of what the program itself knows: its command
// line and its annotated example. So they cannot say anything else than it does. The package runs
// it when it is built.
#pragma once

#include <string>

#include "daemon/commands/command.h"

namespace fundwatch::daemon {

class ManualCommand {
 public:
  // The commands that `app` has when it is asked.
  ManualCommand(CLI::App& app, const Context& context);

 private:
  void print() const;

  const Context& context_;
  const CLI::App& app_;
  std::string page_;
};

// In troff's man macros (groff_man(7)).
std::string command_page(const CLI::App& app);
std::string settings_page(std::string_view example);

// For bash-completion.
std::string bash_completion(const CLI::App& app);

}  // namespace fundwatch::daemon
