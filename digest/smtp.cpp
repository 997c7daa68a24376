#include "digest/smtp.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "digest/server_certificate.h"
#include "digest/smtp_reply.h"
#include "mailbox/curl_session.h"
#include "mailbox/oauth.h"

namespace fundwatch::digest {
namespace {

// How one transfer ended: libcurl's view and the server's.
struct Ending {
  CURLcode code = CURLE_OK;
  SmtpDialogue dialogue;
  bool is_on_kept_connection = false;
};

int on_debug(CURL*, curl_infotype type, char* bytes, std::size_t size, void* to) {
  auto& dialogue = *static_cast<SmtpDialogue*>(to);
  if (type == CURLINFO_HEADER_OUT) dialogue.sent({bytes, size});
  if (type == CURLINFO_HEADER_IN) dialogue.received({bytes, size});
  return 0;
}

std::size_t on_read(char* to, std::size_t size, std::size_t count, void* from) {
  auto& left = *static_cast<std::string_view*>(from);
  const std::size_t taken = left.copy(to, size * count);
  left.remove_prefix(taken);
  return taken;
}

// An address goes into a command line as it is.
bool is_sendable(const std::string& address) {
  return !address.empty() && std::none_of(address.begin(), address.end(), [](char c) {
    return (c >= '\0' && c <= ' ') || c == '<' || c == '>' || c == '\x7f';
  });
}

// What TLS itself stumbled over; a connection that was cut in the middle is none of these.
bool is_tls_fault(CURLcode code, const std::string& words) {
  switch (static_cast<int>(code)) {
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_USE_SSL_FAILED:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER: return true;
    case CURLE_SSL_CONNECT_ERROR: return !words.starts_with("OpenSSL SSL_connect: ");
    default: return false;
  }
}

// What becomes of the mail that needs the token.
Delivery delivery_of(const mailbox::TokenFault& fault) {
  using Kind = mailbox::TokenFault::Kind;
  switch (fault.kind) {
    case Kind::refused: return {Outcome::sender_refused, fault.words};
    case Kind::unreachable: return {Outcome::unreachable, fault.words};
    case Kind::stopped: break;
  }
  return {Outcome::interrupted, fault.words};
}

std::string advice_for(CURLcode code) {
  switch (static_cast<int>(code)) {
    case CURLE_USE_SSL_FAILED:
      return "the server offers no STARTTLS; check mail.smtp.port, or set mail.smtp.tls to "
             "\"implicit\", or list the relay in mail.smtp.plaintext_relays and use \"none\"";
    case CURLE_SSL_CACERT_BADFILE: return "check mail.smtp.ca_file";
    case CURLE_PEER_FAILED_VERIFICATION: return "check mail.smtp.host and mail.smtp.ca_file";
    default: return "check mail.smtp.port and mail.smtp.tls";
  }
}

}  // namespace

class SmtpMailer::Session {
 public:
  Session(config::Smtp settings, std::string secret, const Clock& clock, std::stop_token stop,
          std::function<void()> on_progress)
      : settings_(std::move(settings)),
        secret_(std::move(secret)),
        mail_session_(stop, on_progress),
        side_session_(std::move(stop), std::move(on_progress)),
        tokens_({.section = "mail.smtp",
                 .token_url = settings_.token_url,
                 .client_id = settings_.client_id,
                 .scope = settings_.scope,
                 .timeout = settings_.timeout},
                secret_, clock) {}

  Delivery send(const Mail& mail);
  Delivery greet(const std::string& sender);

  void rest() {
    mail_session_.close();
    side_session_.close();
  }

 private:
  std::optional<Delivery> obstacle_of_our_own(const Mail& mail);
  std::optional<Delivery> refusal_of_our_own(const Mail& mail) const;
  Ending transfer(const Mail& mail);
  CURL* set_up(const Mail& mail);
  void set_login(CURL* easy) const;
  bool has_died_unseen(const Ending& ending) const;
  Delivery judge(const Ending& ending);
  Delivery judge_tls(const Ending& ending, const std::string& where);

  config::Smtp settings_;
  std::string secret_;
  mailbox::CurlSession mail_session_;
  mailbox::CurlSession side_session_;  // for tokens and for looking at certificates
  mailbox::TokenSource tokens_;
};

// Before anything is said to the server.
std::optional<Delivery> SmtpMailer::Session::obstacle_of_our_own(const Mail& mail) {
  if (auto refusal = refusal_of_our_own(mail)) return refusal;
  if (settings_.auth != config::SmtpAuth::xoauth2) return std::nullopt;
  if (const auto fault = tokens_.renew(side_session_)) return delivery_of(*fault);
  return std::nullopt;
}

Delivery SmtpMailer::Session::greet(const std::string& sender) {
  Mail nothing;
  nothing.sender = sender;
  nothing.recipient = sender;
  if (auto obstacle = obstacle_of_our_own(nothing)) return *obstacle;
  Ending ending;
  CURL* easy = set_up(nothing);
  curl_easy_setopt(easy, CURLOPT_CONNECT_ONLY, 1L);
  curl_easy_setopt(easy, CURLOPT_DEBUGDATA, &ending.dialogue);
  ending.code = mail_session_.run();
  curl_easy_setopt(easy, CURLOPT_VERBOSE, 0L);  // the dialogue is over, and goes away
  Delivery delivery = judge(ending);
  rest();
  return delivery;
}

Delivery SmtpMailer::Session::send(const Mail& mail) {
  if (auto obstacle = obstacle_of_our_own(mail)) return *obstacle;
  Ending ending = transfer(mail);
  if (has_died_unseen(ending)) ending = transfer(mail);
  return judge(ending);
}

std::optional<Delivery> SmtpMailer::Session::refusal_of_our_own(const Mail& mail) const {
  const auto& relays = settings_.plaintext_relays;
  if (settings_.tls == config::SmtpTls::none &&
      std::find(relays.begin(), relays.end(), settings_.host) == relays.end()) {
    return Delivery{Outcome::sender_refused,
                    "mail.smtp.tls is \"none\", but \"" + settings_.host +
                        "\" is not in mail.smtp.plaintext_relays; set tls to \"starttls\" or "
                        "\"implicit\", or list it there if it is a private relay"};
  }
  if (!is_sendable(mail.sender)) {
    return Delivery{Outcome::sender_refused,
                    "\"" + mail.sender + "\" is not a mail address; check mail.from"};
  }
  if (!is_sendable(mail.recipient)) {
    return Delivery{Outcome::recipient_refused, "\"" + mail.recipient + "\" is not a mail address"};
  }
  return std::nullopt;
}

Ending SmtpMailer::Session::transfer(const Mail& mail) {
  Ending ending;
  std::string_view left = mail.bytes;
  CURL* easy = set_up(mail);
  curl_slist* recipients = curl_slist_append(nullptr, mail.recipient.c_str());
  curl_easy_setopt(easy, CURLOPT_MAIL_RCPT, recipients);
  curl_easy_setopt(easy, CURLOPT_READDATA, &left);
  curl_easy_setopt(easy, CURLOPT_DEBUGDATA, &ending.dialogue);
  ending.code = mail_session_.run();
  curl_easy_setopt(easy, CURLOPT_VERBOSE, 0L);  // the dialogue is over, and goes away
  curl_slist_free_all(recipients);
  ending.is_on_kept_connection =
      !mail_session_.has_connected() && ending.code != CURLE_COULDNT_RESOLVE_HOST;
  return ending;
}

CURL* SmtpMailer::Session::set_up(const Mail& mail) {
  const auto seconds_max = static_cast<long>(settings_.timeout.count());
  CURL* easy = mail_session_.fresh();
  // What stands as the path is what we call ourselves in EHLO; a bare host name offends some.
  const std::string url = url_of(settings_) + "/" + mail.sender.substr(mail.sender.find('@') + 1);
  curl_easy_setopt(easy, CURLOPT_URL, url.c_str());
  curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  curl_easy_setopt(easy, CURLOPT_TIMEOUT, seconds_max);
  curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT, seconds_max);
  if (settings_.tls == config::SmtpTls::starttls) {
    curl_easy_setopt(easy, CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL));
  }
  curl_easy_setopt(easy, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  if (!settings_.ca_file.empty()) {
    curl_easy_setopt(easy, CURLOPT_CAINFO, settings_.ca_file.c_str());
  }
  set_login(easy);
  curl_easy_setopt(easy, CURLOPT_MAIL_FROM, mail.sender.c_str());
  curl_easy_setopt(easy, CURLOPT_UPLOAD, 1L);
  curl_easy_setopt(easy, CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(mail.bytes.size()));
  curl_easy_setopt(easy, CURLOPT_READFUNCTION, on_read);
  curl_easy_setopt(easy, CURLOPT_VERBOSE, 1L);
  curl_easy_setopt(easy, CURLOPT_DEBUGFUNCTION, on_debug);
  return easy;
}

// Left to itself libcurl prefers ways that need more than a password (Kerberos, NTLM) whenever a
// server names them.
void SmtpMailer::Session::set_login(CURL* easy) const {
  if (settings_.auth == config::SmtpAuth::none) return;
  curl_easy_setopt(easy, CURLOPT_USERNAME, settings_.user.c_str());
  if (settings_.auth == config::SmtpAuth::password) {
    curl_easy_setopt(easy, CURLOPT_PASSWORD, secret_.c_str());
    curl_easy_setopt(easy, CURLOPT_LOGIN_OPTIONS, "AUTH=PLAIN;AUTH=LOGIN");
  } else {
    curl_easy_setopt(easy, CURLOPT_XOAUTH2_BEARER, tokens_.token().c_str());
    curl_easy_setopt(easy, CURLOPT_LOGIN_OPTIONS, "AUTH=XOAUTH2");
  }
}

// Servers end connections that rest, sometimes with a 421 that is only heard as the next mail's
// answer (RFC 5321 § 3.8). Nothing of that mail was taken; it deserves a connection of its own.
bool SmtpMailer::Session::has_died_unseen(const Ending& ending) const {
  const SmtpDialogue& dialogue = ending.dialogue;
  const bool has_no_answer = dialogue.reply().code == 0 || dialogue.reply().code == 421;
  return ending.code != CURLE_OK && ending.code != CURLE_OPERATION_TIMEDOUT &&
         ending.is_on_kept_connection && dialogue.step() <= SmtpStep::mail_from && has_no_answer &&
         !mail_session_.is_stopping();
}

Delivery SmtpMailer::Session::judge(const Ending& ending) {
  const SmtpStep step = ending.dialogue.step();
  const SmtpReply& reply = ending.dialogue.reply();
  const std::string answer = std::to_string(reply.code) + " " + reply.words;
  const std::string where = settings_.host + ":" + std::to_string(settings_.port) + ", " +
                            std::string(words_of(step)) + ": ";
  if (ending.code == CURLE_OK || classify(step, reply.code, reply.words) == Outcome::sent) {
    return {Outcome::sent, answer};
  }
  if (mail_session_.is_stopping()) return {Outcome::interrupted, "stopped"};
  if (step == SmtpStep::auth) tokens_.forget();
  const bool is_refusal = reply.code >= 400 || (step == SmtpStep::auth && reply.code >= 300);
  if (is_refusal) return {classify(step, reply.code, reply.words), where + answer};
  if (is_tls_fault(ending.code, mail_session_.words())) return judge_tls(ending, where);
  if (ending.code == CURLE_LOGIN_DENIED) {
    return {Outcome::sender_refused, where + "the server offers no way to log in that mail.smtp." +
                                         "auth allows; it said: " + answer};
  }
  return {classify(step, 0, ""), where + mail_session_.words()};
}

Delivery SmtpMailer::Session::judge_tls(const Ending& ending, const std::string& where) {
  const std::string words = mail_session_.words();
  std::string certificate;
  if (ending.code == CURLE_PEER_FAILED_VERIFICATION) {
    certificate = presented_certificate(side_session_, settings_);
    side_session_.close();
  }
  return {Outcome::sender_refused, where + words + "; " +
                                       (certificate.empty() ? "" : certificate + "; ") +
                                       advice_for(ending.code)};
}

SmtpMailer::SmtpMailer(config::Smtp settings, std::string secret, const Clock& clock,
                       std::stop_token stop, std::function<void()> on_progress)
    : session_(std::make_unique<Session>(std::move(settings), std::move(secret), clock,
                                         std::move(stop), std::move(on_progress))) {}

SmtpMailer::~SmtpMailer() = default;

Delivery SmtpMailer::send(const Mail& mail) { return session_->send(mail); }

void SmtpMailer::rest() { session_->rest(); }

Delivery SmtpMailer::greet(const std::string& sender) { return session_->greet(sender); }

}  // namespace fundwatch::digest
