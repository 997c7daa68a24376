// daemon/commands/lists.h — `fundwatch item list` and `fundwatch hit list`: what is stored, as
// JSON.
#pragma once

#include "daemon/commands/command.h"

namespace fundwatch::daemon {

class ListCommands {
 public:
  ListCommands(CLI::App& app, const Context& context);

 private:
  void items() const;
  void hits() const;
  std::optional<Instant> since() const;

  const Context& context_;
  bool json_ = false;
  std::string since_;
  std::int64_t source_ = 0;
};

}  // namespace fundwatch::daemon
