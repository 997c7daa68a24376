#include "digest/smtp_reply.h"

#include <gtest/gtest.h>

#include <ostream>
#include <vector>

#include "base/text.h"

namespace fundwatch::digest {

// How test messages name an outcome.
std::ostream& operator<<(std::ostream& out, Outcome outcome) {
  switch (outcome) {
    case Outcome::sent: return out << "sent";
    case Outcome::deferred: return out << "deferred";
    case Outcome::unreachable: return out << "unreachable";
    case Outcome::recipient_refused: return out << "recipient_refused";
    case Outcome::sender_refused: return out << "sender_refused";
    case Outcome::interrupted: return out << "interrupted";
  }
  return out;
}

namespace {

struct Case {
  SmtpStep step;
  int code;
  const char* words;
  Outcome meaning;
};

class ReplyMeaning : public testing::TestWithParam<Case> {};

TEST_P(ReplyMeaning, IsJudgedByStepAndCode) {
  const Case& it = GetParam();
  EXPECT_EQ(classify(it.step, it.code, it.words), it.meaning)
      << words_of(it.step) << ": " << it.code << " " << it.words;
}

INSTANTIATE_TEST_SUITE_P(NoReply, ReplyMeaning,
                         testing::Values(Case{SmtpStep::connect, 0, "", Outcome::unreachable},
                                         Case{SmtpStep::greeting, 0, "", Outcome::unreachable},
                                         Case{SmtpStep::tls, 0, "", Outcome::unreachable},
                                         Case{SmtpStep::auth, 0, "", Outcome::unreachable},
                                         Case{SmtpStep::mail_from, 0, "", Outcome::unreachable},
                                         Case{SmtpStep::rcpt_to, 0, "", Outcome::deferred},
                                         Case{SmtpStep::data, 0, "", Outcome::deferred},
                                         Case{SmtpStep::body, 0, "", Outcome::deferred}));

INSTANTIATE_TEST_SUITE_P(
    NotNow, ReplyMeaning,
    testing::Values(Case{SmtpStep::greeting, 421, "4.3.2 Shutting down", Outcome::unreachable},
                    Case{SmtpStep::tls, 454, "4.7.0 No TLS just now", Outcome::unreachable},
                    Case{SmtpStep::auth, 454, "4.7.0 Try later", Outcome::unreachable},
                    Case{SmtpStep::mail_from, 452, "4.3.1 Disk full", Outcome::unreachable},
                    Case{SmtpStep::rcpt_to, 450, "4.2.0 Greylisted", Outcome::deferred},
                    Case{SmtpStep::rcpt_to, 452, "4.2.2 Mailbox full", Outcome::deferred},
                    Case{SmtpStep::data, 451, "4.3.0 Local error", Outcome::deferred},
                    Case{SmtpStep::body, 421, "4.4.2 Timeout", Outcome::deferred}));

INSTANTIATE_TEST_SUITE_P(
    Recipient, ReplyMeaning,
    testing::Values(
        Case{SmtpStep::rcpt_to, 550, "5.1.1 No such user", Outcome::recipient_refused},
        Case{SmtpStep::rcpt_to, 550, "5.1.10 Null MX", Outcome::recipient_refused},
        Case{SmtpStep::rcpt_to, 501, "5.1.3 Bad address syntax", Outcome::recipient_refused},
        Case{SmtpStep::rcpt_to, 550, "5.2.1 Mailbox disabled", Outcome::recipient_refused},
        Case{SmtpStep::rcpt_to, 550, "No such user", Outcome::recipient_refused},
        Case{SmtpStep::rcpt_to, 551, "User not local", Outcome::recipient_refused},
        Case{SmtpStep::rcpt_to, 553, "Mailbox name not allowed", Outcome::recipient_refused},
        Case{SmtpStep::rcpt_to, 501, "Syntax error in address", Outcome::recipient_refused},
        Case{SmtpStep::body, 550, "5.1.1 No such user", Outcome::recipient_refused},
        Case{SmtpStep::rcpt_to, 552, "5.2.2 Mailbox full", Outcome::deferred},
        Case{SmtpStep::rcpt_to, 552, "Mailbox full", Outcome::deferred},
        Case{SmtpStep::body, 552, "5.2.2 Mailbox full", Outcome::deferred},
        Case{SmtpStep::rcpt_to, 550, "5.4.4 Unable to route", Outcome::deferred}));

INSTANTIATE_TEST_SUITE_P(
    Ourselves, ReplyMeaning,
    testing::Values(
        Case{SmtpStep::greeting, 554, "No service for you", Outcome::sender_refused},
        Case{SmtpStep::tls, 502, "5.5.1 Unknown command", Outcome::sender_refused},
        Case{SmtpStep::auth, 535, "5.7.8 Wrong password", Outcome::sender_refused},
        Case{SmtpStep::auth, 334, "eyJzdGF0dXMiOiI0MDAifQ==", Outcome::sender_refused},
        Case{SmtpStep::mail_from, 530, "5.7.0 Authentication required", Outcome::sender_refused},
        Case{SmtpStep::mail_from, 550, "5.1.8 Domain not found", Outcome::sender_refused},
        Case{SmtpStep::mail_from, 552, "5.3.4 Too large", Outcome::sender_refused},
        Case{SmtpStep::rcpt_to, 550, "5.1.8 Sender's domain not found", Outcome::sender_refused},
        Case{SmtpStep::rcpt_to, 550, "5.1.0 <a@b>: Sender address rejected",
             Outcome::sender_refused},
        Case{SmtpStep::rcpt_to, 550, "5.7.1 Relay access denied", Outcome::sender_refused},
        Case{SmtpStep::rcpt_to, 554, "5.7.1 Blocked", Outcome::sender_refused},
        Case{SmtpStep::rcpt_to, 504, "5.5.2 Need a full host name", Outcome::sender_refused},
        Case{SmtpStep::rcpt_to, 554, "Transaction failed", Outcome::sender_refused},
        Case{SmtpStep::rcpt_to, 503, "Bad sequence", Outcome::sender_refused},
        Case{SmtpStep::data, 554, "5.5.1 No valid recipients", Outcome::sender_refused},
        Case{SmtpStep::body, 554, "5.7.1 Looks like spam", Outcome::sender_refused},
        Case{SmtpStep::body, 552, "5.3.4 Too large", Outcome::sender_refused},
        Case{SmtpStep::body, 552, "Too large", Outcome::sender_refused}));

INSTANTIATE_TEST_SUITE_P(Taken, ReplyMeaning,
                         testing::Values(Case{SmtpStep::body, 250, "2.0.0 Ok", Outcome::sent}));

SmtpDialogue after(const std::vector<std::string>& lines) {
  SmtpDialogue dialogue;
  for (const std::string& line : lines) {
    if (line.starts_with("S: ")) dialogue.received(line.substr(3) + "\r\n");
    if (line.starts_with("C: ")) dialogue.sent(line.substr(3) + "\r\n");
  }
  return dialogue;
}

TEST(SmtpDialogue, FollowsTheSteps) {
  std::vector<std::string> lines;
  const auto step_after = [&](const std::string& line) {
    lines.push_back(line);
    return after(lines).step();
  };
  EXPECT_EQ(after({}).step(), SmtpStep::connect);
  EXPECT_EQ(step_after("S: 220 ready"), SmtpStep::greeting);
  EXPECT_EQ(step_after("C: EHLO example.org"), SmtpStep::greeting);
  EXPECT_EQ(step_after("C: STARTTLS"), SmtpStep::tls);
  EXPECT_EQ(step_after("C: EHLO example.org"), SmtpStep::greeting);
  EXPECT_EQ(step_after("C: AUTH PLAIN"), SmtpStep::auth);
  EXPECT_EQ(step_after("C: REFUQQ=="), SmtpStep::auth);
  EXPECT_EQ(step_after("C: MAIL FROM:<a@b>"), SmtpStep::mail_from);
  EXPECT_EQ(step_after("C: RCPT TO:<c@d>"), SmtpStep::rcpt_to);
  EXPECT_EQ(step_after("C: DATA"), SmtpStep::data);
  EXPECT_EQ(step_after("S: 354 Go on"), SmtpStep::body);
}

TEST(SmtpDialogue, JoinsTheLinesOfAReply) {
  const auto reply =
      after({"C: RCPT TO:<a@b>", "S: 550-5.1.1 No such user;", "S: 550 see the handbook"}).reply();
  EXPECT_EQ(reply.code, 550);
  EXPECT_EQ(reply.words, "5.1.1 No such user; see the handbook");
}

TEST(SmtpDialogue, HasNoReplyToWhatWasJustSent) {
  EXPECT_EQ(after({"C: RCPT TO:<a@b>", "S: 250 Ok", "C: DATA"}).reply().code, 0);
  EXPECT_EQ(after({"C: DATA", "S: 354 Go on"}).reply().code, 0);
}

TEST(SmtpDialogue, KeepsTheRefusalWhenWeTakeLeave) {
  const auto dialogue = after({"C: RCPT TO:<a@b>", "S: 550 No", "C: QUIT", "S: 221 Bye"});
  EXPECT_EQ(dialogue.step(), SmtpStep::rcpt_to);
  EXPECT_EQ(dialogue.reply().code, 550);
}

TEST(SmtpDialogue, KeepsRepliesShortAndPrintable) {
  EXPECT_EQ(after({"C: RCPT TO:<a@b>",
                   "S: 550 bl\xe5 \x1b[31mr\xf6"
                   "d"})
                .reply()
                .words,
            "bl?  [31mr?d");
  EXPECT_EQ(after({"C: RCPT TO:<a@b>", "S: 550 finns ej på Åsgård"}).reply().words,
            "finns ej på Åsgård");
  std::vector<std::string> lines{"C: RCPT TO:<a@b>"};
  for (int i = 0; i < 100; ++i) lines.push_back("S: 550-ååååååååååååååååååååååååå");
  const auto words = after(lines).reply().words;
  EXPECT_LE(words.size(), kReplyBytesMax);
  EXPECT_GT(words.size(), kReplyBytesMax - 4);
  EXPECT_TRUE(is_valid_utf8(words));
}

}  // namespace
}  // namespace fundwatch::digest
