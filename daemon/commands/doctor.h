// daemon/commands/doctor.h — `fundwatch doctor`: looks at all that can go wrong with an
// installation and says what to do. Gathers what the checks in daemon/doctor/ judge; changes
// nothing. Works beside the running daemon.
#pragma once

#include <optional>
#include <string>

#include "daemon/app.h"
#include "daemon/commands/command.h"
#include "daemon/doctor/finding.h"

namespace fundwatch::daemon {

class DoctorCommand {
 public:
  DoctorCommand(CLI::App& app, const Context& context);

 private:
  void run();
  void look_at_machine(const config::Config& config);
  bool look_at_state_folder(const config::Config& config);
  bool look_at_database(const config::Config& config);
  void look_at_secrets(const config::Config& config);
  void look_at_mail(const config::Config& config);
  void look_at_mailbox(const config::Config& config);
  void look_at_pages(const config::Config& config);
  void look_at_names(const config::Config& config);
  void look_at_sources(const config::Config& config);
  void send_test(const config::Config& config, digest::Mailer& mailer);
  std::optional<std::string> secret_of(const std::string& section,
                                       const config::Config& config) const;
  void tell(Finding finding);

  const Context& context_;
  bool is_offline_ = false;
  bool is_without_sources_ = false;
  bool is_of_catalogue_ = false;
  bool json_ = false;
  std::string test_recipient_;
  Findings findings_;
  std::vector<Source> sources_;
  std::size_t subscribers_ = 0;
  Instant newest_stored_{};
};

}  // namespace fundwatch::daemon
