// The mailbox reader against a real Dovecot on loopback.
#include "mailbox/imap_mailbox.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/calendar.h"
#include "tests/support/dovecot.h"
#include "tests/support/fakes.h"
#include "tests/support/http_server.h"
#include "tests/support/skip.h"
#include "tests/support/token_server.h"

namespace fundwatch::mailbox {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string mail(const std::string& subject, const std::string& body = "Hej") {
  return "From: larm@portal.example\nSubject: " + subject + "\n\n" + body + "\n";
}

// As it comes over the wire.
std::string on_the_wire(std::string bytes) {
  for (std::size_t at = 0; (at = bytes.find('\n', at)) != std::string::npos; at += 2) {
    bytes.replace(at, 1, "\r\n");
  }
  return bytes;
}

class ImapMailboxTest : public testing::Test {
 protected:
  bool skipped() {
    if (tests::Dovecot::is_installed()) return false;
    tests::skip("Debian's dovecot-imapd is not installed");
    return true;
  }
  config::Imap settings_for(const tests::Dovecot& dovecot) const {
    config::Imap settings;
    settings.host = "localhost";
    settings.port = dovecot.port();
    settings.user = "larm@asf.example";
    settings.ca_file = dovecot.ca_file();
    settings.timeout = std::chrono::seconds(20);
    return settings;
  }
  Result<Batch> read(const config::Imap& settings, const std::string& folder, const Wanted& wanted,
                     const std::string& secret = tests::Dovecot::kPassword) {
    ImapMailbox box(settings, secret, clock, stop.get_token(), [] {});
    return box.read(folder, wanted);
  }
  std::string fault(const config::Imap& settings, const std::string& folder,
                    const std::string& secret = tests::Dovecot::kPassword) {
    const auto batch = read(settings, folder, {}, secret);
    return batch ? "it was read" : batch.error().message;
  }

  tests::FakeClock clock{*parse_iso8601("2026-11-27T08:00:00Z")};
  std::stop_source stop;
};

TEST_F(ImapMailboxTest, GivesNewMailsOnceAndMarksNone) {
  if (skipped()) return;
  tests::Dovecot dovecot;
  const config::Imap settings = settings_for(dovecot);
  // A line of the mail looks like the server's end of an answer.
  const std::string tricky = mail("Ett", "f3 OK done\n* SEARCH 1\n" + std::string(20'000, 'x'));
  dovecot.deliver("", tricky);
  dovecot.deliver("", mail("Två"));
  const auto first = read(settings, "INBOX", {});
  ASSERT_TRUE(first) << first.error().message;
  EXPECT_THAT(first->messages, ElementsAre(on_the_wire(tricky), on_the_wire(mail("Två"))));
  const std::string before = dovecot.inbox();
  EXPECT_EQ(before.find('S'), std::string::npos) << before;
  dovecot.deliver("", mail("Tre"));
  const auto next = read(settings, "INBOX", {.from = first->position});
  ASSERT_TRUE(next) << next.error().message;
  EXPECT_THAT(next->messages, ElementsAre(on_the_wire(mail("Tre"))));
  const auto nothing = read(settings, "INBOX", {.from = next->position});
  ASSERT_TRUE(nothing);
  EXPECT_THAT(nothing->messages, IsEmpty());
  EXPECT_EQ(nothing->position, next->position);
}

TEST_F(ImapMailboxTest, ReadsAFolderInPartsAndPassesOverHugeMails) {
  if (skipped()) return;
  tests::Dovecot dovecot;
  for (const char* subject : {"1", "2", "3"}) dovecot.deliver("Larm", mail(subject));
  dovecot.deliver("Larm", mail("huge", std::string(5000, 'x')));
  Wanted wanted{.messages_max = 2, .message_bytes_max = 1000};
  const auto first = read(settings_for(dovecot), "Larm", wanted);
  ASSERT_TRUE(first) << first.error().message;
  EXPECT_EQ(first->messages.size(), 2U);
  wanted.from = first->position;
  const auto second = read(settings_for(dovecot), "Larm", wanted);
  ASSERT_TRUE(second) << second.error().message;
  EXPECT_THAT(second->messages, ElementsAre(on_the_wire(mail("3"))));
  EXPECT_THAT(second->problems, ElementsAre(HasSubstr("more than 1000, was passed over")));
}

TEST_F(ImapMailboxTest, AFolderThatCountsAnewIsReadAnew) {
  if (skipped()) return;
  tests::Dovecot dovecot;
  dovecot.deliver("", mail("Ett"));
  const auto first = read(settings_for(dovecot), "INBOX", {});
  ASSERT_TRUE(first);
  Position other = first->position;
  other.validity += 1;
  const auto anew = read(settings_for(dovecot), "INBOX", {.from = other});
  ASSERT_TRUE(anew) << anew.error().message;
  EXPECT_EQ(anew->messages.size(), 1U);
  EXPECT_EQ(anew->position, first->position);
}

TEST_F(ImapMailboxTest, WhatIsWrongIsSaidWithWhatToCheck) {
  if (skipped()) return;
  tests::Dovecot dovecot;
  const config::Imap right = settings_for(dovecot);
  EXPECT_THAT(fault(right, "INBOX", "fel"),
              HasSubstr("the mailbox at localhost: it refuses the login of larm@asf.example; check "
                        "imap.user and the password"));
  EXPECT_THAT(fault(right, "Saknas"), HasSubstr("is there a folder \"Saknas\" in this mailbox?"));
  EXPECT_THAT(fault(right, "Bevakning å"), HasSubstr("&AOU-"));
  config::Imap wrong = right;
  wrong.ca_file.clear();
  EXPECT_THAT(fault(wrong, "INBOX"), HasSubstr("check imap.host and imap.ca_file"));
  wrong = right;
  wrong.host = "127.0.0.1";  // the certificate is for localhost
  EXPECT_THAT(fault(wrong, "INBOX"), HasSubstr("check imap.host and imap.ca_file"));
  wrong = right;
  wrong.port = 1;
  EXPECT_THAT(fault(wrong, "INBOX"), HasSubstr("check imap.host and imap.port"));
  wrong.host.clear();
  EXPECT_THAT(fault(wrong, "INBOX"), HasSubstr("no imap.host"));
  stop.request_stop();
  EXPECT_THAT(fault(right, "INBOX"), HasSubstr("stopped"));
}

TEST_F(ImapMailboxTest, LogsInByXoauth2) {
  if (skipped()) return;
  tests::HttpServer introspection;
  for (const char* token : {"ettan", "annat"}) {
    const bool is_active = std::string(token) == "ettan";
    introspection.serve(
        std::string("/token?t=") + token,
        tests::HttpAnswer(200, {{"Content-Type", "application/json"}},
                          is_active ? R"({"active":"true","email":"larm@asf.example"})"
                                    : R"({"active":"false"})"));
  }
  tests::Dovecot dovecot(introspection.url("/token?t="));
  dovecot.deliver("", mail("Ett"));
  tests::TokenServer tokens;
  config::Imap settings = settings_for(dovecot);
  settings.auth = config::ImapAuth::xoauth2;
  settings.token_url = tokens.url();
  settings.client_id = "klient";
  tokens.answer(200, R"({"access_token":"ettan","expires_in":3600})");
  const auto batch = read(settings, "INBOX", {}, "hemligheten");
  ASSERT_TRUE(batch) << batch.error().message;
  EXPECT_EQ(batch->messages.size(), 1U);
  tokens.answer(200, R"({"access_token":"annat","expires_in":3600})");
  EXPECT_THAT(fault(settings, "INBOX", "hemligheten"), HasSubstr("may read this mailbox"));
  tokens.answer(401, R"({"error":"invalid_client"})");
  EXPECT_THAT(fault(settings, "INBOX", "hemligheten"), HasSubstr("imap.token_url, client_id"));
}

}  // namespace
}  // namespace fundwatch::mailbox
