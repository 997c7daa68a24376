#include "feeds/read/mail.h"

#include "base/calendar.h"
#include "feeds/read/mail_message.h"
#include "feeds/read/tracked_link.h"
#include "tests/feeds/stated_support.h"

namespace fundwatch::feeds {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::string mail(std::string_view type, std::string_view body) {
  return "From: Portalen <larm@portal.example>\r\nSubject: =?utf-8?q?Nya_tr=C3=A4ffar?=\r\n"
         "Date: Mon, 23 Nov 2026 06:00:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: " +
         std::string(type) + "\r\n\r\n" + std::string(body);
}

std::string html_mail(std::string_view body) { return mail("text/html; charset=utf-8", body); }

TEST(Mail, EachLinkedNoticeIsAnItem) {
  const Reading reading = stated(
      SourceKind::mail,
      html_mail("<table><tr><td><a href='https://portal.example/a/1'>Städning</a></td></tr>"
                "<tr><td>Köpare: Gävle kommun</td></tr><tr><td>Sista anbudsdag 2026-12-18</td></tr>"
                "<tr><td><a href='https://portal.example/a/2'>Tvätt</a><br>Köpare: Region X</td>"
                "</tr></table><p><a href='https://portal.example/unsubscribe?x=1'>Avregistrera</a>"
                "</p>"));
  ASSERT_THAT(reading.items, SizeIs(2));
  EXPECT_EQ(reading.items[0].title, "Städning");
  EXPECT_EQ(reading.items[0].url, "https://portal.example/a/1");
  EXPECT_EQ(reading.items[0].author, "Gävle kommun");
  EXPECT_THAT(reading.items[0].summary, HasSubstr("Sista anbudsdag 2026-12-18"));
  EXPECT_EQ(reading.items[1].author, "Region X");
  EXPECT_EQ(iso8601_utc(*reading.items[1].published), "2026-11-23T05:00:00Z");
}

TEST(Mail, TheSamePageIsTheSameItemHoweverItsClicksAreCounted) {
  const Item first = stated_item(
      SourceKind::mail,
      html_mail("<a href='https://portal.example/a/1?utm_campaign=v47&id=5'>Städning</a>"));
  const Item second = stated_item(
      SourceKind::mail,
      html_mail("<a href='http://portal.example/a/1?id=5&utm_campaign=v48'>Städning</a>"));
  EXPECT_EQ(first.key, "portal.example/a/1?id=5");
  EXPECT_EQ(second.key, first.key);
  EXPECT_THAT(first.url, HasSubstr("utm_campaign=v47"));
}

TEST(Mail, LinkThatSaysNothingTakesTheFirstLineOfItsBlock) {
  const Reading reading = stated(
      SourceKind::mail, html_mail("<div><p>Måleri, Ockelbo</p>"
                                  "<a href='https://portal.example/a/1'>Läs mer</a></div>"
                                  "<div><a href='https://portal.example/a/2'>Tvätt</a></div>"));
  ASSERT_THAT(reading.items, SizeIs(2));
  EXPECT_EQ(reading.items[0].title, "Måleri, Ockelbo");
}

TEST(Mail, OneAddressIsOneItemHoweverOftenItIsLinked) {
  const Reading reading =
      stated(SourceKind::mail,
             html_mail("<p><a href='https://portal.example/a/1'>Tvätt</a></p><p><a "
                       "href='https://portal.example/a/1?utm_source=mail'>Visa annons</a></p>"
                       "<p><a href='https://portal.example/'>Portalen</a></p>"));
  ASSERT_THAT(reading.items, SizeIs(1));
  EXPECT_EQ(reading.items[0].title, "Tvätt");
}

TEST(Mail, PlainTextIsReadByItsLines) {
  const Reading reading =
      stated(SourceKind::mail, mail("text/plain; charset=iso-8859-1",
                                    "St\xE4"
                                    "dning i G\xE4vle\nhttps://portal.example/a/1\n\n"
                                    "Tv\xE4tt: https://portal.example/a/2\n"));
  ASSERT_THAT(reading.items, SizeIs(2));
  EXPECT_EQ(reading.items[0].title, "Städning i Gävle");
}

TEST(Mail, TransferEncodingsAndAlternativesAreUndone) {
  const Reading reading = stated(
      SourceKind::mail,
      mail("multipart/alternative; boundary=b",
           "--b\r\nContent-Type: text/plain\r\n\r\nse webben\r\n--b\r\nContent-Type: text/html; "
           "charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
           "<a href=3D'https://portal.example/a/1'>Tv=C3=A4tt</a>\r\n--b--\r\n"));
  ASSERT_THAT(reading.items, SizeIs(1));
  EXPECT_EQ(reading.items[0].title, "Tvätt");
}

TEST(Mail, OnlyAllowedSendersAreRead) {
  const std::string bytes = html_mail("<a href='https://portal.example/a/1'>Tvätt</a>");
  struct Case {
    std::vector<std::string> senders;
    bool is_read;
  };
  for (const Case& each : {Case{{}, true}, Case{{"LARM@portal.example"}, true},
                           Case{{"@portal.example"}, true}, Case{{"@example"}, true},
                           Case{{"larm@portal.exampl"}, false}, Case{{"@ortal.example"}, false}}) {
    const auto reading =
        read({.bytes = bytes, .kind = SourceKind::mail, .senders = each.senders}, config::Read{});
    EXPECT_EQ(reading.ok(), each.is_read) << testing::PrintToString(each.senders);
  }
  EXPECT_THAT(refusal_of(SourceKind::mail, "no mail at all"), HasSubstr("From:"));
  EXPECT_THAT(refusal_of(SourceKind::mail, std::string(kMailBytesMax + 1, 'x')),
              HasSubstr("10 MB"));
}

TEST(Mail, MailThatLinksToNothingHasNoItems) {
  EXPECT_THAT(stated(SourceKind::mail, html_mail("<p>Inga nya.</p>")).items, IsEmpty());
}

TEST(TrackedLink, TargetIsTakenOutOfTheLink) {
  struct Case {
    const char* link;
    const char* target;
  };
  for (const Case& each :
       {Case{"https://www.google.com/url?rct=j&url=https://a.se/1%3Fx%3D2&ct=ga",
             "https://a.se/1?x=2"},
        Case{
            "https://x.safelinks.example/?url=https%3A%2F%2Ft.example%2F%3Fu%3Dhttps%253A%252F%252F"
            "a.se%252F1",
            "https://a.se/1"},
        Case{"https://a.se/?q=socialt", "https://a.se/?q=socialt"},
        Case{"https://a.se/?url=javascript:alert(1)", "https://a.se/?url=javascript:alert(1)"},
        Case{"https://a.se/?url=%", "https://a.se/?url=%"}, Case{"inget", "inget"}}) {
    EXPECT_EQ(unwrapped_link(each.link), each.target);
  }
}

}  // namespace
}  // namespace fundwatch::feeds
