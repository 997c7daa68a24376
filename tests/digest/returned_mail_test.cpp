#include "digest/returned_mail.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace fundwatch::digest {
namespace {

using Kind = ReturnedMail::Kind;
using testing::HasSubstr;

// As postfix writes it.
std::string bounce(const std::string& action, const std::string& status) {
  return "Return-Path: <>\r\n"
         "From: MAILER-DAEMON@mx.example (Mail Delivery System)\r\n"
         "To: bevakning@asf.example\r\n"
         "Subject: Undelivered Mail Returned to Sender\r\n"
         "Auto-Submitted: auto-replied\r\n"
         "MIME-Version: 1.0\r\n"
         "Content-Type: multipart/report; report-type=delivery-status; boundary=\"b1\"\r\n\r\n"
         "--b1\r\nContent-Type: text/plain\r\n\r\nAvsluta\r\n"
         "--b1\r\nContent-Type: message/delivery-status\r\n\r\n"
         "Reporting-MTA: dns; mx.example\r\nArrival-Date: Mon, 15 Feb 2027 07:00:01 +0100\r\n\r\n"
         "Final-Recipient: rfc822; Anna@Foretaget.example\r\nAction: " +
         action + "\r\nStatus: " + status +
         "\r\nDiagnostic-Code: smtp; 550 5.1.1 <anna@foretaget.example>: Recipient\r\n"
         "    address rejected: User unknown\r\n\r\n"
         "--b1\r\nContent-Type: message/rfc822\r\n\r\n"
         "From: bevakning@asf.example\r\nMessage-ID: <20270215T060000Z.17.ab@asf.example>\r\n"
         "Subject: 2 nya\r\n\r\nHej\r\n--b1--\r\n";
}

ReturnedMail read(const std::string& bytes) { return read_returned(bytes).value(); }

std::string letter(const std::string& subject, const std::string& text,
                   const std::string& headers = "") {
  return "From: Anna <Anna@Foretaget.example>\r\nTo: bevakning@asf.example\r\n" + headers +
         "Subject: " + subject + "\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + text;
}

TEST(ReturnedMail, ABounceNamesItsMailItsRecipientAndWhy) {
  const ReturnedMail mail = read(bounce("failed", "5.1.1"));
  EXPECT_EQ(mail.kind, Kind::bounce);
  EXPECT_EQ(mail.message_id, "20270215T060000Z.17.ab@asf.example");
  EXPECT_EQ(mail.recipient, "anna@foretaget.example");
  EXPECT_EQ(mail.status, "5.1.1");
  EXPECT_TRUE(mail.is_hard);
  EXPECT_EQ(mail.words,
            "550 5.1.1 <anna@foretaget.example>: Recipient address rejected: User unknown");
}

TEST(ReturnedMail, FourIsForTheTimeBeing) {
  const ReturnedMail mail = read(bounce("failed", "4.2.2"));
  EXPECT_EQ(mail.kind, Kind::bounce);
  EXPECT_FALSE(mail.is_hard);
}

TEST(ReturnedMail, AReportOfADelayOrWithoutAStatusIsNoBounce) {
  EXPECT_EQ(read(bounce("delayed", "4.4.1")).kind, Kind::automatic);
  EXPECT_EQ(read(bounce("delivered", "2.0.0")).kind, Kind::automatic);
  EXPECT_EQ(read(bounce("failed", "nonsense")).kind, Kind::automatic);
}

TEST(ReturnedMail, HeadersOfTheOriginalAreEnough) {
  std::string bytes = bounce("failed", "5.1.1");
  const std::string type = "message/rfc822";
  bytes.replace(bytes.find(type), type.size(), "text/rfc822-headers");
  EXPECT_EQ(read(bytes).message_id, "20270215T060000Z.17.ab@asf.example");
}

TEST(ReturnedMail, LeavingIsAWordInTheSubjectOrOnTheFirstLine) {
  EXPECT_EQ(read(letter("Avsluta", "")).kind, Kind::leave);
  EXPECT_EQ(read(letter("unsubscribe", "")).kind, Kind::leave);
  EXPECT_EQ(read(letter("Sv: 2 stänger", "\r\nAvsluta!\r\n\r\n> Hej Anna\r\n")).kind, Kind::leave);
  EXPECT_EQ(read(letter("Avsluta", "")).sender, "anna@foretaget.example");
}

TEST(ReturnedMail, WhatIsQuotedOrSaidWithinASentenceIsNoAnswer) {
  EXPECT_EQ(read(letter("Sv: 2 stänger", "> Avsluta\r\n")).kind, Kind::other);
  EXPECT_EQ(read(letter("Fråga", "Vill ni avsluta projektet?\r\n")).kind, Kind::other);
}

TEST(ReturnedMail, YesIsAnAnswer) {
  EXPECT_EQ(read(letter("Sv: Bekräfta", "JA\r\n")).kind, Kind::agree);
}

TEST(ReturnedMail, WhatMachinesAnswerIsDroppedWhateverItSays) {
  for (const char* header : {"Auto-Submitted: auto-replied\r\n", "Precedence: bulk\r\n",
                             "X-Autoreply: yes\r\n", "List-Id: <a.example>\r\n"}) {
    EXPECT_EQ(read(letter("Avsluta", "", header)).kind, Kind::automatic) << header;
  }
  EXPECT_EQ(read(letter("Avsluta", "", "Auto-Submitted: no\r\n")).kind, Kind::leave);
}

TEST(ReturnedMail, TooLargeIsNotRead) {
  const auto mail = read_returned(std::string(kReturnedBytesMax + 1, 'x'));
  ASSERT_FALSE(mail.ok());
  EXPECT_THAT(mail.error().message, HasSubstr("larger than 10 MB"));
}

TEST(ReturnedMail, ServersWordsAreCutAndShown) {
  std::string bytes = bounce("failed", "5.1.1");
  bytes.insert(bytes.find("User unknown"), std::string(5000, 'w') + "\x1b[31m");
  EXPECT_LE(read(bytes).words.size(), kStatusWordsMax);
}

}  // namespace
}  // namespace fundwatch::digest
