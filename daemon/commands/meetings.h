// daemon/commands/meetings.h — `fundwatch meeting add|list|edit|remove`: the network's own.
#pragma once

#include "base/calendar.h"
#include "base/meeting.h"
#include "daemon/commands/command.h"

namespace fundwatch::daemon {

class MeetingCommands {
 public:
  MeetingCommands(CLI::App& app, const Context& context);

 private:
  void add() const;
  void list() const;
  void edit() const;
  void remove() const;

  Meeting changed(Meeting meeting, const Calendar& calendar) const;

  const Context& context_;
  std::int64_t id_ = 0;
  std::string title_;
  std::string when_;
  int minutes_ = 0;
  std::string place_;
  std::string link_;
  bool json_ = false;
};

}  // namespace fundwatch::daemon
