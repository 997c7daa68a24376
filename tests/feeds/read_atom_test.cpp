#include <gtest/gtest.h>

#include <string>

#include "tests/feeds/read_support.h"

namespace fundwatch::feeds {
namespace {

std::string atom(const std::string& content) {
  return "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"sv\" "
         "xml:base=\"https://exempel.se/stod/\"><title>Flöde</title>" +
         content + "</feed>";
}

Item read_entry(const std::string& fields) {
  const Reading reading = read_well(atom("<entry>" + fields + "</entry>"));
  if (reading.items.size() == 1) return reading.items.front();
  ADD_FAILURE() << reading.items.size() << " items";
  return {};
}

TEST(ReadAtom, ReadsAWholeEntry) {
  const Item item = read_entry(
      "<id>tag:exempel.se,2025:1</id><title type=\"html\">Stöd &amp;amp; råd</title>"
      "<link rel=\"self\" href=\"1.atom\"/><link href=\"1.html\"/>"
      "<link rel=\"enclosure\" href=\"1.pdf\" type=\"application/pdf\" length=\"7\"/>"
      "<published>2025-03-03T08:30:00+01:00</published><updated>2025-03-04T08:30:00Z</updated>"
      "<author><name>Åsa</name><email>asa@exempel.se</email></author><author><name>Bo</name></"
      "author>"
      "<category term=\"kultur\" label=\"Kultur\"/><summary>Kort &lt; text</summary>"
      "<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>Lång <b>text</b></p>"
      "</div></content>");
  EXPECT_EQ(item.key, "tag:exempel.se,2025:1");
  EXPECT_EQ(item.url, "https://exempel.se/stod/1.html");
  EXPECT_EQ(item.title, "Stöd & råd");
  EXPECT_EQ(item.summary, "Kort < text");
  EXPECT_EQ(item.text, "Lång text");
  EXPECT_EQ(item.author, "Åsa (asa@exempel.se), Bo");
  EXPECT_EQ(item.language, "sv");
  EXPECT_EQ(item.categories, std::vector<std::string>{"kultur"});
  ASSERT_EQ(item.enclosures.size(), 1U);
  EXPECT_EQ(item.enclosures[0].url, "https://exempel.se/stod/1.pdf");
  EXPECT_EQ(iso8601_utc(item.published.value()), "2025-03-03T07:30:00Z");
  EXPECT_EQ(iso8601_utc(item.updated.value()), "2025-03-04T08:30:00Z");
}

TEST(ReadAtom, ReadsTheFeed) {
  const Reading reading = read_well(atom(
      "<subtitle>Om stöd</subtitle><id>urn:1</id><link href=\"/\"/><updated>2025-03-04T08:30:00Z"
      "</updated><author><name>Åsa</name></author>"));
  EXPECT_EQ(reading.format, "atom10");
  EXPECT_EQ(reading.feed.title, "Flöde");
  EXPECT_EQ(reading.feed.description, "Om stöd");
  EXPECT_EQ(reading.feed.id, "urn:1");
  EXPECT_EQ(reading.feed.link, "https://exempel.se/");
  EXPECT_EQ(reading.feed.author, "Åsa");
  EXPECT_EQ(reading.feed.language, "sv");
}

TEST(ReadAtom, KeepsWhatIsMarkedAsPlainText) {
  EXPECT_EQ(read_entry("<title type=\"text\">Om &lt;b&gt;fet&lt;/b&gt; stil</title>").title,
            "Om <b>fet</b> stil");
}

TEST(ReadAtom, InheritsBaseAndLanguage) {
  const Item item =
      read_entry("<link xml:base=\"../en/\" href=\"1\"/><title xml:lang=\"en\">x</title>");
  EXPECT_EQ(item.url, "https://exempel.se/en/1");
  EXPECT_EQ(item.language, "sv");
}

TEST(ReadAtom, ReadsVersion03) {
  const Reading reading = read_well(
      "<feed version=\"0.3\" xmlns=\"http://purl.org/atom/ns#\"><title>Flöde</title>"
      "<tagline>Om stöd</tagline><entry><title mode=\"escaped\" type=\"text/html\">A &amp;amp; "
      "B</title>"
      "<issued>2025-03-03T08:30:00Z</issued><modified>2025-03-04T08:30:00Z</modified>"
      "<content type=\"text/html\" mode=\"base64\">PHA+aGVqPC9wPg==</content></entry></feed>");
  EXPECT_EQ(reading.format, "atom03");
  EXPECT_EQ(reading.feed.description, "Om stöd");
  ASSERT_EQ(reading.items.size(), 1U);
  EXPECT_EQ(reading.items[0].title, "A & B");
  EXPECT_EQ(reading.items[0].text, "hej");
  EXPECT_EQ(iso8601_utc(reading.items[0].published.value()), "2025-03-03T08:30:00Z");
}

TEST(ReadAtom, ReadsPrefixedElementsAndSingleEntries) {
  const Reading reading = read_well(
      "<a:entry xmlns:a=\"http://www.w3.org/2005/Atom\"><a:title>Ett</a:title>"
      "<a:id>urn:1</a:id></a:entry>");
  ASSERT_EQ(reading.items.size(), 1U);
  EXPECT_EQ(reading.items[0].title, "Ett");
}

TEST(ReadAtom, PrefersLinksForBrowsers) {
  EXPECT_EQ(read_entry("<link type=\"application/json\" href=\"1.json\"/>"
                       "<link type=\"text/html\" href=\"1\"/>")
                .url,
            "https://exempel.se/stod/1");
}

}  // namespace
}  // namespace fundwatch::feeds
