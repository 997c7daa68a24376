#include <gtest/gtest.h>

#include <string>

#include "tests/feeds/read_support.h"

namespace fundwatch::feeds {
namespace {

TEST(ReadJsonFeed, ReadsFeedAndItems) {
  const Reading reading = read_well(R"({"version":"https://jsonfeed.org/version/1.1",
    "title":"Flöde","home_page_url":"/","feed_url":"feed.json","description":"Om stöd",
    "language":"sv","authors":[{"name":"Åsa"}],
    "items":[{"id":7,"url":"/1","title":"Ett","content_html":"<p>Text</p>","summary":"Kort",
      "date_published":"2025-03-03T08:30:00Z","tags":["Kultur"],
      "attachments":[{"url":"/1.pdf","mime_type":"application/pdf","size_in_bytes":12}]},
      {"id":"b","content_text":"a < b","authors":[{"name":"Bo"}],"language":"en"}]})");
  EXPECT_EQ(reading.format, "json11");
  EXPECT_EQ(reading.feed.link, "https://www.exempel.se/");
  EXPECT_EQ(reading.feed.author, "Åsa");
  ASSERT_EQ(reading.items.size(), 2U);
  const Item& first = reading.items[0];
  EXPECT_EQ(first.key, "7");
  EXPECT_EQ(first.url, "https://www.exempel.se/1");
  EXPECT_EQ(first.summary, "Kort");
  EXPECT_EQ(first.text, "Text");
  EXPECT_EQ(first.author, "Åsa");
  EXPECT_EQ(first.language, "sv");
  EXPECT_EQ(first.enclosures.at(0).bytes, 12);
  EXPECT_EQ(reading.items[1].text, "a < b");
  EXPECT_EQ(reading.items[1].author, "Bo");
  EXPECT_EQ(reading.items[1].language, "en");
}

TEST(ReadJsonFeed, ReadsVersion1AndByteOrderMark) {
  const Reading reading = read_well(
      "\xEF\xBB\xBF{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":\"a\","
      "\"external_url\":\"https://annan.se/\",\"author\":{\"name\":\"Bo\"},}]}");
  EXPECT_EQ(reading.format, "json1");
  EXPECT_EQ(reading.items.at(0).url, "https://annan.se/");
  EXPECT_EQ(reading.items.at(0).author, "Bo");
}

TEST(ReadJsonFeed, RefusesOtherJsonInWords) {
  const auto other = try_read("{\"status\":\"fel\"}");
  ASSERT_FALSE(other.ok());
  EXPECT_EQ(other.error().message, "a JSON document without \"items\", not a JSON Feed");
  const auto broken = try_read("{\"items\": [");
  ASSERT_FALSE(broken.ok());
  EXPECT_NE(broken.error().message.find("looks like JSON but is not"), std::string::npos);
  std::string deep = "{\"items\":[";
  deep += std::string(100'000, '[');
  EXPECT_FALSE(try_read(deep).ok());
}

}  // namespace
}  // namespace fundwatch::feeds
