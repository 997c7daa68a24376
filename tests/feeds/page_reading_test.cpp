// Pages as sources, from bytes to items: read() of kinds page and watch.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "feeds/read/read.h"
#include "feeds/read/watched_page.h"
#include "tests/feeds/page_support.h"

namespace fundwatch::feeds {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

Document document(const std::string& html, SourceKind kind) {
  return {.bytes = html,
          .content_type = "text/html",
          .url = kPageUrl,
          .kind = kind,
          .page_rule = {},
          .language = "sv"};
}

Result<Reading> read_list(const std::string& html, const PageRule& rule) {
  Document page = document(html, SourceKind::page);
  page.page_rule = rule;
  return read(page, config::Read{});
}

Result<Reading> visit(const std::string& html) {
  return read(document(html, SourceKind::watch), config::Read{});
}

TEST(PageReading, GivesTheRowsOfTheListAsItems) {
  const auto reading = read_list(kSitevisionPage, {.list = ".sv-channel-item"});
  ASSERT_TRUE(reading) << reading.error().message;
  EXPECT_EQ(reading->format, "page");
  EXPECT_EQ(reading->encoding, "utf-8");
  EXPECT_THAT(reading->problems, IsEmpty());
  EXPECT_EQ(reading->feed.title, "Nyheter - Exempelkommunen");
  EXPECT_EQ(reading->feed.language, "sv");
  ASSERT_EQ(reading->items.size(), 3U);
  const Item& first = reading->items.front();
  EXPECT_EQ(first.title, "Bidrag till sociala företag");
  EXPECT_EQ(first.url, "https://www.exempel.se/nyheter/2026/bidrag-till-sociala-foretag.html");
  EXPECT_EQ(first.key, first.url);
  EXPECT_EQ(first.published, parse_iso8601("2026-11-20T09:15:00Z"));
  EXPECT_THAT(first.summary, HasSubstr("Sista ansökningsdag: 15 januari 2027."));
}

TEST(PageReading, TellsWhichListItHasGuessed) {
  const auto reading = read_list(kSitevisionPage, {});
  ASSERT_TRUE(reading) << reading.error().message;
  ASSERT_FALSE(reading->page_rule.list.empty());
  EXPECT_THAT(reading->problems,
              ElementsAre(AllOf(HasSubstr("found by itself"),
                                HasSubstr("\"" + reading->page_rule.list + "\""))));
  const auto again = read_list(kSitevisionPage, reading->page_rule);
  EXPECT_EQ(again->items.size(), reading->items.size());
  EXPECT_THAT(again->problems, IsEmpty());
}

TEST(PageReading, KnowsTheItemsOfAPageWithoutAnAddress) {
  Document page = document(kSitevisionPage, SourceKind::page);
  page.url.clear();
  const auto reading = read(page, config::Read{});
  ASSERT_TRUE(reading) << reading.error().message;
  ASSERT_EQ(reading->items.size(), 3U);
  EXPECT_EQ(reading->items.front().title, "Bidrag till sociala företag");
  EXPECT_EQ(reading->items.front().url, "");
  EXPECT_EQ(reading->items.front().summary,
            "Nu kan du söka bidrag. Sista ansökningsdag: 15 januari 2027.");
}

TEST(PageReading, DecodesAndTellsWhatWasWrongWithTheBytes) {
  const auto reading = read_list("<ul><li><a href=\"/1\">F\xF6retag</a></li></ul>", {.list = "li"});
  ASSERT_TRUE(reading) << reading.error().message;
  EXPECT_EQ(reading->items.front().title, "Företag");
  EXPECT_THAT(reading->problems, Contains(HasSubstr("read as windows-1252")));
}

TEST(PageReading, ReadsNoMoreItemsThanTheLimitAndSaysSo) {
  Document page = document(kSitevisionPage, SourceKind::page);
  page.page_rule.list = ".sv-channel-item";
  config::Read limits;
  limits.items_max = 2;
  const auto reading = read(page, limits);
  EXPECT_EQ(reading->items.size(), 2U);
  EXPECT_THAT(reading->problems, ElementsAre("only the first 2 of 3 items were read"));
}

struct Wrong {
  const char* name;
  std::string bytes;
  SourceKind kind;
  const char* words;
};

TEST(PageReading, SaysWhatWasSeenInPlaceOfAPage) {
  const std::string feed = "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel/></rss>";
  const Wrong cases[] = {
      {"a feed as a page", feed, SourceKind::page, "a feed (of kind auto), not a page"},
      {"a feed as a watched page", feed, SourceKind::watch, "a feed (of kind auto), not a page"},
      {"a PDF", "%PDF-1.4", SourceKind::page, "a PDF document, not a page"},
      {"nothing", " ", SourceKind::watch, "an empty document, not a page"},
      {"a script's page", "<html><body><script>x()</script></body></html>", SourceKind::watch,
       "no running text"},
      {"a page without a list", "<html><body><p>Hej</p></body></html>", SourceKind::page,
       "watch the page for changes"},
      {"a page as a feed", "<html><head><title>Inloggning</title></head></html>",
       SourceKind::automatic, "an HTML page titled «Inloggning», not a feed"}};
  for (const Wrong& wrong : cases) {
    const auto reading = read(document(wrong.bytes, wrong.kind), config::Read{});
    ASSERT_FALSE(reading) << wrong.name;
    EXPECT_THAT(reading.error().message, HasSubstr(wrong.words)) << wrong.name;
  }
}

TEST(PageReading, ASelectorThatFindsNothingIsAnErrorThatNamesIt) {
  const auto reading = read_list(kSitevisionPage, {.list = "li.sv-channel-item", .date = "b.day"});
  ASSERT_FALSE(reading);
  EXPECT_THAT(reading.error().message, HasSubstr("the date selector \"b.day\""));
}

TEST(WatchedPage, AVisitIsOneItemWithTheMainText) {
  const auto reading = visit(
      "<html lang=\"en\"><body><nav>Start</nav><main><h1>Grants</h1><p>Closed.</p></main></body>"
      "</html>");
  ASSERT_TRUE(reading) << reading.error().message;
  EXPECT_EQ(reading->format, "watch");
  ASSERT_EQ(reading->items.size(), 1U);
  const Item& item = reading->items.front();
  EXPECT_EQ(item.title, "Grants");
  EXPECT_EQ(item.url, kPageUrl);
  EXPECT_EQ(item.language, "en");
  EXPECT_THAT(item.text, AllOf(HasSubstr("Closed."), Not(HasSubstr("Start"))));
}

std::string page_saying(const std::string& words) {
  return "<html lang=\"sv\"><body><main><h1>Stöd</h1><p>Stöd till företag.</p>" + words +
         "</main></body></html>";
}

Item visit_of(const std::string& words) { return visit(page_saying(words)).value().items.at(0); }

const Day kDay{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{24}};

TEST(WatchedPage, NoiseLeavesTheKeyAsItIs) {
  EXPECT_EQ(visit_of("<p>Visningar: 3</p>").key, visit_of("<p>Visningar: 99</p>").key);
  EXPECT_NE(visit_of("<p>Ansökan är öppen.</p>").key, visit_of("<p>Ansökan är stängd.</p>").key);
}

TEST(WatchedPage, AChangeIsAnItemWithTheDayAndWhatCameAndWent) {
  const Item before = visit_of("<ul><li>Ansökan är stängd.</li></ul>");
  const Item after = visit_of("<ul><li>Ansökan är öppen.</li></ul><p>Välkommen!</p>");
  const auto change = change_since(before.text, after, kDay);
  ASSERT_TRUE(change);
  EXPECT_EQ(change->title, "Stöd (ändrad 2026-11-24)");
  EXPECT_EQ(change->summary, "Ansökan är öppen. · Välkommen!");
  EXPECT_EQ(change->text,
            "  Stöd till företag.\n- - Ansökan är stängd.\n+ - Ansökan är öppen.\n+ Välkommen!");
  EXPECT_EQ(change->key, after.key + " 2026-11-24");
  EXPECT_EQ(change->url, kPageUrl);
}

TEST(WatchedPage, WhatWentAloneIsToldAsWell) {
  const Item before = visit_of("<p>Ansökan är öppen.</p>");
  const auto change = change_since(before.text, visit_of(""), kDay);
  ASSERT_TRUE(change);
  EXPECT_EQ(change->summary, "Ansökan är öppen.");
}

TEST(WatchedPage, NothingIsToldWhereOnlyNoiseDiffers) {
  const Item before = visit_of("<p>Sidan uppdaterad 2026-11-20 10:15</p>");
  EXPECT_EQ(change_since(before.text, visit_of("<p>Sidan uppdaterad 2026-11-24</p>"), kDay),
            std::nullopt);
}

TEST(WatchedPage, IsToldInThePagesLanguage) {
  Item visit = visit_of("<p>Open.</p>");
  visit.language = "en-GB";
  EXPECT_THAT(change_since("Closed.", visit, kDay)->title, HasSubstr("(changed 2026-11-24)"));
}

}  // namespace
}  // namespace fundwatch::feeds
