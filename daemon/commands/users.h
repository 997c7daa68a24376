// daemon/commands/users.h — `fundwatch user list|add|edit|remove`: who may log in at the desk.
// A password is asked for, or read as one line from standard input; it never stands on a command
// line, where others of this machine could read it.
#pragma once

#include "daemon/commands/command.h"

namespace fundwatch::daemon {

class UserCommands {
 public:
  UserCommands(CLI::App& app, const Context& context);

 private:
  void list() const;
  void add() const;
  void edit() const;
  void remove() const;

  Account changed(Account account) const;
  std::string read_password() const;

  const Context& context_;
  std::string email_;
  std::string name_;
  std::string role_;
  std::string language_;
  bool password_ = false;
  bool disable_ = false;
  bool enable_ = false;
  bool json_ = false;
};

}  // namespace fundwatch::daemon
