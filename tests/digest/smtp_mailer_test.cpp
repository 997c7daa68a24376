#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>

#include <atomic>
#include <chrono>
#include <future>
#include <string>

#include "digest/smtp.h"
#include "digest/smtp_reply.h"
#include "tests/support/fakes.h"
#include "tests/support/smtp_server.h"
#include "tests/support/token_server.h"

namespace fundwatch::tests {
namespace {

using digest::Delivery;
using digest::Outcome;
using std::chrono::steady_clock;
using testing::Contains;
using testing::HasSubstr;
using testing::StartsWith;

// A stop is honoured within 200 ms; the rest is for a machine that has other things to do. A wait
// that does not look up takes libcurl a second.
constexpr std::chrono::milliseconds kStopMax{700};

Mail a_mail(const std::string& bytes = "Subject: Hej\r\n\r\nHej!\r\n") {
  Mail mail;
  mail.sender = "bevakning@example.org";
  mail.recipient = "anna@example.net";
  mail.bytes = bytes;
  return mail;
}

class SmtpMailerTest : public testing::Test {
 protected:
  SmtpMailerTest() { signal(SIGPIPE, SIG_IGN); }  // as the program does

  config::Smtp settings() const {
    config::Smtp smtp;
    smtp.host = "127.0.0.1";
    smtp.port = server_.port();
    smtp.tls = config::SmtpTls::none;
    smtp.plaintext_relays = {"127.0.0.1"};
    smtp.timeout = std::chrono::seconds(20);
    return smtp;
  }

  config::Smtp with_password() const {
    config::Smtp smtp = settings();
    smtp.auth = config::SmtpAuth::password;
    smtp.user = "bevakning";
    return smtp;
  }

  digest::SmtpMailer mailer(const config::Smtp& smtp, const std::string& secret = "") {
    return {smtp, secret, clock_, stop_.get_token(), [this] { ++signs_of_life_; }};
  }

  Delivery send(const Mail& mail = a_mail()) { return mailer(settings()).send(mail); }

  // Stops a sending as soon as the server has come to `point`; how long it then still took.
  std::pair<Delivery, steady_clock::duration> stop_at(SmtpPoint point) {
    auto sending = std::async(std::launch::async, [this] { return send(); });
    server_.wait_for(point);
    const auto begin = steady_clock::now();
    stop_.request_stop();
    Delivery delivery = sending.get();
    return {std::move(delivery), steady_clock::now() - begin};
  }

  SmtpServer server_;
  FakeClock clock_;
  std::stop_source stop_;
  std::atomic<int> signs_of_life_ = 0;
};

TEST_F(SmtpMailerTest, GreetingLogsInAndHandsOverNothing) {
  server_.require_login("PLAIN LOGIN", "bevakning", "hemligt");
  EXPECT_EQ(mailer(with_password(), "hemligt").greet("bevakning@example.org").outcome,
            Outcome::sent);
  const Delivery refused = mailer(with_password(), "fel").greet("bevakning@example.org");
  EXPECT_EQ(refused.outcome, Outcome::sender_refused);
  EXPECT_THAT(refused.answer, HasSubstr("login (AUTH)"));
  EXPECT_TRUE(server_.taken().empty());
}

TEST_F(SmtpMailerTest, HandsOverTheBytesUnchanged) {
  const std::string bytes =
      "Subject: Hej\r\n\r\n.\r\n..\r\n.en punkt f\xc3\xb6rst\r\nen mitt. i\r\n\r\n.\r\n";
  const Delivery delivery = send(a_mail(bytes));
  EXPECT_EQ(delivery.outcome, Outcome::sent);
  EXPECT_EQ(delivery.answer, "250 2.0.0 Ok: queued");
  ASSERT_EQ(server_.taken().size(), 1U);
  EXPECT_EQ(server_.taken()[0].bytes, bytes);
  EXPECT_EQ(server_.taken()[0].sender, "bevakning@example.org");
  EXPECT_EQ(server_.taken()[0].recipient, "anna@example.net");
  EXPECT_GT(signs_of_life_, 0);
}

TEST_F(SmtpMailerTest, HandsOverALargeMailUnchanged) {
  std::string bytes = "Subject: Stor\r\n\r\n";
  for (int i = 0; bytes.size() < 500'000; ++i) {
    bytes += std::string(static_cast<std::size_t>(i % 4), '.') + "rad " + std::to_string(i) +
             std::string(static_cast<std::size_t>(i % 61), 'x') + "\r\n";
  }
  EXPECT_EQ(send(a_mail(bytes)).outcome, Outcome::sent);
  ASSERT_EQ(server_.taken().size(), 1U);
  EXPECT_TRUE(server_.taken()[0].bytes == bytes);
}

TEST_F(SmtpMailerTest, CallsItselfByTheSendersDomainAndStatesTheSize) {
  send();
  EXPECT_THAT(server_.conversations().at(0), Contains("EHLO example.org"));
  EXPECT_THAT(server_.conversations().at(0), Contains("MAIL FROM:<bevakning@example.org> SIZE=" +
                                                      std::to_string(a_mail().bytes.size())));
}

// ---------------------------------------------------------------- one connection

TEST_F(SmtpMailerTest, UsesOneConnectionForMailsThatFollowEachOther) {
  auto mailer = this->mailer(settings());
  for (int i = 0; i < 3; ++i) EXPECT_EQ(mailer.send(a_mail()).outcome, Outcome::sent);
  EXPECT_EQ(server_.taken().size(), 3U);
  EXPECT_EQ(server_.connections(), 1U);
}

TEST_F(SmtpMailerTest, TakesLeaveWhenItRests) {
  auto mailer = this->mailer(settings());
  mailer.send(a_mail());
  mailer.rest();
  server_.wait_for(SmtpPoint::quit);
  EXPECT_EQ(mailer.send(a_mail()).outcome, Outcome::sent);
  EXPECT_EQ(server_.connections(), 2U);
}

TEST_F(SmtpMailerTest, DoesNotWaitForTheAnswerToItsLeave) {
  server_.always(SmtpPoint::quit, SmtpReaction::silent());
  auto mailer = this->mailer(settings());
  mailer.send(a_mail());
  const auto begin = steady_clock::now();
  mailer.rest();
  EXPECT_LT(steady_clock::now() - begin, kStopMax);
}

TEST_F(SmtpMailerTest, ConnectsAgainAfterTheServerHungUp) {
  auto mailer = this->mailer(settings());
  mailer.send(a_mail());
  server_.hang_up("421 4.4.2 Idle for too long");
  EXPECT_EQ(mailer.send(a_mail()).outcome, Outcome::sent);
  EXPECT_EQ(server_.connections(), 2U);
  EXPECT_EQ(server_.taken().size(), 2U);
}

TEST_F(SmtpMailerTest, TriesOnceMoreWhenAKeptConnectionDiesAtMailFrom) {
  for (const auto& reaction : {SmtpReaction::hanging_up(), SmtpReaction::saying("421 4.3.2 Bye"),
                               SmtpReaction::hanging_up("421 4.3.2 Bye")}) {
    auto mailer = this->mailer(settings());
    const auto connections_before = server_.connections();
    EXPECT_EQ(mailer.send(a_mail()).outcome, Outcome::sent);
    server_.once(SmtpPoint::mail, reaction);
    EXPECT_EQ(mailer.send(a_mail()).outcome, Outcome::sent);
    EXPECT_EQ(server_.connections(), connections_before + 2);
  }
}

TEST_F(SmtpMailerTest, DoesNotTryTwiceOnConnectionsOfItsOwn) {
  auto mailer = this->mailer(settings());
  mailer.send(a_mail());
  server_.always(SmtpPoint::mail, SmtpReaction::saying("421 4.3.2 Overloaded"));
  EXPECT_EQ(mailer.send(a_mail()).outcome, Outcome::unreachable);
  EXPECT_EQ(server_.connections(), 2U);
  EXPECT_EQ(mailer.send(a_mail()).outcome, Outcome::unreachable);
  EXPECT_EQ(server_.connections(), 3U);
}

TEST_F(SmtpMailerTest, SendsTheNextMailAfterARefusedRecipient) {
  auto mailer = this->mailer(settings());
  server_.once(SmtpPoint::rcpt, SmtpReaction::saying("550 5.1.1 No such user"));
  EXPECT_EQ(mailer.send(a_mail()).outcome, Outcome::recipient_refused);
  EXPECT_EQ(mailer.send(a_mail()).outcome, Outcome::sent);
}

// ---------------------------------------------------------------- refusals and losses

struct Trouble {
  const char* name;
  SmtpPoint point;
  SmtpReaction reaction;
  Outcome outcome;
  const char* answer;  // after the server's name
};

class SmtpTrouble : public SmtpMailerTest, public testing::WithParamInterface<Trouble> {};

TEST_P(SmtpTrouble, IsJudgedAndKeptInTheServersWords) {
  const Trouble& trouble = GetParam();
  server_.once(trouble.point, trouble.reaction);
  const Delivery delivery = send();
  EXPECT_EQ(delivery.outcome, trouble.outcome);
  EXPECT_THAT(delivery.answer,
              StartsWith("127.0.0.1:" + std::to_string(server_.port()) + ", " + trouble.answer));
  EXPECT_TRUE(server_.taken().empty());
}

INSTANTIATE_TEST_SUITE_P(
    All, SmtpTrouble,
    testing::Values(
        Trouble{"RefusedAtGreeting", SmtpPoint::greeting,
                SmtpReaction::hanging_up("554 5.7.1 We do not like you"), Outcome::sender_refused,
                "greeting: 554 5.7.1 We do not like you"},
        Trouble{"BusyAtGreeting", SmtpPoint::greeting,
                SmtpReaction::hanging_up("421 4.3.2 Too busy"), Outcome::unreachable,
                "greeting: 421 4.3.2 Too busy"},
        Trouble{"LostAtGreeting", SmtpPoint::greeting, SmtpReaction::hanging_up(),
                Outcome::unreachable, "connecting: "},
        Trouble{"LostAtEhlo", SmtpPoint::ehlo, SmtpReaction::hanging_up(), Outcome::unreachable,
                "greeting: "},
        Trouble{"RefusedAtMail", SmtpPoint::mail,
                SmtpReaction::saying("550-5.7.1 Not from here\n550 5.7.1 Ask the postmaster"),
                Outcome::sender_refused,
                "sender (MAIL FROM): 550 5.7.1 Not from here 5.7.1 Ask the postmaster"},
        Trouble{"TooLargeAtMail", SmtpPoint::mail, SmtpReaction::saying("552 5.3.4 Too large"),
                Outcome::sender_refused, "sender (MAIL FROM): 552 5.3.4 Too large"},
        Trouble{"RefusedAtRcpt", SmtpPoint::rcpt, SmtpReaction::saying("550 5.1.1 No such user"),
                Outcome::recipient_refused, "recipient (RCPT TO): 550 5.1.1 No such user"},
        Trouble{"RelayDeniedAtRcpt", SmtpPoint::rcpt, SmtpReaction::saying("554 5.7.1 Denied"),
                Outcome::sender_refused, "recipient (RCPT TO): 554 5.7.1 Denied"},
        Trouble{"GreylistedAtRcpt", SmtpPoint::rcpt, SmtpReaction::saying("450 4.2.0 Greylisted"),
                Outcome::deferred, "recipient (RCPT TO): 450 4.2.0 Greylisted"},
        Trouble{"LostAtRcpt", SmtpPoint::rcpt, SmtpReaction::hanging_up(), Outcome::deferred,
                "recipient (RCPT TO): "},
        Trouble{"RefusedAtData", SmtpPoint::data, SmtpReaction::saying("554 5.5.1 No"),
                Outcome::sender_refused, "mail (DATA): 554 5.5.1 No"},
        Trouble{"LostInTheBody", SmtpPoint::mid_body, SmtpReaction::hanging_up(), Outcome::deferred,
                "end of mail: "},
        Trouble{"LostBeforeTheReceipt", SmtpPoint::body, SmtpReaction::hanging_up(),
                Outcome::deferred, "end of mail: "},
        Trouble{"RefusedAfterTheBody", SmtpPoint::body,
                SmtpReaction::saying("554 5.7.1 Looks like spam"), Outcome::sender_refused,
                "end of mail: 554 5.7.1 Looks like spam"},
        Trouble{"NotNowAfterTheBody", SmtpPoint::body, SmtpReaction::saying("451 4.3.0 Try later"),
                Outcome::deferred, "end of mail: 451 4.3.0 Try later"}),
    [](const auto& tested) { return tested.param.name; });

TEST_F(SmtpMailerTest, FindsNobodyAtAClosedPort) {
  config::Smtp smtp = settings();
  {
    const SmtpServer gone;
    smtp.port = gone.port();
  }
  const Delivery delivery = mailer(smtp).send(a_mail());
  EXPECT_EQ(delivery.outcome, Outcome::unreachable);
  EXPECT_THAT(delivery.answer, HasSubstr("connecting: Failed to connect to 127.0.0.1"));
}

TEST_F(SmtpMailerTest, GivesUpOnAServerThatTakesTooLong) {
  config::Smtp smtp = settings();
  smtp.timeout = std::chrono::seconds(1);
  server_.always(SmtpPoint::rcpt, SmtpReaction::silent());
  EXPECT_EQ(mailer(smtp).send(a_mail()).outcome, Outcome::deferred);
}

TEST_F(SmtpMailerTest, GivesUpOnAReceiptThatTakesTooLong) {
  config::Smtp smtp = settings();
  smtp.timeout = std::chrono::seconds(1);
  server_.always(SmtpPoint::body, SmtpReaction::silent());
  EXPECT_EQ(mailer(smtp).send(a_mail()).outcome, Outcome::deferred);
}

TEST_F(SmtpMailerTest, RefusesAddressesThatWouldEndTheCommand) {
  for (const char* address : {"", "a@b>\r\nRSET", "a b@c", "<a@b>"}) {
    Mail mail = a_mail();
    mail.recipient = address;
    EXPECT_EQ(send(mail).outcome, Outcome::recipient_refused) << address;
    mail = a_mail();
    mail.sender = address;
    EXPECT_EQ(send(mail).outcome, Outcome::sender_refused) << address;
  }
  EXPECT_EQ(server_.connections(), 0U);
}

// ---------------------------------------------------------------- encryption asked for, not there

TEST_F(SmtpMailerTest, SendsPlaintextOnlyToListedRelays) {
  config::Smtp smtp = settings();
  smtp.plaintext_relays = {"relay.example.org"};
  const Delivery delivery = mailer(smtp).send(a_mail());
  EXPECT_EQ(delivery.outcome, Outcome::sender_refused);
  EXPECT_THAT(delivery.answer, HasSubstr("mail.smtp.plaintext_relays"));
  EXPECT_EQ(server_.connections(), 0U);
}

TEST_F(SmtpMailerTest, SendsNothingWhenStarttlsIsNotOffered) {
  config::Smtp smtp = with_password();
  smtp.tls = config::SmtpTls::starttls;
  const Delivery delivery = mailer(smtp, "hemligt").send(a_mail());
  EXPECT_EQ(delivery.outcome, Outcome::sender_refused);
  EXPECT_THAT(delivery.answer, HasSubstr("offers no STARTTLS"));
  EXPECT_EQ(server_.conversations().at(0).at(0), "EHLO example.org");
  EXPECT_LE(server_.conversations().at(0).size(), 2U);  // EHLO and perhaps QUIT
}

TEST_F(SmtpMailerTest, TriesLaterWhenStarttlsIsNotReady) {
  config::Smtp smtp = settings();
  smtp.tls = config::SmtpTls::starttls;
  server_.always(SmtpPoint::ehlo, SmtpReaction::saying("250-relay.test\n250 STARTTLS"));
  server_.once(SmtpPoint::starttls, SmtpReaction::saying("454 4.7.0 No TLS just now"));
  EXPECT_EQ(mailer(smtp).send(a_mail()).outcome, Outcome::unreachable);
  server_.once(SmtpPoint::starttls, SmtpReaction::hanging_up("220 Go on"));
  EXPECT_EQ(mailer(smtp).send(a_mail()).outcome, Outcome::unreachable);
}

TEST_F(SmtpMailerTest, SaysWhatToCheckWhenTheServerSpeaksNoTls) {
  config::Smtp smtp = settings();
  smtp.tls = config::SmtpTls::implicit;
  const Delivery delivery = mailer(smtp).send(a_mail());
  EXPECT_EQ(delivery.outcome, Outcome::sender_refused);
  EXPECT_THAT(delivery.answer, HasSubstr("check mail.smtp.port and mail.smtp.tls"));
}

// ---------------------------------------------------------------- logging in

TEST_F(SmtpMailerTest, LogsInTheWayTheServerOffers) {
  for (const char* mechanisms : {"PLAIN", "LOGIN", "GSSAPI NTLM CRAM-MD5 LOGIN PLAIN"}) {
    server_.require_login(mechanisms, "bevakning", "hemligt");
    EXPECT_EQ(mailer(with_password(), "hemligt").send(a_mail()).outcome, Outcome::sent)
        << mechanisms;
  }
}

TEST_F(SmtpMailerTest, IsRefusedWithAWrongPassword) {
  server_.require_login("PLAIN", "bevakning", "hemligt");
  const Delivery delivery = mailer(with_password(), "fel").send(a_mail());
  EXPECT_EQ(delivery.outcome, Outcome::sender_refused);
  EXPECT_THAT(delivery.answer, HasSubstr("login (AUTH): 535 5.7.8 Wrong password"));
}

TEST_F(SmtpMailerTest, TriesLaterWhenLoggingInFailsForNow) {
  server_.require_login("PLAIN", "bevakning", "hemligt");
  server_.once(SmtpPoint::auth, SmtpReaction::saying("454 4.7.0 Try later"));
  EXPECT_EQ(mailer(with_password(), "hemligt").send(a_mail()).outcome, Outcome::unreachable);
}

TEST_F(SmtpMailerTest, SaysSoWhenTheServerOffersNoWayToLogIn) {
  server_.require_login("GSSAPI", "bevakning", "hemligt");
  const Delivery delivery = mailer(with_password(), "hemligt").send(a_mail());
  EXPECT_EQ(delivery.outcome, Outcome::sender_refused);
  EXPECT_THAT(delivery.answer, HasSubstr("offers no way to log in"));
}

TEST_F(SmtpMailerTest, LogsInWithATokenAndGetsAnotherWhenItIsNotTaken) {
  TokenServer tokens;
  tokens.answer(200, R"({"access_token":"gammal","expires_in":3600})");
  tokens.answer(200, R"({"access_token":"ny","expires_in":3600})");
  server_.require_login("XOAUTH2 PLAIN", "bevakning", "ny");
  config::Smtp smtp = with_password();
  smtp.auth = config::SmtpAuth::xoauth2;
  smtp.token_url = tokens.url();
  auto mailer = this->mailer(smtp, "klienthemlighet");
  EXPECT_EQ(mailer.send(a_mail()).outcome, Outcome::sender_refused);
  EXPECT_EQ(mailer.send(a_mail()).outcome, Outcome::sent);
  EXPECT_EQ(mailer.send(a_mail()).outcome, Outcome::sent);
  EXPECT_EQ(tokens.posted().size(), 2U);
  EXPECT_EQ(server_.connections(), 2U);
}

TEST_F(SmtpMailerTest, TakesAnExplainedRefusalOfATokenAsOne) {
  TokenServer tokens;
  tokens.answer(200, R"({"access_token":"gammal","expires_in":3600})");
  server_.require_login("XOAUTH2", "bevakning", "ny");
  server_.once(SmtpPoint::auth, SmtpReaction::saying("334 eyJzdGF0dXMiOiI0MDAifQ=="));
  config::Smtp smtp = with_password();
  smtp.auth = config::SmtpAuth::xoauth2;
  smtp.token_url = tokens.url();
  const Delivery delivery = mailer(smtp, "klienthemlighet").send(a_mail());
  EXPECT_EQ(delivery.outcome, Outcome::sender_refused);
  EXPECT_THAT(delivery.answer, HasSubstr("login (AUTH): 334 eyJ"));
}

TEST_F(SmtpMailerTest, DoesNotGoToTheServerWithoutAToken) {
  TokenServer tokens;
  tokens.answer(401, R"({"error":"invalid_client"})");
  config::Smtp smtp = with_password();
  smtp.auth = config::SmtpAuth::xoauth2;
  smtp.token_url = tokens.url();
  EXPECT_EQ(mailer(smtp, "klienthemlighet").send(a_mail()).outcome, Outcome::sender_refused);
  EXPECT_EQ(server_.connections(), 0U);
}

// ---------------------------------------------------------------- stopping

class SmtpStop : public SmtpMailerTest, public testing::WithParamInterface<SmtpPoint> {};

TEST_P(SmtpStop, IsHonouredAtOnceWhileTheServerIsSilent) {
  server_.always(GetParam(), SmtpReaction::silent());
  const auto [delivery, took] = stop_at(GetParam());
  EXPECT_EQ(delivery.outcome, Outcome::interrupted);
  EXPECT_LT(took, kStopMax);
}

INSTANTIATE_TEST_SUITE_P(Everywhere, SmtpStop,
                         testing::Values(SmtpPoint::greeting, SmtpPoint::ehlo, SmtpPoint::mail,
                                         SmtpPoint::rcpt, SmtpPoint::data, SmtpPoint::body));

TEST_F(SmtpMailerTest, DoesNotEndAMailThatIsCutShort) {
  std::string bytes = "Subject: Stor\r\n\r\n";
  while (bytes.size() < 4'000'000) bytes += "en rad till\r\n";  // more than buffers hold
  auto sending = std::async(std::launch::async, [&] { return send(a_mail(bytes)); });
  server_.wait_for(SmtpPoint::mid_body);
  stop_.request_stop();
  const Delivery delivery = sending.get();
  EXPECT_EQ(delivery.outcome, server_.taken().empty() ? Outcome::interrupted : Outcome::sent);
  for (const SmtpTaken& mail : server_.taken()) EXPECT_EQ(mail.bytes.size(), bytes.size());
}

TEST_F(SmtpMailerTest, DoesNotBeginAfterAStop) {
  stop_.request_stop();
  EXPECT_EQ(send().outcome, Outcome::interrupted);
  EXPECT_EQ(server_.connections(), 0U);
}

}  // namespace
}  // namespace fundwatch::tests
