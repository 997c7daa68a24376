// daemon/commands/profiles.h — `fundwatch profile list|show|add|edit|remove|import|export`, `test`
// and `forms`.
#pragma once

#include "daemon/commands/command.h"

namespace fundwatch::daemon {

// The profile of that name; CommandError{bad_data} names the nearest if there is none.
Profile find_profile(const store::Store& store, const std::string& name);

class ProfileCommands {
 public:
  ProfileCommands(CLI::App& app, const Context& context);

 private:
  void list() const;
  void show() const;
  void add() const;
  void edit() const;
  void remove() const;
  void import() const;
  void write() const;
  void test() const;
  void forms() const;

  Profile changed(Profile profile) const;
  void save(Installation& installation, const Profile& profile) const;
  void warn(const Profile& profile) const;

  const Context& context_;
  bool json_ = false;
  std::string name_;
  std::string file_ = "-";
  std::string term_;
  std::string title_sv_;
  std::string title_en_;
  double threshold_ = 0;
  std::vector<std::string> terms_;
  std::vector<std::string> dropped_terms_;
};

}  // namespace fundwatch::daemon
