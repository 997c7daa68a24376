// daemon/commands/settings.h — `fundwatch config check|example`.
#pragma once

#include "daemon/commands/command.h"

namespace fundwatch::daemon {

class SettingCommands {
 public:
  SettingCommands(CLI::App& app, const Context& context);

 private:
  void check() const;

  const Context& context_;
};

}  // namespace fundwatch::daemon
