#include "daemon/doctor/network_checks.h"

#include "base/url.h"

namespace fundwatch::daemon {
namespace {

constexpr std::chrono::seconds kHour = std::chrono::hours(1);

std::string place_of(const config::Smtp& smtp) {
  return smtp.host + ":" + std::to_string(smtp.port);
}

std::string way_of(const config::Smtp& smtp) {
  const std::string login = smtp.auth == config::SmtpAuth::none ? "" : " and let us log in";
  switch (smtp.tls) {
    case config::SmtpTls::implicit: return "answered over TLS" + login;
    case config::SmtpTls::starttls: return "answered, encrypted by STARTTLS" + login;
    case config::SmtpTls::none: return "answered, unencrypted" + login;
  }
  return "";
}

bool is_loopback(const std::string& host) {
  return host == "localhost" || host == "::1" || host.starts_with("127.");
}

}  // namespace

Finding check_relay(const config::Smtp& smtp, const digest::Delivery& greeting) {
  const std::string part = "mail server";
  switch (greeting.outcome) {
    case digest::Outcome::sent: return well(part, place_of(smtp) + " " + way_of(smtp));
    case digest::Outcome::deferred:
    case digest::Outcome::unreachable:
      return faulty(part, greeting.answer,
                    "check mail.smtp.host and mail.smtp.port, and that a firewall lets this "
                    "machine through; mails wait meanwhile");
    case digest::Outcome::recipient_refused:
    case digest::Outcome::sender_refused:
      return faulty(part, greeting.answer,
                    "check [mail.smtp] with whoever runs that server; mails wait meanwhile");
    case digest::Outcome::interrupted: break;
  }
  return doubtful(part, "the check was interrupted", "try again");
}

Finding check_test_mail(const std::string& recipient, const digest::Delivery& delivery) {
  const std::string part = "test mail";
  if (delivery.outcome == digest::Outcome::sent) {
    return {part, Severity::ok,
            "on its way to " + recipient + "; the server said: " + delivery.answer,
            "look whether it arrives, and not among spam: SPF, DKIM and DMARC of the domain of "
            "mail.from must allow this server"};
  }
  return faulty(part, delivery.answer,
                "check mail.from and [mail.smtp] with whoever runs that server");
}

Finding check_maildir(const std::filesystem::path& maildir, bool is_writable) {
  const std::string part = "mail";
  if (!is_writable) {
    return faulty(part, maildir.string() + " may not be written",
                  "check mail.maildir and its owner");
  }
  return doubtful(part, "mails go to the folder " + maildir.string() + ", not to their readers",
                  "set mail.mailer to \"smtp\" and fill [mail.smtp] when the trial is over");
}

Finding check_mailbox(const config::Imap& imap, const Result<mailbox::Batch>& inbox) {
  const std::string part = "mailbox";
  const std::string place = imap.host + ":" + std::to_string(imap.port);
  if (!inbox) return faulty(part, inbox.error().message, "check [imap] with whoever runs " + place);
  if (!inbox->problems.empty()) {
    return doubtful(part, place + ": " + inbox->problems.front(),
                    "delete old mails there; fundwatch only reads and keeps none in it");
  }
  return well(part, place + " let us log in and look into INBOX");
}

Finding check_returns(const config::MailSettings& mail) {
  const std::string part = "returned mail";
  if (!mail.returns.empty()) return well(part, "it is read from " + mail.returns);
  return doubtful(part,
                  "nobody reads what comes back, so that dead addresses are written to for ever",
                  "set mail.returns to the mailbox where mail to " + mail.from + " arrives");
}

Finding check_night(std::size_t subscribers, int mails_per_second) {
  const std::string part = "list";
  const std::chrono::seconds needed(static_cast<std::int64_t>(subscribers) / mails_per_second);
  const std::string words = std::to_string(subscribers) + " subscribers";
  if (needed <= kNight) return well(part, words + ", whose mails are out within a night");
  return doubtful(
      part,
      words + ", whose mails take " + std::to_string(needed / kHour) + " hours: more than a night",
      "spread subscribers over several weekdays, or ask the relay's owner for a higher "
      "rate");
}

Finding check_names(const std::vector<Lookup>& lookups) {
  const std::string part = "name server";
  std::string unknown;
  std::size_t count = 0;
  for (const Lookup& lookup : lookups) {
    if (lookup.is_known) continue;
    unknown += (unknown.empty() ? "" : ", ") + lookup.host;
    ++count;
  }
  if (lookups.empty()) return well(part, "there is no name to ask for yet");
  if (count == 0) return well(part, "knows the names that were asked for");
  if (count == lookups.size()) {
    return faulty(part, "knows none of " + unknown,
                  "check /etc/resolv.conf and the network; without names no source is read");
  }
  return doubtful(part, "does not know " + unknown,
                  "check the names in fundwatch.toml and of sources");
}

std::optional<Finding> check_proxy(const config::Fetch& fetch) {
  if (fetch.proxy.empty()) return std::nullopt;
  return Finding{
      "proxy", Severity::ok, "sources are asked through " + fetch.proxy,
      "fundwatch looks up each host and refuses what is not public, but the proxy looks it "
      "up once more: the proxy must do the rest of the guarding and refuse addresses of "
      "the internal network"};
}

Finding check_public_address(const config::Web& web, const std::optional<feeds::Answer>& answer,
                             const std::string& expected) {
  const std::string part = "public address";
  if (web.listen.empty()) {
    return doubtful(part, "there are no pages: readers answer and leave by mail",
                    "set web.listen and web.public_url, with a reverse proxy before them that "
                    "speaks TLS");
  }
  if (web.public_url.empty()) {
    return doubtful(part, "there are pages at " + web.listen + ", but mails have no links to them",
                    "set web.public_url to how readers reach them");
  }
  if (!answer) return well(part, web.public_url + " was not asked");
  const auto url = parse_url(web.public_url);
  if (!answer->response) {
    return faulty(part, answer->response.error().message,
                  "is the service running, and does the reverse proxy hand " + web.public_url +
                      " on to " + web.listen + "?");
  }
  if (answer->response->body != expected) {
    return faulty(part, web.public_url + " answers, but with something else than our pages",
                  "hand it on to " + web.listen + ", path and all");
  }
  if (url && url->scheme == "http" && !is_loopback(url->host)) {
    return doubtful(part, web.public_url + " leads to our pages, unencrypted",
                    "let the reverse proxy speak TLS and begin web.public_url with https://");
  }
  return well(part, web.public_url + " leads to our pages");
}

}  // namespace fundwatch::daemon
