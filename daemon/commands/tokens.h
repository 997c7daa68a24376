// daemon/commands/tokens.h — `fundwatch user token`: what programs bring to the JSON API in a
// user's name (docs/api.md). A token is shown once, when it is made; only its hash is kept.
#pragma once

#include <cstdint>
#include <string>

#include "daemon/commands/command.h"

namespace fundwatch::daemon {

class TokenCommand {
 public:
  // Joins the commands of `user`, which is there already (daemon/commands/users.h).
  TokenCommand(CLI::App& app, const Context& context);

 private:
  void run() const;
  void make(Installation& installation, const Account& account) const;
  void list(const Installation& installation, const Account& account) const;
  void revoke(Installation& installation, const Account& account) const;

  const Context& context_;
  std::string email_;
  std::string label_;
  bool list_ = false;
  bool json_ = false;
  std::int64_t revoked_ = 0;
};

}  // namespace fundwatch::daemon
