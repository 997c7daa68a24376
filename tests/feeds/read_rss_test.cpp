#include <gtest/gtest.h>

#include <string>

#include "tests/feeds/read_support.h"

namespace fundwatch::feeds {
namespace {

TEST(ReadRss, ReadsAWholeItem) {
  const Item item = read_item(
      "<title>Bidrag till f&#246;reningar</title><link>/bidrag/1</link>"
      "<guid isPermaLink=\"false\">bidrag-1</guid><pubDate>Mon, 03 Mar 2025 08:30:00 "
      "+0100</pubDate>"
      "<description>&lt;p&gt;Sök &amp;amp; få&lt;/p&gt;</description>"
      "<content:encoded><![CDATA[<p>Hela texten.</p><ul><li>ett</li></ul>]]></content:encoded>"
      "<dc:creator>Åsa Öberg</dc:creator><category>Kultur</category><category> Miljö </category>"
      "<enclosure url=\"/fil.pdf\" type=\"application/pdf\" length=\"1200\"/>");
  EXPECT_EQ(item.key, "bidrag-1");
  EXPECT_EQ(item.url, "https://www.exempel.se/bidrag/1");
  EXPECT_EQ(item.title, "Bidrag till föreningar");
  EXPECT_EQ(item.summary, "Sök & få");
  EXPECT_EQ(item.text, "Hela texten.\n\n- ett");
  EXPECT_EQ(item.author, "Åsa Öberg");
  EXPECT_EQ(item.categories, (std::vector<std::string>{"Kultur", "Miljö"}));
  ASSERT_EQ(item.enclosures.size(), 1U);
  EXPECT_EQ(item.enclosures[0],
            (Enclosure{"https://www.exempel.se/fil.pdf", "application/pdf", 1200}));
  ASSERT_TRUE(item.published.has_value());
  EXPECT_EQ(iso8601_utc(*item.published), "2025-03-03T07:30:00Z");
}

TEST(ReadRss, ReadsTheChannel) {
  const Reading reading = read_well(
      rss("<link>https://www.exempel.se/</link><description>Allt om <b>stöd</b></description>"
          "<language>sv_SE</language><managingEditor>red@exempel.se (Redaktionen)</managingEditor>"
          "<image><title>Logga</title><link>https://annan.se</link></image>"
          "<lastBuildDate>Mon, 03 Mar 2025 08:30:00 GMT</lastBuildDate>"));
  EXPECT_EQ(reading.format, "rss20");
  EXPECT_EQ(reading.feed.title, "Flöden");
  EXPECT_EQ(reading.feed.link, "https://www.exempel.se/");
  EXPECT_EQ(reading.feed.description, "Allt om stöd");
  EXPECT_EQ(reading.feed.language, "sv-SE");
  EXPECT_EQ(reading.feed.author, "red@exempel.se (Redaktionen)");
  EXPECT_EQ(iso8601_utc(reading.feed.updated.value()), "2025-03-03T08:30:00Z");
  EXPECT_TRUE(reading.items.empty());
  EXPECT_TRUE(reading.problems.empty());
}

TEST(ReadRss, ReadsRdfWithItemsBesideTheChannel) {
  const Reading reading = read_well(
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
      "xmlns=\"http://purl.org/rss/1.0/\" xmlns:d=\"http://purl.org/dc/elements/1.1/\">"
      "<channel rdf:about=\"https://exempel.se/\"><title>Flöde</title>"
      "<items><rdf:Seq><rdf:li rdf:resource=\"https://exempel.se/1\"/></rdf:Seq></items></channel>"
      "<item rdf:about=\"https://exempel.se/1\"><title>Ett</title><link>https://exempel.se/1</link>"
      "<d:date>2025-03-03T08:30:00Z</d:date><d:subject>Kultur</d:subject></item></rdf:RDF>");
  EXPECT_EQ(reading.format, "rss10");
  ASSERT_EQ(reading.items.size(), 1U);
  EXPECT_EQ(reading.items[0].key, "https://exempel.se/1");
  EXPECT_EQ(iso8601_utc(reading.items[0].published.value()), "2025-03-03T08:30:00Z");
  EXPECT_EQ(reading.items[0].categories, std::vector<std::string>{"Kultur"});
}

TEST(ReadRss, KnowsItsVersions) {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"<rss version=\"0.91\">", "rss091u"},
      {"<rss version=\"0.92\">", "rss092"},
      {"<rss version=\"2.0.1\">", "rss20"},
      {"<rss>", "rss"},
      {"<!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS 0.91//EN\" \"x\">"
       "<rss version=\"0.91\">",
       "rss091n"}};
  for (const auto& [start, format] : cases) {
    EXPECT_EQ(read_well(start + "<channel><title>x</title></channel></rss>").format, format);
  }
}

TEST(ReadRss, TakesThePermalinkForAMissingLink) {
  EXPECT_EQ(read_item("<guid>https://exempel.se/1</guid>").url, "https://exempel.se/1");
  EXPECT_EQ(read_item("<guid>12345</guid>").url, "");
  EXPECT_EQ(read_item("<guid isPermaLink=\"false\">x</guid><link>/2</link>").url,
            "https://www.exempel.se/2");
}

TEST(ReadRss, UnderstandsModulesByNamespaceNotByPrefix) {
  const Reading reading = read_well(
      "<rss version=\"2.0\" xmlns:x=\"http://purl.org/rss/1.0/modules/content/\"><channel><item>"
      "<title>Ett</title><x:encoded>&lt;p&gt;Text&lt;/p&gt;</x:encoded></item></channel></rss>");
  EXPECT_EQ(reading.items.at(0).text, "Text");
}

TEST(ReadRss, ReadsForgottenPrefixesAsUsual) {
  const Reading reading = read_well(
      "<rss version=\"2.0\"><channel><item><title>Ett</title><dc:date>2025-03-03T08:30:00Z"
      "</dc:date></item></channel></rss>");
  EXPECT_TRUE(reading.items.at(0).published.has_value());
}

TEST(ReadRss, ReadsMarkupThatStandsBare) {
  EXPECT_EQ(read_item("<description><p>Ett <b>stycke</b></p><p>två</p></description>").summary,
            "Ett stycke\n\ntvå");
}

TEST(ReadRss, LeavesTitleAlikeTextAlone) {
  EXPECT_EQ(read_item("<title>1 &lt; 2 &amp; 3</title>").title, "1 < 2 & 3");
  EXPECT_EQ(read_item("<title>F&amp;ouml;rening &amp;amp; bidrag</title>").title,
            "Förening & bidrag");
}

}  // namespace
}  // namespace fundwatch::feeds
