// daemon/commands/subscribers.h — `fundwatch subscriber list|show|add|edit|remove|erase|import|
// export`.
#pragma once

#include "daemon/commands/command.h"

namespace fundwatch::daemon {

class SubscriberCommands {
 public:
  SubscriberCommands(CLI::App& app, const Context& context);

 private:
  void list() const;
  void show() const;
  void add() const;
  void edit() const;
  void remove() const;
  void import() const;
  void write() const;
  void write_personal(const Subscriber& subscriber, Installation& installation) const;

  Subscriber changed(Subscriber subscriber) const;
  void save(Installation& installation, const Subscriber& subscriber) const;

  const Context& context_;
  bool json_ = false;
  bool csv_ = false;
  std::string email_;
  std::string file_ = "-";
  std::string name_;
  std::string organisation_;
  std::string language_;
  std::string weekday_;
  std::string hour_;
  std::string municipality_;
  std::string reach_;
  std::string consented_;
  std::vector<std::string> profiles_;
  bool pause_ = false;
  bool resume_ = false;
};

}  // namespace fundwatch::daemon
