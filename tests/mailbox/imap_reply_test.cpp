#include "mailbox/imap_reply.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace fundwatch::mailbox {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(ImapReplies, GivesLinesAsTheyComeIn) {
  ImapReplies replies(100);
  replies.add("* OK [UIDVALIDITY 17] ok\r\n* 3 EX");
  EXPECT_EQ(replies.next()->text, "* OK [UIDVALIDITY 17] ok");
  EXPECT_FALSE(replies.next());
  replies.add("ISTS\r\n");
  EXPECT_EQ(replies.next()->text, "* 3 EXISTS");
  EXPECT_FALSE(replies.broken());
}

// A line of the mail looks like the end of the answer, and is none.
TEST(ImapReplies, ALiteralIsOneThingWhateverStandsInIt) {
  ImapReplies replies(100);
  replies.add("* 1 FETCH (UID 9 BODY[] {17}\r\nf1 OK done\r\n{9}\r");
  EXPECT_FALSE(replies.next());
  replies.add("\n)\r\nf1 OK done\r\n");
  const auto line = replies.next();
  ASSERT_TRUE(line);
  EXPECT_EQ(line->text, "* 1 FETCH (UID 9 BODY[] {17})");
  EXPECT_THAT(line->literals, ElementsAre("f1 OK done\r\n{9}\r\n"));
  EXPECT_EQ(replies.next()->text, "f1 OK done");
}

TEST(ImapReplies, MoreThanItMayBreaksIt) {
  ImapReplies literal(10);
  literal.add("* 1 FETCH (BODY[] {11}\r\n");
  EXPECT_FALSE(literal.next());
  EXPECT_TRUE(literal.broken());
  ImapReplies line(10);
  line.add(std::string(kImapLineBytesMax + 1, 'x'));
  EXPECT_FALSE(line.next());
  EXPECT_TRUE(line.broken());
}

TEST(ImapReplies, OnlyANumberInBracesAtTheEndAnnouncesALiteral) {
  EXPECT_EQ(announced_literal("BODY[] {0}"), 0U);
  for (const char* line :
       {"", "{}", "{x}", "{1} ", "{1x}", "{-1}", "}", "{99999999999999999999}"}) {
    EXPECT_FALSE(announced_literal(line)) << line;
  }
}

TEST(ImapReplies, NumbersAreFound) {
  EXPECT_EQ(number_after("* OK [UIDVALIDITY 17] ok", "[UIDVALIDITY "), 17);
  EXPECT_FALSE(number_after("* OK [UIDVALIDITY x] ok", "[UIDVALIDITY "));
  EXPECT_FALSE(number_after("* OK", "[UIDVALIDITY "));
  EXPECT_THAT(numbers_found("* SEARCH 2 3 5"), ElementsAre(2, 3, 5));
  EXPECT_THAT(numbers_found("* SEARCH"), IsEmpty());
  EXPECT_THAT(numbers_found("* FLAGS (1 2)"), IsEmpty());
}

TEST(ImapReplies, TellHowFullAMailboxIs) {
  EXPECT_EQ(percent_full("* QUOTA \"User quota\" (STORAGE 95 100)"), 95);
  EXPECT_EQ(percent_full("* QUOTA \"\" (MESSAGE 3 9 STORAGE 210 200)"), 100);
  for (const char* text : {"* QUOTAROOT INBOX \"\"", "* QUOTA \"\" (STORAGE 1 0)",
                           "* QUOTA (STORAGE ", "* QUOTA (STORAGE 5", "* OK STORAGE 1 2"}) {
    EXPECT_FALSE(percent_full(text)) << text;
  }
}

}  // namespace
}  // namespace fundwatch::mailbox
