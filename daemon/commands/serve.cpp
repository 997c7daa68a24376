#include "daemon/commands/serve.h"

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <chrono>
#include <cstdlib>
#include <ostream>

#include "daemon/app.h"
#include "daemon/demo/world.h"
#include "daemon/handed_socket.h"
#include "daemon/log.h"
#include "daemon/pages.h"
#include "daemon/service.h"
#include "web/password.h"
#include "web/server.h"

namespace fundwatch::daemon {
namespace {

std::string summary(const Tally& tally) {
  return std::to_string(tally.sources_read) + " sources read, " +
         std::to_string(tally.sources_failed) + " failed, " + std::to_string(tally.items) +
         " new items, " + std::to_string(tally.texts) + " linked texts, " +
         std::to_string(tally.hits) + " hits, " + std::to_string(tally.digests) +
         " digests made, " + std::to_string(tally.mails) + " mails sent" +
         (tally.posts > 0 ? ", " + std::to_string(tally.posts) + " hits posted" : std::string());
}

StateLock lock_or_fail(const std::filesystem::path& state_directory) {
  auto lock = StateLock::take(state_directory);
  if (lock) return std::move(*lock);
  throw CommandError(Exit::unavailable,
                     "another fundwatch is at work in " + state_directory.string() +
                         "; stop it first (systemctl stop fundwatch), or let it do the work");
}

// An address that is taken may be free in a while, so that systemd tries again; one that cannot be
// read is the sysadmin's.
int listen_or_fail(web::Server& server, const std::string& address) {
  const auto port = server.listen(address);
  if (port) return *port;
  throw CommandError(web::endpoint_of(address) ? Exit::unavailable : Exit::bad_config,
                     port.error().message);
}

// Where systemd listens for us, else where the configuration says; without either, nowhere.
void open_pages(web::Server& server, const std::string& address) {
  const auto handed = take_handed_socket();
  if (!handed) throw CommandError(Exit::bad_config, handed.error().message);
  if (handed->has_value()) {
    const auto port = server.adopt(**handed);
    if (!port) throw CommandError(Exit::bad_config, port.error().message);
  } else if (!address.empty()) {
    listen_or_fail(server, address);
  }
}

// Says in the log what a page failed by.
std::function<void(const std::string&)> teller(const std::string& level) {
  return [log = make_log(level)](const std::string& fault) { log->error("{}", fault); };
}

// The app and what drives it; `after_first_tick` runs once on the worker's thread.
class Running {
 public:
  // `config_file` is what a reload reads.
  Running(config::Config config, const std::filesystem::path& config_file, digest::Mode mode,
          const Context& context)
      : config_file_(config_file),
        log_(make_log(config.log.level)),
        app_(std::move(config), log_,
             {.mode = mode,
              .stop = stop_.get_token(),
              .on_progress = [this] { worker_.beat(); },
              .credentials_directory = context.credentials_directory,
              .dictionary = context.dictionary,
              .journal = context.journal,
              .show_status = Service::set_status}),
        worker_(clock_, app_.troubles(), stop_) {}

  App& app() { return app_; }

  // Called from any thread.
  web::Vitals vitals() const {
    const auto since_beat = worker_.since_beat();
    return {since_beat, std::chrono::duration<double>(last_cycle_), since_beat < kStuckAfter};
  }

  // What the pages need of it.
  PageServices::Outside outside(const std::filesystem::path& credentials, digest::Mode mode) {
    return {credentials, app_.lexicon(), mode, [this] { return vitals(); }};
  }

  void run(boost::asio::io_context& io, const std::function<void()>& after_first_tick) {
    bool is_first = true;
    Service(io, worker_, *log_)
        .run({.tick =
                  [&] {
                    const auto begin = std::chrono::steady_clock::now();
                    const Instant wake = app_.tick();
                    const std::chrono::duration<double> took =
                        std::chrono::steady_clock::now() - begin;
                    last_cycle_ = took.count();
                    app_.troubles().set_summary(summary(app_.tally()));
                    if (is_first && !stop_.stop_requested()) after_first_tick();
                    is_first = false;
                    return wake;
                  },
              .changed_elsewhere = [&] { return app_.store().changed_elsewhere(); },
              .reload = [&] { reload(); }});
  }

  spdlog::logger& log() { return *log_; }

 private:
  void reload() {
    auto config = config::load_file(config_file_);
    const auto applied = config ? app_.reconfigure(std::move(*config)) : config.error();
    if (applied) {
      log_->info("the configuration was read again");
    } else {
      log_->error("the old configuration stays in force: {}", applied.error().message);
    }
  }

  std::filesystem::path config_file_;
  SystemClock clock_;
  std::stop_source stop_;
  std::shared_ptr<spdlog::logger> log_;
  App app_;
  std::atomic<double> last_cycle_ = 0;  // in seconds
  Worker worker_;                       // last: it ends before what it works with
};

}  // namespace

ServeCommands::ServeCommands(CLI::App& app, const Context& context) : context_(context) {
  CLI::App* serve = app.add_subcommand("serve", "run the daemon");
  serve->add_flag("--demo", demo_, "on a built-in world in a directory of its own");
  serve->callback([this] { demo_ ? serve_demo() : this->serve(); });

  CLI::App* once = app.add_subcommand("once", "do everything that is due now, then exit");
  once->callback([this] { this->once(); });
}

void ServeCommands::serve() const {
  config::Config config = context_.load_config();
  enter_state_directory(config.installation.state_directory);
  const StateLock lock = lock_or_fail(config.installation.state_directory);
  boost::asio::io_context io;
  std::unique_ptr<Pages> pages;
  web::Server server(io, backend_of(pages, teller(config.log.level)), {},
                     config.web.trusted_proxies);
  open_pages(server, config.web.listen);
  Running running(config, context_.config_file, digest::Mode::real, context_);
  pages =
      std::make_unique<Pages>(std::move(config), context_.clock,
                              running.outside(context_.credentials_directory, digest::Mode::real));
  running.run(io,
              [&] { running.log().info("first cycle done: {}", summary(running.app().tally())); });
}

void ServeCommands::serve_demo() const {
  std::string directory =
      (std::filesystem::temp_directory_path() / "fundwatch-demo-XXXXXX").string();
  if (mkdtemp(directory.data()) == nullptr) {
    throw CommandError(Exit::io, "cannot make a directory like " + directory);
  }
  const StateLock lock = lock_or_fail(directory);
  const Instant now = context_.clock.now();
  boost::asio::io_context io;
  const demo::ReplayServer server(io, demo::documents(now, Calendar()));
  std::unique_ptr<Pages> pages;
  web::Server page_server(io, backend_of(pages, teller("info")));
  const int pages_port = listen_or_fail(page_server, "127.0.0.1:0");
  const std::string config_file = directory + "/fundwatch.toml";
  write_output(context_, config_file, demo::settings_toml(directory, {server.port(), pages_port}));
  const config::Config config = config::load_file(config_file).value();
  Running running(config, config_file, digest::Mode::demo, context_);
  pages = std::make_unique<Pages>(config, context_.clock, running.outside("", digest::Mode::demo));
  const std::string password = web::new_password();
  running.app().store().accounts.add(demo::coordinator(), web::hash_of_password(password));
  demo::populate(running.app().store(), server.port(), now);
  running.run(io, [&] {
    context_.out << "DEMO with invented announcements of today; nothing outside is asked.\n"
                 << "  " << summary(running.app().tally()) << "\n"
                 << "  the digests lie in " << directory << "/mail/new\n"
                 << "  the pages for readers are at " << config.web.public_url << "\n"
                 << "  the coordinator's desk is at " << config.web.public_url << "/logga-in\n"
                 << "    log in as " << demo::coordinator().email << " with " << password << "\n"
                 << "  look around: fundwatch --config " << directory
                 << "/fundwatch.toml source list\n"
                 << "Stop with Ctrl-C." << std::endl;
  });
}

void ServeCommands::once() const {
  config::Config config = context_.load_config();
  enter_state_directory(config.installation.state_directory);
  const StateLock lock = lock_or_fail(config.installation.state_directory);
  App app(config, make_log(config.log.level),
          {.credentials_directory = context_.credentials_directory,
           .dictionary = context_.dictionary,
           .journal = context_.journal});
  // What waits for its second to be sent is due now, too.
  for (Instant wake = app.tick(); wake <= context_.clock.now() + std::chrono::seconds(1);
       wake = app.tick()) {
    wait_for(context_.clock, wake);
  }
  context_.out << summary(app.tally()) << "\n";
}

}  // namespace fundwatch::daemon
