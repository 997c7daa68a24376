// daemon/app.h — the installation in memory: opens the state directory and owns, in order,
// everything that ticks need. One App at a time may run on a state directory (a lock file sees to
// it).
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <utility>

#include "base/clock.h"
#include "base/result.h"
#include "config/config.h"
#include "daemon/daemon.h"
#include "matchers/lexicon.h"
#include "store/store.h"

namespace fundwatch::daemon {

// The configuration asks for what is not there, such as a secret: nobody but the sysadmin can mend
// it.
class ConfigurationFault : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Held while a daemon or a one-time cycle works on a state directory.
class StateLock {
 public:
  // Nothing if another process holds it.
  static std::optional<StateLock> take(const std::filesystem::path& state_directory);
  StateLock(StateLock&& other) noexcept : file_(std::exchange(other.file_, -1)) {}
  StateLock& operator=(StateLock&&) = delete;
  ~StateLock();

 private:
  explicit StateLock(int file) : file_(file) {}
  int file_;
};

struct AppOptions {
  digest::Mode mode = digest::Mode::real;
  std::stop_token stop;
  std::function<void()> on_progress = [] {};
  std::filesystem::path credentials_directory;  // systemd's, see config::read_secret
  std::filesystem::path dictionary;             // see read_lexicon
  Journal journal;                              // where the sysadmin looks, see troubles.h
  std::function<void(const std::string&)> show_status = [](const std::string&) {};
};

class App {
 public:
  // Opens (and on the first start seeds) the database. Throws what a person must mend.
  App(config::Config config, std::shared_ptr<spdlog::logger> log, AppOptions options);
  ~App();

  Instant tick() { return engine_->daemon.tick(); }
  void deliver() { engine_->daemon.deliver(); }
  const Tally& tally() const { return engine_->daemon.tally(); }
  store::Store& store() { return store_; }
  Troubles& troubles() { return troubles_; }
  const std::shared_ptr<const matchers::Lexicon>& lexicon() const { return lexicon_; }

  // The same installation with other settings from the next tick on. Settings that only a restart
  // can change (the state directory) are refused with an Error, and the old ones stay.
  Result<Done> reconfigure(config::Config config);

 private:
  // What is made of the configuration and made anew when that changes.
  struct Engine {
    Engine(config::Config settings, App& app);
    config::Config config;
    std::unique_ptr<feeds::Fetcher> fetcher;
    std::unique_ptr<digest::Mailer> mailer;
    Daemon daemon;
  };

  SystemClock clock_;
  std::shared_ptr<spdlog::logger> log_;
  AppOptions options_;
  Troubles troubles_;
  std::shared_ptr<const matchers::Lexicon> lexicon_;
  store::Store store_;
  std::unique_ptr<Engine> engine_;
};

// The polite client as the configuration wants it. Throws what a person must mend. `config` and
// `clock` outlive it.
std::unique_ptr<feeds::Fetcher> make_fetcher(const config::Config& config, const Clock& clock,
                                             const AppOptions& options);

// Maildirs, and the mailbox that the configuration names. Throws if its secret is missing.
ReadMailbox make_mailbox_reader(const config::Config& config, const Clock& clock,
                                const AppOptions& options);

// The forms of Swedish words, from `dictionary` (matchers/lexicon.h). Null if the path is empty;
// null with one warning if it cannot be read: words then match by their stems, which finds less.
std::shared_ptr<const matchers::Lexicon> read_lexicon(const std::filesystem::path& dictionary,
                                                      spdlog::logger& log);

// Links in mails are signed from the first start on.
void make_first_key(store::Store& store, Instant now);

// Puts the starter profiles into a database that never had any: a first start.
void seed_profiles(store::Store& store, Instant now);

// Makes the state directory (0700) if it is missing, and, when root runs a command, becomes the
// owner of that directory first. Throws std::runtime_error that says what to do when it may not be
// used.
void enter_state_directory(const std::filesystem::path& state_directory);

}  // namespace fundwatch::daemon
