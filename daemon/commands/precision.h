// daemon/commands/precision.h — `fundwatch profile precision`: how many hits of each profile and
// term people kept and dismissed, and what that suggests (matchers/precision.h).
#pragma once

#include <boost/json/object.hpp>
#include <string>

#include "daemon/commands/command.h"

namespace fundwatch::daemon {

// {"kept","dismissed","precision","terms":[{"term","kept","dismissed","precision"}],
//  "proposals":[{"kind":"veto"|"weaken","term","dismissed","of","words"}]}; precision is null
// without marks.
boost::json::object precision_json(const store::Store& store, const Profile& profile);

// The same for people: the profile, its terms that have marks, and the proposals, a line each.
std::string precision_text(const store::Store& store, const Profile& profile);

class PrecisionCommands {
 public:
  // Joins the commands of `profile`, which is there already (daemon/commands/profiles.h).
  PrecisionCommands(CLI::App& app, const Context& context);

 private:
  void show() const;

  const Context& context_;
  std::string name_;
  bool json_ = false;
};

}  // namespace fundwatch::daemon
