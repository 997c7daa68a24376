// daemon/commands/keys.h — `fundwatch key rotate`.
#pragma once

#include "daemon/commands/command.h"

namespace fundwatch::daemon {

class KeyCommands {
 public:
  KeyCommands(CLI::App& app, const Context& context);

 private:
  void rotate() const;

  const Context& context_;
};

}  // namespace fundwatch::daemon
