// config/config.h — every setting, with its default and its unit.
// One plain struct, filled by load() and passed down by reference; never a global. The annotated
// example config/fundwatch.toml says the same for people, and a test compares the two.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/model.h"
#include "base/result.h"
#include "config/fetch.h"
#include "config/housekeeping.h"
#include "config/imap.h"

namespace fundwatch::config {

// Who sends: the words in the mail's head and foot.
struct Installation {
  std::string name = "Bevakningen";  // "Bevakningen för sociala företag i Gävleborg"
  std::string organisation;          // the network or county behind it
  std::string postal_address;
  std::string contact_url = "";                // stands in the User-Agent
  std::string time_zone = "Europe/Stockholm";  // IANA name
  std::filesystem::path state_directory = "/var/lib/fundwatch";
  bool operator==(const Installation&) const = default;
};

struct Read {
  std::size_t items_max = 1000;
  std::size_t depth_max = 256;
  bool operator==(const Read&) const = default;
};

// Where the readers are.
struct Place {
  std::string county;  // NUTS-3, "SE313"; empty: everywhere
  bool operator==(const Place&) const = default;
};

enum class MailerKind { maildir, smtp };
enum class SmtpTls { implicit, starttls, none };
enum class SmtpAuth { none, password, xoauth2 };

struct Smtp {
  std::string host = "localhost";
  int port = 587;
  SmtpTls tls = SmtpTls::starttls;
  std::vector<std::string> plaintext_relays;  // private relays to which tls = "none" is allowed
  std::filesystem::path ca_file;              // empty: the system's
  SmtpAuth auth = SmtpAuth::none;
  std::string user;
  std::filesystem::path password_file;  // or the systemd credential smtp-password
  std::string token_url;                // xoauth2: client credentials
  std::string client_id;
  std::filesystem::path client_secret_file;  // or the systemd credential smtp-client-secret
  std::string scope;
  std::chrono::seconds timeout{60};
  bool operator==(const Smtp&) const = default;
};

struct MailSettings {
  MailerKind mailer = MailerKind::maildir;
  std::filesystem::path maildir;             // empty: <state_directory>/mail
  std::string from = "bevakning@localhost";  // address
  std::string reply_to;                      // the coordinator's address; empty: from
  std::string list_id;                       // empty: made of the from address
  int per_second = 1;                        // mails handed to the server, at most
  std::string returns;  // where mail to us arrives: "maildir:/path", "imap:INBOX"; empty: unread
  Smtp smtp;
  bool operator==(const MailSettings&) const = default;
};

// Who looks after the sources, and is told when one is in trouble.
struct Coordinator {
  std::string email;  // empty: mail.reply_to
  std::string name;   // how the mail greets
  Language language = Language::swedish;
  bool operator==(const Coordinator&) const = default;
};

struct Digest {
  int items_max = 40;   // what does not fit stays queued
  WeeklyMoment moment;  // for subscribers who do not choose
  std::size_t html_bytes_max = 90'000;
  std::chrono::minutes coordinator_lead{4 * 60};  // how long before all others; 0: not at all
  bool operator==(const Digest&) const = default;
};

// The pages of readers and of the desk.
struct Web {
  std::string listen;  // "127.0.0.1:8080"; empty: no pages
  std::string
      public_url;  // how readers reach them: "https://bevakning.example", without the last "/"
  std::vector<std::string> trusted_proxies;  // addresses whose X-Forwarded-For is believed
  std::filesystem::path metrics_token_file;  // or the systemd credential metrics-token
  bool operator==(const Web&) const = default;
};

struct Log {
  std::string level = "info";  // debug, info, warning, error
  bool operator==(const Log&) const = default;
};

struct Config {
  Installation installation;
  Fetch fetch;
  Read read;
  Imap imap;
  Place place;
  MailSettings mail;
  Coordinator coordinator;
  Digest digest;
  Web web;
  Housekeeping housekeeping;
  Log log;
  bool operator==(const Config&) const = default;
  std::filesystem::path database() const { return installation.state_directory / "fundwatch.db"; }
  // Empty: nobody is told by mail.
  const std::string& coordinator_address() const {
    return coordinator.email.empty() ? mail.reply_to : coordinator.email;
  }
  std::filesystem::path maildir() const {
    return mail.maildir.empty() ? installation.state_directory / "mail" : mail.maildir;
  }
};

// Reads a fundwatch.toml; `name` stands in messages. Error{config} lists every fault, one a line:
// "fundwatch.toml:12: log.level = 6: expected …". Unknown keys are faults, with a suggestion.
Result<Config> load(std::string_view toml, const std::string& name);
// The same from a file; Error{config} if it is missing or unreadable.
Result<Config> load_file(const std::filesystem::path& file);

// The annotated example, config/fundwatch.toml, as built in.
std::string_view example();

// A secret from `file`, or, if that is empty, from the credential in `credentials_directory`
// (systemd.exec(5)), without trailing line ends. Error{config} if there is none or others may read
// it.
Result<std::string> read_secret(const std::filesystem::path& file, const std::string& credential,
                                const std::filesystem::path& credentials_directory);

}  // namespace fundwatch::config
