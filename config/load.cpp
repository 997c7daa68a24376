#include <algorithm>
#include <fstream>

#include "base/calendar.h"
#include "base/counties.h"
#include "base/names.h"
#include "base/url.h"
#include "config/config.h"
#include "config/embedded.h"
#include "config/notation.h"
#include "config/table_reader.h"

namespace fundwatch::config {
namespace {

constexpr std::size_t kFileBytesMax = 1'000'000;
constexpr int kPortMax = 65535;

// Numbers of things: one at least, and no more than anybody means.
constexpr TableReader::Range kItems{1, 1'000'000};
constexpr TableReader::Range kRedirects{1, 20};
// So many that one round of fetching holds them.
constexpr TableReader::Range kPages{1, 50};
constexpr TableReader::Range kTransfers{1, 1000};
constexpr TableReader::Range kDepth{8, 1000};
constexpr TableReader::Range kMailsPerSecond{1, 1000};
// Tuning and follow-up look back a while; bounces come for days.
constexpr TableReader::Range kMonthsKept{3, 1200};
constexpr TableReader::Range kDaysKept{7, 3650};

void read_count(TableReader& table, const std::string& key, TableReader::Range range, int& to) {
  if (const auto number = table.whole_number(key, range)) to = static_cast<int>(*number);
}

void check_filled(TableReader& table, const std::string& key, const std::string& text) {
  if (text.empty()) table.fault(key, "is empty; it is needed");
}

// What RFC 2919 allows between the angle brackets: visible ASCII.
bool is_list_id(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char character) {
    return character > ' ' && character < 0x7F && character != '<' && character != '>';
  });
}

// A secret goes there: encrypted (RFC 6749 § 3.2), or to this machine itself.
bool is_safe_for_secrets(const std::string& address) {
  const auto url = parse_url(address);
  return url && (url->scheme == "https" || url->host == "127.0.0.1" || url->host == "::1");
}

void read_installation(TableReader table, Installation& installation) {
  table.text("name", installation.name);
  table.text("organisation", installation.organisation);
  table.text("postal_address", installation.postal_address);
  table.text("contact_url", installation.contact_url);
  table.text("time_zone", installation.time_zone);
  table.path("state_directory", installation.state_directory);
  check_filled(table, "name", installation.name);
  check_filled(table, "state_directory", installation.state_directory.string());
  if (!installation.contact_url.empty() && !parse_url(installation.contact_url)) {
    table.fault("contact_url", "expected an address that begins with https://");
  }
  if (!Calendar::knows(installation.time_zone)) {
    table.fault("time_zone", toml_string(installation.time_zone) +
                                 " is not known to this system: expected \"Europe/Stockholm\" or "
                                 "another IANA name; is tzdata installed?");
  }
  table.finish();
}

// Names are no more than letters, digits, dots and hyphens; a dot before a domain may stand there.
bool is_host_or_domain(std::string_view text) {
  const auto is_part = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '-';
  };
  return !text.empty() && std::all_of(text.begin(), text.end(), is_part);
}

void read_proxy(TableReader& table, Fetch& fetch) {
  table.text("proxy", fetch.proxy);
  table.path("proxy_credentials_file", fetch.proxy_credentials_file);
  table.texts("proxy_exceptions", fetch.proxy_exceptions);
  const auto url = parse_url(fetch.proxy);
  if (url && url->has_userinfo) {
    table.fault("proxy",
                "carries a user name; put \"user:password\" into a file and name it as "
                "fetch.proxy_credentials_file");
  } else if (!fetch.proxy.empty() &&
             (!url || url->scheme != "http" || url->path != "/" || !url->query.empty())) {
    table.fault("proxy", toml_string(fetch.proxy) + ": expected http://host:port");
  }
  for (const std::string& exception : fetch.proxy_exceptions) {
    if (is_address_range(exception) || is_host_or_domain(exception)) continue;
    table.fault("proxy_exceptions", toml_string(exception) +
                                        ": expected a host, a domain, an IP address or a range "
                                        "like 10.0.0.0/8");
  }
}

void read_fetch(TableReader table, Fetch& fetch) {
  table.duration("connect_timeout", fetch.connect_timeout);
  table.duration("total_timeout", fetch.total_timeout);
  table.size("low_speed_bytes", fetch.low_speed_bytes);
  table.duration("low_speed_time", fetch.low_speed_time);
  table.size("body_bytes_max", fetch.body_bytes_max);
  table.size("packed_bytes_max", fetch.packed_bytes_max);
  table.size("header_bytes_max", fetch.header_bytes_max);
  table.pause("host_spacing", fetch.host_spacing);
  read_count(table, "redirects_max", kRedirects, fetch.redirects_max);
  read_count(table, "pages_max", kPages, fetch.pages_max);
  read_count(table, "transfers_max", kTransfers, fetch.transfers_max);
  table.texts("allowed_addresses", fetch.allowed_addresses);
  table.whole_numbers("allowed_ports", fetch.allowed_ports, 1, kPortMax);
  table.path("ca_file", fetch.ca_file);
  for (const std::string& range : fetch.allowed_addresses) {
    if (is_address_range(range)) continue;
    table.fault("allowed_addresses", toml_string(range) +
                                         ": expected an IP address or a range like "
                                         "10.0.0.0/8");
  }
  read_proxy(table, fetch);
  table.finish();
}

void read_reading(TableReader table, Read& read) {
  if (const auto items = table.whole_number("items_max", kItems)) {
    read.items_max = static_cast<std::size_t>(*items);
  }
  if (const auto depth = table.whole_number("depth_max", kDepth)) {
    read.depth_max = static_cast<std::size_t>(*depth);
  }
  table.finish();
}

void read_imap(TableReader table, Imap& imap) {
  table.text("host", imap.host);
  read_count(table, "port", {1, kPortMax}, imap.port);
  table.text("user", imap.user);
  if (const auto auth = table.choice("auth", {"password", "xoauth2"})) {
    imap.auth = static_cast<ImapAuth>(*auth);
  }
  table.path("password_file", imap.password_file);
  table.text("token_url", imap.token_url);
  table.text("client_id", imap.client_id);
  table.path("client_secret_file", imap.client_secret_file);
  table.text("scope", imap.scope);
  table.path("ca_file", imap.ca_file);
  table.duration("timeout", imap.timeout);
  if (!imap.host.empty() && imap.user.empty()) table.fault("user", "imap.host needs a user");
  if (imap.auth == ImapAuth::xoauth2 && !is_safe_for_secrets(imap.token_url)) {
    table.fault("token_url", "auth = \"xoauth2\" needs one that begins with https://");
  }
  if (imap.auth == ImapAuth::xoauth2 && imap.client_id.empty()) {
    table.fault("client_id", "auth = \"xoauth2\" needs it");
  }
  table.finish();
}

void read_place(TableReader table, Place& place) {
  std::string county;
  table.text("county", county);
  const County* found = find_county(county);
  if (found != nullptr) place.county = found->nuts;
  if (found == nullptr && !county.empty()) {
    table.fault("county", toml_string(county) +
                              ": expected one of Sweden's counties by its name or code, like "
                              "\"Gävleborg\", \"21\" or \"SE313\"");
  }
  table.finish();
}

void check_smtp(TableReader& table, const Smtp& smtp) {
  check_filled(table, "host", smtp.host);
  const auto& relays = smtp.plaintext_relays;
  if (smtp.tls == SmtpTls::none &&
      std::find(relays.begin(), relays.end(), smtp.host) == relays.end()) {
    table.fault("tls", "\"none\" sends mail readable on the network; if " + toml_string(smtp.host) +
                           " is a private relay, list it in mail.smtp.plaintext_relays");
  }
  if (smtp.auth != SmtpAuth::none && smtp.user.empty()) {
    table.fault("user", "mail.smtp.auth needs a user");
  }
  if (smtp.auth != SmtpAuth::xoauth2) return;
  if (!is_safe_for_secrets(smtp.token_url)) {
    table.fault("token_url", "auth = \"xoauth2\" needs an https address");
  }
  if (smtp.client_id.empty()) table.fault("client_id", "auth = \"xoauth2\" needs it");
}

void read_smtp(TableReader table, MailerKind mailer, Smtp& smtp) {
  table.text("host", smtp.host);
  if (const auto port = table.whole_number("port", {1, kPortMax}))
    smtp.port = static_cast<int>(*port);
  if (const auto tls = table.choice("tls", {"implicit", "starttls", "none"})) {
    smtp.tls = static_cast<SmtpTls>(*tls);
  }
  table.texts("plaintext_relays", smtp.plaintext_relays);
  table.path("ca_file", smtp.ca_file);
  if (const auto auth = table.choice("auth", {"none", "password", "xoauth2"})) {
    smtp.auth = static_cast<SmtpAuth>(*auth);
  }
  table.text("user", smtp.user);
  table.path("password_file", smtp.password_file);
  table.text("token_url", smtp.token_url);
  table.text("client_id", smtp.client_id);
  table.path("client_secret_file", smtp.client_secret_file);
  table.text("scope", smtp.scope);
  table.duration("timeout", smtp.timeout);
  if (mailer == MailerKind::smtp) check_smtp(table, smtp);
  table.finish();
}

void read_mail(TableReader table, MailSettings& mail) {
  if (const auto mailer = table.choice("mailer", {"maildir", "smtp"})) {
    mail.mailer = static_cast<MailerKind>(*mailer);
  }
  table.path("maildir", mail.maildir);
  table.mail_address("from", mail.from);
  table.mail_address("reply_to", mail.reply_to);
  table.text("list_id", mail.list_id);
  read_count(table, "per_second", kMailsPerSecond, mail.per_second);
  table.text("returns", mail.returns);
  check_filled(table, "from", mail.from);
  if (!is_list_id(mail.list_id)) {
    table.fault("list_id", "expected letters, digits and dots, like bevakning.example.se");
  }
  if (!mail.returns.empty() && !mail.returns.starts_with("maildir:/") &&
      !mail.returns.starts_with("imap:")) {
    table.fault("returns", toml_string(mail.returns) +
                               ": expected \"maildir:/path\" or, in the mailbox of [imap], "
                               "\"imap:INBOX\"");
  }
  read_smtp(table.below("smtp"), mail.mailer, mail.smtp);
  table.finish();
}

void read_coordinator(TableReader table, Coordinator& coordinator) {
  table.mail_address("email", coordinator.email);
  table.text("name", coordinator.name);
  if (const auto language = table.choice("language", {"sv", "en"})) {
    coordinator.language = static_cast<Language>(*language);
  }
  table.finish();
}

void read_digest(TableReader table, Digest& digest) {
  read_count(table, "items_max", kItems, digest.items_max);
  table.size("html_bytes_max", digest.html_bytes_max);
  std::vector<std::string> weekdays;
  for (unsigned day = 0; day < 7; ++day) {
    weekdays.emplace_back(name_of(std::chrono::weekday(day)));
  }
  if (const auto weekday = table.choice("weekday", weekdays)) {
    digest.moment.weekday = std::chrono::weekday(static_cast<unsigned>(*weekday));
  }
  table.hour("hour", digest.moment.time_of_day);
  table.lead("coordinator_lead", digest.coordinator_lead);
  table.finish();
}

bool is_public_url(const std::string& url) {
  return (url.starts_with("https://") || url.starts_with("http://")) &&
         url.find_first_of(" \"<>?#") == std::string::npos;
}

void read_web(TableReader table, Web& web) {
  table.text("listen", web.listen);
  table.text("public_url", web.public_url);
  table.texts("trusted_proxies", web.trusted_proxies);
  table.path("metrics_token_file", web.metrics_token_file);
  while (web.public_url.ends_with('/')) web.public_url.pop_back();
  if (!web.public_url.empty() && !is_public_url(web.public_url)) {
    table.fault("public_url",
                "expected how readers reach the pages: \"https://bevakning.example\"");
  }
  if (!web.public_url.empty() && web.listen.empty()) {
    table.fault("public_url",
                "mails would link to pages that nobody serves; set web.listen, like "
                "\"127.0.0.1:8080\", or take public_url away");
  }
  table.finish();
}

void read_housekeeping(TableReader table, Housekeeping& housekeeping) {
  read_count(table, "keep_items_months", kMonthsKept, housekeeping.keep_items_months);
  read_count(table, "keep_mails_days", kDaysKept, housekeeping.keep_mails_days);
  table.finish();
}

void read_log(TableReader table, Log& log) {
  const std::vector<std::string> levels{"debug", "info", "warning", "error"};
  if (const auto level = table.choice("level", levels)) log.level = levels[*level];
  table.finish();
}

}  // namespace

Result<Config> load(std::string_view toml, const std::string& name) {
  if (toml.size() > kFileBytesMax) {
    return Error{Stage::config, name + ": larger than 1 MB; this is no configuration"};
  }
  const auto document = parse_document(toml, name);
  if (!document) return document.error();
  Faults faults(name);
  Config config;
  TableReader root(*document, "", faults);
  read_installation(root.below("installation"), config.installation);
  read_fetch(root.below("fetch"), config.fetch);
  read_reading(root.below("read"), config.read);
  read_imap(root.below("imap"), config.imap);
  read_place(root.below("place"), config.place);
  read_mail(root.below("mail"), config.mail);
  read_coordinator(root.below("coordinator"), config.coordinator);
  read_digest(root.below("digest"), config.digest);
  read_web(root.below("web"), config.web);
  read_housekeeping(root.below("housekeeping"), config.housekeeping);
  read_log(root.below("log"), config.log);
  root.finish();
  if (!faults.empty()) return faults.error();
  return config;
}

Result<Config> load_file(const std::filesystem::path& file) {
  std::error_code fault;
  const auto status = std::filesystem::status(file, fault);
  if (status.type() == std::filesystem::file_type::not_found) {
    return Error{Stage::config, "there is no configuration " + file.string() +
                                    "; make one with: fundwatch config example > " + file.string()};
  }
  std::ifstream stream(file, std::ios::binary);
  if (!stream || std::filesystem::is_directory(status)) {
    return Error{Stage::config, "cannot read the configuration " + file.string() +
                                    "; is it a file that this user may read? Commands run as "
                                    "its service: sudo -u fundwatch fundwatch …"};
  }
  // One byte more than the limit, so that load() sees that it is exceeded.
  std::string text(kFileBytesMax + 1, '\0');
  stream.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(stream.gcount()));
  return load(text, file.string());
}

std::string_view example() { return embedded_file("fundwatch.toml"); }

}  // namespace fundwatch::config
