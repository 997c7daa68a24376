// daemon/commands/sources.h — `fundwatch source list|show|remove|import|export`; what adds and
// changes one is source_additions.h.
#pragma once

#include "daemon/commands/command.h"
#include "daemon/commands/source_additions.h"

namespace fundwatch::daemon {

class SourceCommands {
 public:
  SourceCommands(CLI::App& app, const Context& context);

 private:
  void list() const;
  void show() const;
  void show_history(const store::Store& store, SourceId source) const;
  void remove() const;
  void read() const;
  void write() const;

  const Context& context_;
  CLI::App& source_;
  SourceAdditions additions_;
  bool json_ = false;
  std::string which_;  // a number or a name
  std::string file_ = "-";
};

}  // namespace fundwatch::daemon
