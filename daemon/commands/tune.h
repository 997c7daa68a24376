// daemon/commands/tune.h — `fundwatch tune`: what a changed profile would gain and lose among all
// stored items (daemon/tuning.h). Changes nothing.
#pragma once

#include "daemon/commands/command.h"
#include "daemon/tuning.h"

namespace fundwatch::daemon {

class TuneCommand {
 public:
  TuneCommand(CLI::App& app, const Context& context);

 private:
  void tune() const;
  Profile changed() const;

  const Context& context_;
  std::string name_;
  std::string file_;
  std::string since_;
  bool is_text_ = false;
};

}  // namespace fundwatch::daemon
