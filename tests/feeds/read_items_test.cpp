#include "feeds/read/items.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/feeds/read_support.h"

namespace fundwatch::feeds {
namespace {

TEST(ReadItems, WithoutTitleGoByTheirText) {
  EXPECT_EQ(read_item("<description>&lt;p&gt;En kort nyhet&lt;/p&gt;</description>").title,
            "En kort nyhet");
  EXPECT_EQ(read_item("<link>/1</link>").title, "https://www.exempel.se/1");
}

TEST(ReadItems, WithContentOnlyHaveItsBeginningAsSummary) {
  const Item item =
      read_item("<content:encoded>" + std::string(400, 'x') + " slut</content:encoded>");
  EXPECT_TRUE(item.summary.ends_with("…"));
  EXPECT_TRUE(item.text.ends_with("slut"));
}

TEST(ReadItems, DoNotSayTheSameTwice) {
  const Item item = read_item(
      "<description>Text</description>"
      "<content:encoded>&lt;p&gt;Text&lt;/p&gt;</content:encoded>");
  EXPECT_EQ(item.summary, "Text");
  EXPECT_EQ(item.text, "");
}

TEST(ReadItems, TakeTheSourcesLanguageAndZoneWhereNothingIsSaid) {
  const std::string bytes = rss("<item><title>x</title><pubDate>2025-07-01 12:00</pubDate></item>");
  Document document;
  document.bytes = bytes;
  document.language = "sv";
  const auto here = read(document, config::Read{});
  EXPECT_EQ(here->items.at(0).language, "sv");
  EXPECT_EQ(iso8601_utc(here->items.at(0).published.value()), "2025-07-01T10:00:00Z");
  document.time_zone = "UTC";
  const auto there = read(document, config::Read{});
  EXPECT_EQ(iso8601_utc(there->items.at(0).published.value()), "2025-07-01T12:00:00Z");
}

TEST(ReadItems, TellBadAndAbsurdDatesAndLeaveThemOut) {
  const Reading reading = read_well(
      rss("<item><title>Ett</title><pubDate>ej angivet</pubDate></item>"
          "<item><title>Två</title><pubDate>Mon, 01 Jan 0001 00:00:00 GMT</pubDate></item>"));
  EXPECT_FALSE(reading.items.at(0).published.has_value());
  EXPECT_FALSE(reading.items.at(1).published.has_value());
  EXPECT_EQ(reading.problems,
            (std::vector<std::string>{
                "item «Ett»: \"ej angivet\" is not a date",
                "item «Två»: the date \"Mon, 01 Jan 0001 00:00:00 GMT\" is absurd and not used"}));
}

TEST(ReadItems, AreAtMostAsManyAsAllowed) {
  std::string bytes;
  for (int i = 0; i < 30; ++i) bytes += "<item><guid>" + std::to_string(i) + "</guid></item>";
  bytes = rss(bytes);
  Document document;
  document.bytes = bytes;
  config::Read limits;
  limits.items_max = 10;
  const auto reading = read(document, limits);
  ASSERT_TRUE(reading.ok());
  EXPECT_EQ(reading->items.size(), 10U);
  EXPECT_EQ(reading->items.back().key, "9");
  EXPECT_EQ(reading->problems, std::vector<std::string>{"only the first 10 of 30 items were read"});
}

TEST(ReadItems, AreCutWhereTheyAreAbsurdlyLong) {
  const Reading reading =
      read_well(rss("<item><title>" + std::string(5'000'000, 'x') + "</title><description>" +
                    std::string(kSummaryBytesMax + 1, 'y') + "</description><content:encoded>" +
                    std::string(kTextBytesMax + 1, 'z') + "</content:encoded></item>"));
  const Item& item = reading.items.at(0);
  EXPECT_EQ(item.title.size(), kTitleBytesMax);
  EXPECT_EQ(item.summary.size(), kSummaryBytesMax);
  EXPECT_EQ(item.text.size(), kTextBytesMax);
  EXPECT_EQ(reading.problems.size(), 2U);
}

TEST(ReadItems, HaveABoundedNumberOfCategoriesAndEnclosures) {
  std::string fields;
  for (std::size_t i = 0; i <= kCategoriesMax; ++i) {
    fields += "<category>" + std::to_string(i) + "</category>";
    fields += "<enclosure url=\"/" + std::to_string(i) + "\"/>";
  }
  const Item item = read_item(fields);
  EXPECT_EQ(item.categories.size(), kCategoriesMax);
  EXPECT_EQ(item.enclosures.size(), kEnclosuresMax);
}

struct Seen {
  std::string bytes;
  std::string message;
};

TEST(ReadUnreadable, SaysWhatWasSeenInstead) {
  std::string hundreds_of_paragraphs;
  for (int i = 0; i < 500; ++i) hundreds_of_paragraphs += "<p>rad<br>";
  const std::vector<Seen> cases{
      {"", "an empty document, not a feed"},
      {" \n ", "an empty document, not a feed"},
      {"<!DOCTYPE html><html><head><title>Inloggning</title></head><body><p>x</body></html>",
       "an HTML page titled «Inloggning», not a feed: a login page; fundwatch does not log in, so "
       "look for an address that is open to all"},
      {"<html><title>Logga in</title><body>" + hundreds_of_paragraphs,
       "an HTML page titled «Logga in», not a feed: a login page; fundwatch does not log in, so "
       "look for an address that is open to all"},
      {"<html><body>Fel</body></html>", "an HTML page, not a feed"},
      {"<?xml version=\"1.0\"?><urlset><url/></urlset>", "an XML document <urlset>, not a feed"},
      {"Internal Server Error", "a text that begins \"Internal Server Error\", not a feed"},
      {"%PDF-1.7\n", "a PDF document, not a feed"},
      {"PK\x03\x04zip", "a zip archive or an Office document, not a feed"},
  };
  for (const Seen& one : cases) {
    const auto reading = try_read(one.bytes);
    ASSERT_FALSE(reading.ok()) << one.bytes;
    EXPECT_EQ(reading.error().stage, Stage::read);
    EXPECT_EQ(reading.error().message, one.message);
  }
}

}  // namespace
}  // namespace fundwatch::feeds
