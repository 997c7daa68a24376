#include "daemon/app.h"

#include <fcntl.h>
#include <spdlog/logger.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>

#include "config/catalogue.h"
#include "config/embedded.h"
#include "digest/maildir.h"
#include "digest/signed_link.h"
#include "digest/smtp.h"
#include "feeds/fetch/curl_fetcher.h"
#include "mailbox/imap_mailbox.h"

namespace fundwatch::daemon {
namespace {

constexpr const char* kStarterProfiles = "starter/profiles.toml";

[[noreturn]] void fail(const std::string& words) { throw std::runtime_error(words); }

[[noreturn]] void misconfigured(const std::string& words) { throw ConfigurationFault(words); }

// The User-Agent names the program and whom to ask (RFC 9110 § 10.1.5).
std::string user_agent(const config::Installation& installation) {
  const std::string contact = installation.contact_url;
  return std::string("fundwatch/") + FUNDWATCH_VERSION +
         (contact.empty() ? "" : " (+" + contact + ")");
}

constexpr const char* kProxyCredentials = "proxy-credentials";

// Most proxies ask for none, so that neither the file nor the credential need be there.
std::string proxy_secret(const config::Fetch& fetch, const std::filesystem::path& credentials) {
  const bool has_credential =
      !credentials.empty() && std::filesystem::exists(credentials / kProxyCredentials);
  if (fetch.proxy_credentials_file.empty() && !has_credential) return {};
  auto secret = config::read_secret(fetch.proxy_credentials_file, kProxyCredentials, credentials);
  if (!secret) misconfigured(secret.error().message);
  if (secret->find(':') == std::string::npos) {
    misconfigured("the credentials for fetch.proxy are not written as user:password");
  }
  return *secret;
}

std::optional<feeds::Proxy> proxy_of(const config::Fetch& fetch,
                                     const std::filesystem::path& credentials) {
  if (fetch.proxy.empty()) return std::nullopt;
  auto proxy = feeds::Proxy::make(fetch, proxy_secret(fetch, credentials));
  if (!proxy) misconfigured(proxy.error().message);
  return std::move(*proxy);
}

std::string smtp_secret(const config::Smtp& smtp, const std::filesystem::path& credentials) {
  if (smtp.auth == config::SmtpAuth::none) return {};
  const bool is_password = smtp.auth == config::SmtpAuth::password;
  auto secret =
      config::read_secret(is_password ? smtp.password_file : smtp.client_secret_file,
                          is_password ? "smtp-password" : "smtp-client-secret", credentials);
  if (!secret) misconfigured(secret.error().message);
  return *secret;
}

std::unique_ptr<digest::Mailer> make_mailer(const config::Config& config, const Clock& clock,
                                            const AppOptions& options) {
  switch (config.mail.mailer) {
    case config::MailerKind::maildir: return std::make_unique<digest::Maildir>(config.maildir());
    case config::MailerKind::smtp:
      return std::make_unique<digest::SmtpMailer>(
          config.mail.smtp, smtp_secret(config.mail.smtp, options.credentials_directory), clock,
          options.stop, options.on_progress);
  }
  return nullptr;
}

}  // namespace

std::optional<StateLock> StateLock::take(const std::filesystem::path& state_directory) {
  const std::filesystem::path path = state_directory / "fundwatch.lock";
  const int file = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (file < 0) fail("cannot open " + path.string() + ": " + std::strerror(errno));
  if (flock(file, LOCK_EX | LOCK_NB) != 0) {
    close(file);
    return std::nullopt;
  }
  return StateLock(file);
}

StateLock::~StateLock() {
  if (file_ >= 0) close(file_);
}

std::unique_ptr<feeds::Fetcher> make_fetcher(const config::Config& config, const Clock& clock,
                                             const AppOptions& options) {
  auto guard =
      feeds::AddressGuard::make(config.fetch.allowed_addresses, config.fetch.allowed_ports);
  if (!guard) misconfigured(guard.error().message);
  return std::make_unique<feeds::CurlFetcher>(
      feeds::Policy{.limits = config.fetch,
                    .guard = std::move(*guard),
                    .user_agent = user_agent(config.installation),
                    .proxy = proxy_of(config.fetch, options.credentials_directory)},
      clock, options.stop, options.on_progress);
}

ReadMailbox make_mailbox_reader(const config::Config& config, const Clock& clock,
                                const AppOptions& options) {
  const config::Imap& imap = config.imap;
  if (imap.host.empty()) return mailbox_reader(nullptr);
  const bool is_password = imap.auth == config::ImapAuth::password;
  const auto secret = config::read_secret(
      is_password ? imap.password_file : imap.client_secret_file,
      is_password ? "imap-password" : "imap-client-secret", options.credentials_directory);
  if (!secret) misconfigured(secret.error().message);
  return mailbox_reader(std::make_shared<mailbox::ImapMailbox>(imap, *secret, clock, options.stop,
                                                               options.on_progress));
}

App::Engine::Engine(config::Config settings, App& app)
    : config(std::move(settings)),
      fetcher(make_fetcher(config, app.clock_, app.options_)),
      mailer(make_mailer(config, app.clock_, app.options_)),
      daemon(config, app.store_,
             Parts{.clock = app.clock_,
                   .fetcher = *fetcher,
                   .mailer = *mailer,
                   .log = *app.log_,
                   .troubles = app.troubles_,
                   .lexicon = app.lexicon_,
                   .read_mailbox = make_mailbox_reader(config, app.clock_, app.options_),
                   .stopping = [stop = app.options_.stop] { return stop.stop_requested(); },
                   .on_progress = app.options_.on_progress,
                   .disk_space =
                       [folder = config.installation.state_directory] {
                         return daemon::disk_space(folder);
                       }},
             app.options_.mode) {}

App::App(config::Config config, std::shared_ptr<spdlog::logger> log, AppOptions options)
    : log_(std::move(log)),
      options_(std::move(options)),
      troubles_(*log_, options_.journal, options_.show_status),
      lexicon_(read_lexicon(options_.dictionary, *log_)),
      store_(config.database()) {
  seed_profiles(store_, clock_.now());
  make_first_key(store_, clock_.now());
  engine_ = std::make_unique<Engine>(std::move(config), *this);
}

App::~App() = default;

std::shared_ptr<const matchers::Lexicon> read_lexicon(const std::filesystem::path& dictionary,
                                                      spdlog::logger& log) {
  if (dictionary.empty()) return nullptr;
  auto lexicon = matchers::Lexicon::read(dictionary);
  if (lexicon) return *lexicon;
  log.warn("words match by their stems alone, which finds no compounds: {}",
           lexicon.error().message);
  return nullptr;
}

void seed_profiles(store::Store& store, Instant now) {
  if (store.profiles.were_there_any()) return;
  const auto starter =
      config::read_profiles(config::embedded_file(kStarterProfiles), kStarterProfiles);
  store::Transaction transaction = store.begin();
  for (const Profile& profile : starter.value()) store.profiles.save(profile, "starter", now);
  transaction.commit();
}

void make_first_key(store::Store& store, Instant now) {
  if (store.signing_keys.all().empty()) store.signing_keys.add(digest::new_signing_key(now));
}

Result<Done> App::reconfigure(config::Config config) {
  const config::Config& old = engine_->config;
  if (config.installation.state_directory != old.installation.state_directory) {
    return Error{Stage::config,
                 "installation.state_directory can only change with a restart of the service"};
  }
  engine_ = std::make_unique<Engine>(std::move(config), *this);
  return Done{};
}

void enter_state_directory(const std::filesystem::path& state_directory) {
  const auto unusable = [&](const std::string& why) {
    fail("cannot use the state directory " + state_directory.string() + ": " + why);
  };
  std::error_code error;
  if (std::filesystem::create_directories(state_directory, error)) {
    chmod(state_directory.c_str(), 0700);
  }
  struct stat status {};
  if (stat(state_directory.c_str(), &status) != 0) {
    unusable(std::strerror(errno) +
             std::string("; create it, or set installation.state_directory"));
  }
  if (!S_ISDIR(status.st_mode)) unusable("it is not a directory");
  if (geteuid() == 0 && status.st_uid != 0) {
    // Files that root left there could not be written by the service's own user.
    if (setgid(status.st_gid) != 0 || setuid(status.st_uid) != 0) unusable(std::strerror(errno));
  }
  if (access(state_directory.c_str(), R_OK | W_OK | X_OK) != 0) {
    unusable(std::strerror(errno) +
             std::string("; run the command as its owner: sudo -u fundwatch fundwatch …"));
  }
}

}  // namespace fundwatch::daemon
