// daemon/commands/digests.h — `fundwatch digest preview|send`.
#pragma once

#include <optional>

#include "daemon/commands/command.h"
#include "daemon/commands/editions.h"

namespace fundwatch::daemon {

class DigestCommands {
 public:
  DigestCommands(CLI::App& app, const Context& context);

 private:
  void preview() const;
  void send() const;

  const Context& context_;
  std::optional<EditionCommands> editions_;
  std::string email_;
  std::string part_ = "text";
};

}  // namespace fundwatch::daemon
