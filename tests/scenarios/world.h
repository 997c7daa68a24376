// tests/scenarios/world.h — the real Daemon in a scripted world: sources, subscribers and mail
// server are played, the clock jumps from one wish of tick() to the next, and the process can be
// killed at every named point (daemon/parts.h) or find its disk full.
#pragma once

#include <spdlog/logger.h>

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <sstream>
#include <string>

#include "base/calendar.h"
#include "daemon/daemon.h"
#include "store/store.h"
#include "tests/support/fakes.h"
#include "tests/support/temporary_folder.h"

namespace fundwatch::tests {

class World {
 public:
  explicit World(Instant start);
  ~World();

  FakeClock clock;
  FakeFetcher fetcher;
  FakeMailer mailer;
  const Calendar calendar;

  store::Store& store() { return *store_; }
  std::string log() const { return log_words_.str(); }
  // As `systemctl status` shows it.
  const std::string& status() const { return status_; }

  // Room on the disk as the daemon sees it; nothing: it does not see any.
  std::optional<daemon::DiskSpace> space;
  std::uintmax_t database_bytes() const;

  // Starts again with other settings.
  void configure(const std::function<void(config::Config&)>& change);

  // From now on told of sources in trouble.
  void set_coordinator(const std::string& address);

  // Settings from now on.
  config::Config& config() { return config_; }

  // Plays everything that is due up to and at `until`.
  void play(Instant until);

  // The process dies when it next reaches `point`, the `skip`-th time counted from 0, and starts
  // again on what the disk then held.
  void kill_at(daemon::Point point, int skip);
  bool was_killed() const { return !deadly_; }

  // Stops the process and starts it again; the disk full from then on, or not.
  enum class Disk { roomy, full };
  void restart(Disk disk = Disk::roomy);

  // What the mail server accepted, each Message-ID once: the decoded mails to `address`.
  std::vector<std::string> mails_to(const std::string& address) const;
  // How many times the server accepted anything, repetitions too.
  std::size_t deliveries() const { return mailer.delivered.size(); }

 private:
  struct Killed {};

  void reach(daemon::Point point);
  void copy_disk();
  void start(const store::Options& options);

  struct DeadlyPoint {
    daemon::Point point;
    int skip;
  };

  TemporaryFolder disk_;
  std::filesystem::path file_;
  int generation_ = 0;
  std::string status_;
  std::ostringstream log_words_;
  std::shared_ptr<spdlog::logger> log_;
  config::Config config_;
  std::optional<DeadlyPoint> deadly_;
  std::unique_ptr<daemon::Troubles> troubles_;
  std::unique_ptr<store::Store> store_;
  std::unique_ptr<daemon::Daemon> daemon_;
};

// A mail's subject and text as a person reads them: quoted-printable undone.
std::string decoded(const Mail& mail);

}  // namespace fundwatch::tests
