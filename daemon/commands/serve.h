// daemon/commands/serve.h — `fundwatch serve` (the daemon), `serve --demo` and `once` (one cycle).
#pragma once

#include "daemon/commands/command.h"

namespace fundwatch::daemon {

class ServeCommands {
 public:
  ServeCommands(CLI::App& app, const Context& context);

 private:
  void serve() const;
  void serve_demo() const;
  void once() const;

  const Context& context_;
  bool demo_ = false;
};

}  // namespace fundwatch::daemon
