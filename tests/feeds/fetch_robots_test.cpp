// What robots.txt allows: the examples and rules of RFC 9309, and what sites write in practice.
#include <gtest/gtest.h>

#include "feeds/fetch/robots.h"

namespace fundwatch::tests {
namespace {

using feeds::Robots;

struct Case {
  const char* name;
  const char* text;
  const char* target;
  bool allowed;
};

class RobotsTest : public testing::TestWithParam<Case> {};

TEST_P(RobotsTest, Decides) {
  EXPECT_EQ(Robots::parse(GetParam().text).allows(GetParam().target), GetParam().allowed);
}

const Case kCases[] = {
    {"NothingSaidIsAllowed", "", "/a", true},
    {"DisallowedPrefix", "User-agent: *\nDisallow: /a", "/ab?c", false},
    {"OtherPrefix", "User-agent: *\nDisallow: /a", "/b", true},
    {"EmptyDisallowAllowsAll", "User-agent: *\nDisallow:\n", "/a", true},
    {"OurGroupReplacesEverybodys",
     "User-agent: *\nDisallow: /\n\nUser-agent: Fundwatch/1.0\nDisallow: /x", "/a", true},
    {"OurGroupCounts", "User-agent: fundwatch\nDisallow: /x\n", "/x", false},
    {"GroupOfOthers", "User-agent: GPTBot\nDisallow: /", "/a", true},
    {"GroupOfSeveral", "User-agent: GPTBot\nUser-agent: *\nDisallow: /a", "/a", false},
    {"GroupsOfOneAgentAddUp",
     "User-agent: *\nDisallow: /a\nUser-agent: x\nDisallow: /\nUser-agent: *\nDisallow: /b", "/b",
     false},
    {"OtherLinesDoNotEndAGroup", "User-agent: *\nCrawl-delay: 5\nDisallow: /a", "/a", false},
    {"RuleBeforeAnyGroup", "Disallow: /", "/a", true},
    {"LongestWins", "User-agent: *\nAllow: /a/b\nDisallow: /a", "/a/b/c", true},
    {"LongestWinsEitherWay", "User-agent: *\nAllow: /a\nDisallow: /a/b", "/a/b/c", false},
    {"EqualAllows", "User-agent: *\nDisallow: /a\nAllow: /a", "/a", true},
    {"Star", "User-agent: *\nDisallow: /*.pdf", "/x/y.pdf?z", false},
    {"StarAndEnd", "User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?z", true},
    {"StarAndEndMatches", "User-agent: *\nDisallow: /*.pdf$", "/x.pdf/y.pdf", false},
    {"EndAlone", "User-agent: *\nDisallow: /a$", "/a", false},
    {"EndAloneNotLonger", "User-agent: *\nDisallow: /a$", "/ab", true},
    {"PartsDoNotOverlap", "User-agent: *\nDisallow: /ab*b$", "/ab", true},
    {"DollarWithin", "User-agent: *\nDisallow: /a$b", "/a$bc", false},
    {"EncodedAlike", "User-agent: *\nDisallow: /f%C3%B6rening", "/förening/1", false},
    {"HexInAnyCase", "User-agent: *\nDisallow: /%e5", "/%E5", false},
    {"UnreservedDecoded", "User-agent: *\nDisallow: /%7euser", "/~user", false},
    {"SlashStaysEncoded", "User-agent: *\nDisallow: /a%2Fb", "/a/b", true},
    {"CommentsAndCase", "USER-AGENT:* # all\r\ndisallow : /a # no\r\n", "/a", false},
    {"ByteOrderMark", "\xEF\xBB\xBFUser-agent: *\nDisallow: /", "/", false},
    {"PathsAreCaseSensitive", "User-agent: *\nDisallow: /A", "/a", true},
    {"AnHtmlPageHasNoRules", "<!doctype html><p>User-agent: nobody</p>", "/", true}};

INSTANTIATE_TEST_SUITE_P(Rfc9309, RobotsTest, testing::ValuesIn(kCases),
                         [](const auto& each) { return std::string(each.param.name); });

TEST(RobotsLimits, WhatLiesBeyondThemIsPassedOver) {
  const std::string head = "User-agent: *\n";
  std::string many = head;
  for (std::size_t i = 0; i < feeds::kRobotsRulesMax; ++i) many += "Disallow: /x\n";
  EXPECT_TRUE(Robots::parse(many + "Disallow: /a\n").allows("/a"));
  const std::string pattern = "/" + std::string(feeds::kRobotsPatternBytesMax, 'a');
  EXPECT_TRUE(Robots::parse(head + "Disallow: " + pattern).allows(pattern));
  const std::string longest = pattern.substr(0, feeds::kRobotsPatternBytesMax);
  EXPECT_FALSE(Robots::parse(head + "Disallow: " + longest).allows(pattern));
  const std::string late = head + std::string(feeds::kRobotsBytesMax, '#') + "\nDisallow: /a\n";
  EXPECT_TRUE(Robots::parse(late).allows("/a"));
}

TEST(RobotsLimits, ManyStarsCostLittle) {
  std::string text = "User-agent: *\n";
  std::string pattern;
  for (int i = 0; i < 240; ++i) pattern += "*a";
  for (std::size_t i = 0; i < feeds::kRobotsRulesMax; ++i) text += "Disallow: /" + pattern + "b\n";
  EXPECT_TRUE(Robots::parse(text).allows("/" + std::string(8000, 'a')));
}

TEST(Robots, AllowingNothingAllowsNothing) {
  EXPECT_FALSE(Robots::allowing_nothing().allows("/"));
  EXPECT_TRUE(Robots::allowing_all().allows("/a"));
}

}  // namespace
}  // namespace fundwatch::tests
