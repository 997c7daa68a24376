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

namespace fundwatch::config {

// Who sends: the words in the mail's head and foot.
struct Installation {
  std::string name = "Bevakningen";  // "Bevakningen för sociala företag i Gävleborg"
  std::string organisation;          // the network or county behind it
  std::string postal_address;
  std::string contact_url = "";                // stands in the User-Agent
  std::string time_zone = "Europe/Stockholm";  // IANA name
  std::filesystem::path state_directory = "/var/lib/fundwatch";
};

struct Fetch {
  std::chrono::seconds connect_timeout{10};
  std::chrono::seconds total_timeout{30};
  std::size_t body_bytes_max = 10 * 1024 * 1024;  // decompressed
  std::size_t header_bytes_max = 64 * 1024;
  int redirects_max = 5;
  int transfers_max = 64;                      // at once, over all hosts
  std::vector<std::string> allowed_addresses;  // addresses and CIDR ranges, beside public ones
  std::vector<int> allowed_ports;              // beside 80 and 443
  std::filesystem::path ca_file;               // empty: the system's
};

struct Read {
  std::size_t items_max = 1000;
  std::size_t depth_max = 256;
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
};

struct MailSettings {
  MailerKind mailer = MailerKind::maildir;
  std::filesystem::path maildir;             // empty: <state_directory>/mail
  std::string from = "bevakning@localhost";  // address
  std::string reply_to;                      // the coordinator's address; empty: from
  std::string list_id;                       // empty: made of the from address
  Smtp smtp;
};

struct Digest {
  int items_max = 40;   // what does not fit stays queued
  WeeklyMoment moment;  // for subscribers who do not choose
  std::size_t html_bytes_max = 90'000;
};

struct Log {
  std::string level = "info";  // debug, info, warning, error
};

struct Config {
  Installation installation;
  Fetch fetch;
  Read read;
  MailSettings mail;
  Digest digest;
  Log log;

  std::filesystem::path database() const { return installation.state_directory / "fundwatch.db"; }
  std::filesystem::path maildir() const {
    return mail.maildir.empty() ? installation.state_directory / "mail" : mail.maildir;
  }
};

// Reads the text of a fundwatch.toml; `name` stands in messages. Error{config} lists every fault,
// one a line: "fundwatch.toml:12: fetch.connect_timeout = \"6x\": expected a number and s, min, h
// or d". Unknown keys are faults, with the nearest known key as a suggestion.
Result<Config> load(std::string_view toml, const std::string& name);

// The same from a file; a missing or unreadable one is an Error{config} that says so.
Result<Config> load_file(const std::filesystem::path& file);

// The annotated example, config/fundwatch.toml, as built in.
std::string_view example();

// A secret from `file`, or, if that is empty, from the systemd credential `credential`
// (systemd.exec(5) § CREDENTIALS), which lies in `credentials_directory`. Line ends at its end are
// taken off. Error{config} if there is none, or if others than its owner may read the file.
Result<std::string> read_secret(const std::filesystem::path& file, const std::string& credential,
                                const std::filesystem::path& credentials_directory);

}  // namespace fundwatch::config
