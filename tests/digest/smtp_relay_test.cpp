// The mailer against a real mail server with TLS and login.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>

#include <chrono>
#include <string>

#include "digest/smtp.h"
#include "tests/support/fakes.h"
#include "tests/support/relay.h"
#include "tests/support/skip.h"

namespace fundwatch::tests {
namespace {

using digest::Delivery;
using digest::Outcome;
using testing::AllOf;
using testing::ContainsRegex;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class SmtpRelayTest : public testing::Test {
 protected:
  void SetUp() override {
    signal(SIGPIPE, SIG_IGN);  // as the program does
    if (!Relay::is_installed()) skip("python3-aiosmtpd or openssl is not installed");
  }

  static config::Smtp settings(const Relay& relay) {
    config::Smtp smtp;
    smtp.host = "127.0.0.1";
    smtp.port = relay.port();
    smtp.ca_file = relay.ca_file();
    smtp.auth = config::SmtpAuth::password;
    smtp.user = "bevakning";
    smtp.timeout = std::chrono::seconds(30);
    return smtp;
  }

  digest::SmtpMailer mailer(const config::Smtp& smtp, const std::string& password = "hemligt") {
    return {smtp, password, clock_, {}, [] {}};
  }

  FakeClock clock_;
};

Mail a_mail(int number = 1) {
  Mail mail;
  mail.sender = "bevakning@example.org";
  mail.recipient = "anna@example.net";
  mail.bytes = "Subject: Nummer " + std::to_string(number) +
               "\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n.en punkt\r\n.\r\nåäö\r\n";
  return mail;
}

TEST_F(SmtpRelayTest, DeliversTheSameBytesByStarttlsAndLogin) {
  const Relay relay(Relay::Tls::starttls);
  auto mailer = this->mailer(settings(relay));
  for (int i = 1; i <= 3; ++i) {
    const Delivery delivery = mailer.send(a_mail(i));
    EXPECT_EQ(delivery.outcome, Outcome::sent) << delivery.answer;
    EXPECT_EQ(delivery.answer, "250 2.0.0 Ok: kept");
  }
  EXPECT_THAT(relay.taken(), ElementsAre(a_mail(1).bytes, a_mail(2).bytes, a_mail(3).bytes));
}

TEST_F(SmtpRelayTest, DeliversByImplicitTls) {
  const Relay relay(Relay::Tls::implicit);
  config::Smtp smtp = settings(relay);
  smtp.tls = config::SmtpTls::implicit;
  const Delivery delivery = mailer(smtp).send(a_mail());
  EXPECT_EQ(delivery.outcome, Outcome::sent) << delivery.answer;
  EXPECT_THAT(relay.taken(), ElementsAre(a_mail().bytes));
}

TEST_F(SmtpRelayTest, IsRefusedWithAWrongPassword) {
  const Relay relay(Relay::Tls::starttls);
  const Delivery delivery = mailer(settings(relay), "fel").send(a_mail());
  EXPECT_EQ(delivery.outcome, Outcome::sender_refused);
  EXPECT_THAT(delivery.answer, HasSubstr("login (AUTH): 535 5.7.8"));
  EXPECT_THAT(relay.taken(), IsEmpty());
}

TEST_F(SmtpRelayTest, IsRefusedWithoutTls) {
  const Relay relay(Relay::Tls::starttls);
  config::Smtp smtp = settings(relay);
  smtp.tls = config::SmtpTls::none;
  smtp.plaintext_relays = {smtp.host};
  smtp.auth = config::SmtpAuth::none;
  const Delivery delivery = mailer(smtp).send(a_mail());
  EXPECT_EQ(delivery.outcome, Outcome::sender_refused);
  EXPECT_THAT(delivery.answer, HasSubstr("530 "));
}

TEST_F(SmtpRelayTest, SaysWhenTheCertificateEnded) {
  for (const auto tls : {Relay::Tls::starttls, Relay::Tls::implicit}) {
    const Relay relay(tls, {.has_ended = true});
    config::Smtp smtp = settings(relay);
    if (tls == Relay::Tls::implicit) smtp.tls = config::SmtpTls::implicit;
    const Delivery delivery = mailer(smtp).send(a_mail());
    EXPECT_EQ(delivery.outcome, Outcome::sender_refused);
    EXPECT_THAT(delivery.answer, AllOf(HasSubstr("certificate has expired"),
                                       ContainsRegex(" to [A-Z][a-z]+ +[0-9]+ .* GMT, "),
                                       HasSubstr("issued by CN = relay")));
    EXPECT_THAT(relay.taken(), IsEmpty());
  }
}

TEST_F(SmtpRelayTest, SaysForWhomTheCertificateIs) {
  const Relay relay(Relay::Tls::starttls, {.name = "DNS:relay.example.org"});
  const Delivery delivery = mailer(settings(relay)).send(a_mail());
  EXPECT_EQ(delivery.outcome, Outcome::sender_refused);
  EXPECT_THAT(delivery.answer, AllOf(HasSubstr("127.0.0.1"), HasSubstr("DNS:relay.example.org"),
                                     HasSubstr("check mail.smtp.host")));
}

TEST_F(SmtpRelayTest, DoesNotTrustAnAuthorityThatIsNotListed) {
  const Relay relay(Relay::Tls::starttls);
  config::Smtp smtp = settings(relay);
  smtp.ca_file.clear();
  const Delivery delivery = mailer(smtp).send(a_mail());
  EXPECT_EQ(delivery.outcome, Outcome::sender_refused);
  EXPECT_THAT(delivery.answer, HasSubstr("self-signed certificate"));
  smtp.ca_file = "/nonexistent/ca.pem";
  EXPECT_THAT(mailer(smtp).send(a_mail()).answer, HasSubstr("check mail.smtp.ca_file"));
}

}  // namespace
}  // namespace fundwatch::tests
