// daemon/commands/digests.h — `fundwatch digest preview|send`.
#pragma once

#include "daemon/commands/command.h"

namespace fundwatch::daemon {

class DigestCommands {
 public:
  DigestCommands(CLI::App& app, const Context& context);

 private:
  void preview() const;
  void send() const;

  const Context& context_;
  std::string email_;
  std::string part_ = "text";
};

}  // namespace fundwatch::daemon
