#include "daemon/commands/doctor.h"

#include <netdb.h>
#include <unistd.h>

#include <algorithm>
#include <ostream>

#include "base/url.h"
#include "config/catalogue.h"
#include "config/embedded.h"
#include "daemon/backup_files.h"
#include "daemon/doctor/database_check.h"
#include "daemon/doctor/machine_checks.h"
#include "daemon/doctor/network_checks.h"
#include "daemon/doctor/source_checks.h"
#include "digest/maildir.h"
#include "digest/message.h"
#include "digest/smtp.h"
#include "digest/test_mail.h"
#include "feeds/pdf_text.h"
#include "mailbox/imap_mailbox.h"

namespace fundwatch::daemon {
namespace {

constexpr const char* kStarterSources = "starter/sources.toml";
constexpr const char* kPageFile = "web/static/ui.css";  // served at /ui.css, the same to everybody
constexpr std::size_t kNamesAskedMax = 5;

bool is_known_host(const std::string& host) {
  addrinfo* found = nullptr;
  const bool is_known = getaddrinfo(host.c_str(), nullptr, nullptr, &found) == 0;
  if (found != nullptr) freeaddrinfo(found);
  return is_known;
}

std::vector<Source> catalogue() {
  std::vector<Source> sources;
  const auto offers = config::read_offers(config::embedded_file(kStarterSources), kStarterSources);
  for (const config::Offer& offer : offers.value()) sources.push_back(offer.source);
  return sources;
}

// Our own address, which may be one of the internal network.
config::Config for_our_own_pages(config::Config config) {
  const auto url = parse_url(config.web.public_url);
  config.fetch.allowed_addresses = {"0.0.0.0/0", "::/0"};
  if (url) config.fetch.allowed_ports.push_back(url->port);
  config.fetch.proxy.clear();
  return config;
}

}  // namespace

DoctorCommand::DoctorCommand(CLI::App& app, const Context& context) : context_(context) {
  CLI::App* doctor =
      app.add_subcommand("doctor", "look at everything that can go wrong here, and say what to do");
  doctor->add_flag("--no-sources", is_without_sources_, "do not ask the sources");
  doctor->add_flag("--offline", is_offline_, "ask nothing over the network");
  doctor->add_flag("--catalogue", is_of_catalogue_,
                   "ask every source of the built-in catalogue instead of those stored");
  doctor->add_option("--send-test", test_recipient_, "send a test mail to this address");
  doctor->add_flag("--json", json_, "one JSON object a line");
  doctor->callback([this] { run(); });
}

void DoctorCommand::run() {
  const auto loaded = config::load_file(context_.config_file);
  const std::string file = context_.config_file.string();
  if (!loaded) {
    tell(faulty(
        "configuration", loaded.error().message,
        "make one with fundwatch setup, or mend it until fundwatch config check is content"));
  } else {
    const config::Config& config = *loaded;
    tell(well("configuration", file + " is right"));
    if (look_at_state_folder(config) && look_at_database(config)) {
      tell(check_night(subscribers_, config.mail.per_second));
    }
    look_at_machine(config);
    look_at_secrets(config);
    if (!is_offline_) {
      look_at_names(config);
      look_at_mail(config);
      look_at_mailbox(config);
    }
    look_at_pages(config);
    if (!is_offline_ && !is_without_sources_) look_at_sources(config);
  }
  if (has_errors(findings_)) throw CommandError(Exit::unavailable, summary_of(findings_));
  if (!json_) context_.out << summary_of(findings_) << "\n";
}

void DoctorCommand::tell(Finding finding) {
  context_.out << (json_ ? json_of(finding) : text_of(finding)) << std::flush;
  findings_.push_back(std::move(finding));
}

// Whether there is any use in looking for the database there.
bool DoctorCommand::look_at_state_folder(const config::Config& config) {
  const std::filesystem::path& folder = config.installation.state_directory;
  FolderFacts facts = facts_of_folder(folder);
  if (facts.is_folder && geteuid() == 0) {
    enter_state_directory(folder);  // as the service's user
    facts = facts_of_folder(folder);
  }
  tell(check_state_folder(folder, facts));
  return facts.is_folder && facts.is_writable;
}

// Whether it could be read: one of an older schema is left as it is.
bool DoctorCommand::look_at_database(const config::Config& config) {
  const auto checkup = store::check_up(config.database(), store::Depth::quick);
  tell(check_database(config.database(), checkup));
  const auto backups = backup_folder(config.installation.state_directory);
  tell(check_backups(backups, newest_backup(backups), context_.clock.now()));
  if (!checkup || !checkup->problems.empty()) return false;
  if (checkup->schema < checkup->schema_known) return false;
  const store::Store store(config.database());
  sources_ = store.sources.all();
  for (const Source& source : sources_) {
    newest_stored_ = std::max(newest_stored_, source.health.last_attempt.value_or(Instant{}));
  }
  subscribers_ = store.subscribers.all().size();
  return true;
}

void DoctorCommand::look_at_machine(const config::Config& config) {
  const Instant now = context_.clock.now();
  tell(check_disk(disk_space(config.installation.state_directory)));
  tell(check_clock({now, is_clock_synchronised(), newest_stored_}));
  tell(check_time_zone(config, now));
  const std::filesystem::path words = context_.dictionary.string() + ".dic";
  tell(check_dictionary(context_.dictionary, may_read(words)));
  tell(check_pdf_reader(feeds::kPdfToText, may_run(feeds::kPdfToText)));
}

void DoctorCommand::look_at_secrets(const config::Config& config) {
  for (const SecretNeed& need : secrets_needed(config)) {
    tell(check_secret(need, context_.credentials_directory));
  }
}

// Nothing where one is needed and cannot be had; then that was told.
std::optional<std::string> DoctorCommand::secret_of(const std::string& section,
                                                    const config::Config& config) const {
  for (const SecretNeed& need : secrets_needed(config)) {
    if (need.section != section) continue;
    auto secret = config::read_secret(need.file, need.credential, context_.credentials_directory);
    return secret ? std::optional(*secret) : std::nullopt;
  }
  return "";
}

void DoctorCommand::look_at_names(const config::Config& config) {
  std::vector<std::string> hosts;
  if (config.mail.mailer == config::MailerKind::smtp) hosts.push_back(config.mail.smtp.host);
  if (!config.imap.host.empty()) hosts.push_back(config.imap.host);
  const auto proxy = parse_url(config.fetch.proxy);
  if (proxy) hosts.push_back(proxy->host);
  for (const Source& source : sources_) {
    const auto url = parse_url(source.url);
    if (url && !proxy && hosts.size() < kNamesAskedMax) hosts.push_back(url->host);
  }
  std::vector<Lookup> lookups;
  lookups.reserve(hosts.size());
  for (const std::string& host : hosts) lookups.push_back({host, is_known_host(host)});
  tell(check_names(lookups));
  if (const auto finding = check_proxy(config.fetch)) tell(*finding);
}

void DoctorCommand::look_at_mail(const config::Config& config) {
  if (config.mail.mailer == config::MailerKind::maildir) {
    const auto maildir = config.maildir();
    const auto folder = std::filesystem::exists(maildir) ? maildir : maildir.parent_path();
    tell(check_maildir(maildir, facts_of_folder(folder).is_writable));
    digest::Maildir mailer(maildir);
    send_test(config, mailer);
    return;
  }
  tell(check_returns(config.mail));
  const auto secret = secret_of("mail.smtp", config);
  if (!secret) return;
  digest::SmtpMailer mailer(config.mail.smtp, *secret, context_.clock, {}, [] {});
  const digest::Delivery greeting = mailer.greet(config.mail.from);
  tell(check_relay(config.mail.smtp, greeting));
  if (greeting.outcome == digest::Outcome::sent) send_test(config, mailer);
}

void DoctorCommand::send_test(const config::Config& config, digest::Mailer& mailer) {
  if (test_recipient_.empty()) return;
  config::Config to_recipient = config;
  to_recipient.coordinator.email = test_recipient_;
  const Instant now = context_.clock.now();
  const std::string name = "test-" + std::to_string(now.time_since_epoch().count());
  const Calendar calendar(config.installation.time_zone);
  const Mail mail = digest::make_notice(
      digest::render_test_mail(config),
      {digest::notice_id(name, config.mail), now, calendar.local(now).offset}, to_recipient);
  tell(check_test_mail(test_recipient_, mailer.send(mail)));
}

void DoctorCommand::look_at_mailbox(const config::Config& config) {
  if (config.imap.host.empty()) return;
  const auto secret = secret_of("imap", config);
  if (!secret) return;
  mailbox::ImapMailbox mailbox(config.imap, *secret, context_.clock, {}, [] {});
  const mailbox::Wanted wanted{
      .since = context_.clock.now(), .messages_max = 0, .is_room_asked = true};
  tell(check_mailbox(config.imap, mailbox.read("INBOX", wanted)));
}

void DoctorCommand::look_at_pages(const config::Config& config) {
  const std::string expected(config::embedded_file(kPageFile));
  std::optional<feeds::Answer> answer;
  if (!is_offline_ && !config.web.public_url.empty()) {
    const config::Config open = for_our_own_pages(config);
    const auto fetcher = make_fetcher(open, context_.clock, {});
    answer = feeds::Answer{feeds::kUnanswered};
    fetcher->fetch({{.url = config.web.public_url + "/ui.css"}},
                   [&](const feeds::Request&, feeds::Answer given) {
                     answer = std::move(given);
                     return std::optional<feeds::Request>();
                   });
  }
  tell(check_public_address(config.web, answer, expected));
}

void DoctorCommand::look_at_sources(const config::Config& config) {
  const bool has_mailbox = !config.imap.host.empty() && secret_of("imap", config);
  AppOptions options;
  options.credentials_directory = context_.credentials_directory;
  const ReadMailbox read_mailbox =
      has_mailbox ? make_mailbox_reader(config, context_.clock, options) : mailbox_reader(nullptr);
  const auto fetcher = make_fetcher(config, context_.clock, options);
  SourceChecks checks({*fetcher, read_mailbox, config, context_.clock.now()},
                      [this](Finding finding) { tell(std::move(finding)); });
  std::vector<Source> asked = is_of_catalogue_ ? catalogue() : sources_;
  std::erase_if(asked, [](const Source& source) { return source.paused; });
  checks.run(asked);
}

}  // namespace fundwatch::daemon
