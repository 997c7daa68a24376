// daemon/commands/webhooks.h — `fundwatch profile hook`: where the new hits of a profile are
// posted, how it goes, and a trial.
#pragma once

#include "daemon/commands/command.h"

namespace fundwatch::daemon {

class WebhookCommands {
 public:
  // Joins the commands of `profile`, which is there already (daemon/commands/profiles.h).
  WebhookCommands(CLI::App& app, const Context& context);

 private:
  void run() const;
  void set(Installation& installation, const Profile& profile) const;
  void switch_off(Installation& installation, const store::Webhook& webhook) const;
  void test(const Installation& installation, const store::Webhook& webhook) const;
  void show(const Installation& installation, const Profile& profile) const;

  const Context& context_;
  std::string name_;
  std::string url_;
  bool off_ = false;
  bool test_ = false;
  bool json_ = false;
};

}  // namespace fundwatch::daemon
