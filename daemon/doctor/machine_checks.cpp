#include "daemon/doctor/machine_checks.h"

#include "base/calendar.h"

namespace fundwatch::daemon {
namespace {

// When this was written: a clock that shows less was never set.
constexpr Instant kWritten{std::chrono::sys_days(std::chrono::year(2026) / 11 / 1)};
constexpr std::chrono::minutes kClockSlack{10};
constexpr const char* kUsualZone = "Europe/Stockholm";

}  // namespace

Finding check_state_folder(const std::filesystem::path& folder, const FolderFacts& facts) {
  const std::string part = "state directory";
  const std::string name = folder.string();
  if (!facts.is_there) {
    return faulty(part, name + " is missing",
                  "start the service once, which makes it, or set installation.state_directory");
  }
  if (!facts.is_folder) {
    return faulty(part, name + " is not a directory", "set installation.state_directory to one");
  }
  if (!facts.is_writable) {
    return faulty(part, name + " may not be written by this user",
                  "give it to the service's user: chown -R fundwatch: " + name);
  }
  if (!facts.is_ours) {
    return doubtful(part, name + " is somebody else's",
                    "give it to the service's user: chown -R fundwatch: " + name);
  }
  if (facts.is_open_to_others) {
    return doubtful(part, name + " can be entered by others, and holds subscribers' addresses",
                    "chmod 0700 " + name);
  }
  return well(part, name + " is for its owner alone");
}

Finding check_disk(const std::optional<DiskSpace>& space) {
  const std::string part = "disk";
  if (!space) return doubtful(part, "the system does not say how much room is left", "try df");
  const std::string advice =
      "free space on that file system, or move installation.state_directory to another";
  if (is_nothing(*space)) return faulty(part, words_of(*space), advice);
  if (is_low(*space)) return doubtful(part, words_of(*space), advice);
  return well(part, words_of(*space));
}

Finding check_clock(const ClockFacts& facts) {
  const std::string part = "clock";
  const std::string shows = "it shows " + iso8601_utc(facts.now);
  if (facts.now < kWritten) {
    return faulty(part, shows + ", before this program was written",
                  "set the clock: timedatectl set-ntp true");
  }
  if (facts.now + kClockSlack < facts.newest_stored) {
    return faulty(part, shows + ", but the database knows of " + iso8601_utc(facts.newest_stored),
                  "set the clock: timedatectl set-ntp true; mails wait for the later moment");
  }
  if (!facts.is_synchronised) return well(part, shows);
  if (*facts.is_synchronised) return well(part, shows + ", kept right over the network");
  return doubtful(part, shows + "; nothing keeps it right",
                  "timedatectl set-ntp true, with systemd-timesyncd or chrony installed; in a "
                  "guest or container its host may do that");
}

Finding check_time_zone(const config::Config& config, Instant now) {
  const std::string part = "time zone";
  const std::string& zone = config.installation.time_zone;
  const std::string words = zone + ", where it is " + Calendar(zone).iso8601(now);
  if (zone == kUsualZone) return well(part, words);
  return doubtful(part, words,
                  "if the readers are in Sweden, set installation.time_zone to Europe/Stockholm");
}

Finding check_dictionary(const std::filesystem::path& dictionary, bool is_readable) {
  const std::string part = "dictionary";
  if (is_readable) return well(part, dictionary.string() + " knows the forms of Swedish words");
  return doubtful(part,
                  "there is no " + dictionary.string() +
                      ".dic, so that words match by their stems, which finds no compounds",
                  "apt install hunspell-sv, then restart the service");
}

Finding check_pdf_reader(const std::filesystem::path& program, bool is_runnable) {
  const std::string part = "PDF reader";
  if (is_runnable) return well(part, program.string() + " is there");
  return doubtful(part, "there is no " + program.string() + ", so that linked PDFs are not read",
                  "apt install poppler-utils");
}

std::vector<SecretNeed> secrets_needed(const config::Config& config) {
  std::vector<SecretNeed> needs;
  const config::Smtp& smtp = config.mail.smtp;
  if (config.mail.mailer == config::MailerKind::smtp && smtp.auth != config::SmtpAuth::none) {
    const bool is_password = smtp.auth == config::SmtpAuth::password;
    needs.push_back({"mail.smtp", is_password ? smtp.password_file : smtp.client_secret_file,
                     is_password ? "smtp-password" : "smtp-client-secret"});
  }
  if (!config.imap.host.empty()) {
    const bool is_password = config.imap.auth == config::ImapAuth::password;
    needs.push_back({"imap",
                     is_password ? config.imap.password_file : config.imap.client_secret_file,
                     is_password ? "imap-password" : "imap-client-secret"});
  }
  if (!config.fetch.proxy.empty() && !config.fetch.proxy_credentials_file.empty()) {
    needs.push_back({"fetch", config.fetch.proxy_credentials_file, "proxy-credentials"});
  }
  if (!config.web.metrics_token_file.empty()) {
    needs.push_back({"web", config.web.metrics_token_file, "metrics-token"});
  }
  return needs;
}

Finding check_secret(const SecretNeed& need, const std::filesystem::path& credentials_directory) {
  const std::string part = "secret of [" + need.section + "]";
  if (need.file.empty() && credentials_directory.empty()) {
    return doubtful(
        part,
        "it is the credential " + need.credential + ", which systemd gives to the service alone",
        "see that the unit has LoadCredential=" + need.credential +
            ":/path/of/the/file; to try the login from here, name a file for it");
  }
  const auto secret = config::read_secret(need.file, need.credential, credentials_directory);
  if (secret) return well(part, "it can be read");
  return faulty(part, secret.error().message,
                "the service's user must own the file, and nobody else may read it");
}

}  // namespace fundwatch::daemon
