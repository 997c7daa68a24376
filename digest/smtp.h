// digest/smtp.h — a mailer over SMTP by libcurl (RFC 5321, STARTTLS RFC 3207, AUTH RFC 4954).
// One connection, kept while mails follow each other and the server accepts. Each answer is judged
// by the step at which it came and its enhanced status code (RFC 3463): digest/smtp_reply.h.
// Belongs to one thread; only the stop token may be used from others.
#pragma once

#include <functional>
#include <memory>
#include <stop_token>
#include <string>

#include "base/clock.h"
#include "config/config.h"
#include "digest/mailer.h"

namespace fundwatch::digest {

class SmtpMailer : public Mailer {
 public:
  // `secret` is the password, or the client secret for xoauth2. `on_progress` is called about once
  // a second or more often while a mail is under way: the watchdog's sign of life.
  SmtpMailer(config::Smtp settings, std::string secret, const Clock& clock, std::stop_token stop,
             std::function<void()> on_progress);
  ~SmtpMailer() override;

  // The mail's bytes go out unchanged. A refusal's answer names server and step, then the server's
  // own words. Returns within 200 ms of a stop.
  Delivery send(const Mail& mail) override;
  void rest() override;

  // Connects, encrypts and logs in, and hands over no mail: what a check asks for. `sender` is the
  // address that mails would have. Outcome::sent says that all went well.
  Delivery greet(const std::string& sender);

 private:
  class Session;
  std::unique_ptr<Session> session_;
};

}  // namespace fundwatch::digest
