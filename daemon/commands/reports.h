// daemon/commands/reports.h — `fundwatch report`: what became of what was found
// (digest/follow_up.h), and `fundwatch report note add|list|remove`: partnerships and municipal
// policies that the network has reached.
#pragma once

#include "daemon/commands/command.h"

namespace fundwatch::daemon {

class ReportCommands {
 public:
  ReportCommands(CLI::App& app, const Context& context);

 private:
  void report() const;
  void add_note() const;
  void list_notes() const;
  void remove_note() const;

  const Context& context_;
  std::string from_;
  std::string to_;
  bool csv_ = false;
  bool html_ = false;
  bool json_ = false;
  std::string goal_;
  std::string day_;
  std::string municipality_;
  std::string text_;
  std::int64_t id_ = 0;
};

}  // namespace fundwatch::daemon
