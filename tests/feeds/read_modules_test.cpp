#include <gtest/gtest.h>

#include <string>

#include "feeds/read/raw_reading.h"
#include "tests/feeds/read_support.h"

// What the modules of feeds (Dublin Core, iTunes, Media RSS, Google Play, Atom within RSS) say when
// the format's own elements do not.
namespace fundwatch::feeds {
namespace {

constexpr std::string_view kModules =
    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\""
    " xmlns:content=\"http://purl.org/rss/1.0/modules/content/\""
    " xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\""
    " xmlns:media=\"http://search.yahoo.com/mrss/\""
    " xmlns:googleplay=\"http://www.google.com/schemas/play-podcasts/1.0\""
    " xmlns:foaf=\"http://xmlns.com/foaf/0.1/\" xmlns:a=\"http://www.w3.org/2005/Atom\"";

RawFeed raw(const std::string& document) {
  Document source;
  source.bytes = document;
  source.url = kSomewhere;
  const auto reading = read_raw(source, config::Read{});
  if (reading) return reading->feed;
  ADD_FAILURE() << reading.error().message;
  return {};
}

RawFeed rss_with(const std::string& channel) {
  return raw("<rss version=\"2.0\"" + std::string(kModules) + "><channel>" + channel +
             "</channel></rss>");
}

RawEntry item_with(const std::string& fields) {
  return rss_with("<item>" + fields + "</item>").entries.at(0);
}

RawFeed atom_with(const std::string& content) {
  return raw("<feed xmlns=\"http://www.w3.org/2005/Atom\"" + std::string(kModules) + ">" + content +
             "</feed>");
}

RawEntry entry_with(const std::string& fields) {
  return atom_with("<entry>" + fields + "</entry>").entries.at(0);
}

TEST(ReadModules, NameTheTitle) {
  for (const std::string fields :
       {"<dc:title>Stöd</dc:title>", "<itunes:title>Stöd</itunes:title>",
        "<media:title>Stöd</media:title>", "<a:title>Stöd</a:title>",
        "<itunes:title>Avsnitt</itunes:title><title>Stöd</title>",
        "<media:content url=\"a.jpg\"><media:title>Bild</media:title></media:content>"
        "<title>Stöd</title>"}) {
    EXPECT_EQ(item_with(fields).title.value, "Stöd") << fields;
  }
  EXPECT_EQ(rss_with("<a:title>Stöd</a:title>").title.value, "Stöd");
  EXPECT_EQ(entry_with("<media:group><media:title>Stöd</media:title></media:group>").title.value,
            "Stöd");
}

TEST(ReadModules, NameTheAuthor) {
  for (const std::string fields :
       {"<dc:creator>Åsa</dc:creator>", "<itunes:author>Åsa</itunes:author>",
        "<googleplay:author>Åsa</googleplay:author>",
        "<media:credit role=\"author\">Åsa</media:credit>",
        "<media:credit role=\"photographer\">Bo</media:credit><dc:creator>Åsa</dc:creator>",
        "<dc:creator><foaf:Person><foaf:name>Åsa</foaf:name></foaf:Person></dc:creator>",
        "<a:author><a:name>Åsa</a:name></a:author>"}) {
    EXPECT_EQ(item_with(fields).author, "Åsa") << fields;
  }
  const std::string owner =
      "<itunes:owner><itunes:name>Åsa</itunes:name><itunes:email>a@exempel.se</itunes:email>"
      "</itunes:owner>";
  EXPECT_EQ(rss_with(owner).author, "Åsa (a@exempel.se)");
  EXPECT_EQ(rss_with(owner + "<itunes:author>Bo</itunes:author>").author, "Bo");
  EXPECT_EQ(atom_with("<dc:creator>Åsa</dc:creator>").author, "Åsa");
  EXPECT_EQ(entry_with("<itunes:author>Åsa</itunes:author>").author, "Åsa");
}

TEST(ReadModules, AuthorsInMarkupBecomePlainOnlyInItems) {
  const std::string author = "<author>Av &lt;a href=\"/om\"&gt;Åsa&lt;/a&gt;</author>";
  EXPECT_EQ(item_with(author).author, "Av <a href=\"/om\">Åsa</a>");
  EXPECT_EQ(read_item(author).author, "Av Åsa");
}

TEST(ReadModules, HoldTheText) {
  for (const std::string fields :
       {"<dc:description>Sök</dc:description>", "<itunes:summary>Sök</itunes:summary>",
        "<itunes:subtitle>Sök</itunes:subtitle>",
        "<googleplay:description>Sök</googleplay:description>",
        "<media:group><media:description>Sök</media:description></media:group>",
        "<itunes:summary>Annat</itunes:summary><description>Sök</description>"}) {
    EXPECT_EQ(item_with(fields).summary.value, "Sök") << fields;
  }
  for (const std::string fields :
       {"<itunes:summary>Sök</itunes:summary>", "<a:subtitle>Sök</a:subtitle>",
        "<itunes:subtitle>Kort</itunes:subtitle><itunes:summary>Sök</itunes:summary>"}) {
    const RawFeed feed = rss_with(fields);
    EXPECT_EQ(feed.description.value, "Sök") << fields;
    EXPECT_EQ(feed.author, "") << fields;
  }
  EXPECT_EQ(entry_with("<content:encoded>Sök</content:encoded>").content.value, "Sök");
  EXPECT_EQ(entry_with("<dc:description>Sök</dc:description>").summary.value, "Sök");
}

TEST(ReadModules, DateTheItem) {
  for (const std::string name :
       {"dc:date", "dc:modified", "dcterms:created", "dcterms:issued", "dcterms:available",
        "dcterms:modified", "dcterms:date", "created", "a:published", "a:updated"}) {
    const RawEntry entry = item_with("<" + name + ">2026-11-17</" + name + ">");
    EXPECT_EQ(entry.published + entry.updated, "2026-11-17") << name;
  }
}

TEST(ReadModules, NameTheCategories) {
  const std::vector<std::string> both{"bidrag", "stöd"};
  for (const std::string fields : {"<category>bidrag</category><dc:subject>stöd</dc:subject>",
                                   "<itunes:keywords>bidrag, stöd</itunes:keywords>",
                                   "<media:keywords>bidrag,stöd</media:keywords>",
                                   "<a:category term=\"bidrag\"/><a:category label=\"stöd\"/>",
                                   "<category term=\"bidrag\"/><category>stöd</category>"}) {
    EXPECT_EQ(item_with(fields).categories, both) << fields;
  }
  EXPECT_EQ(entry_with("<itunes:keywords>bidrag, stöd</itunes:keywords>").categories, both);
}

TEST(ReadModules, RepeatNoEnclosure) {
  const RawEntry entry = item_with(
      "<enclosure url=\"/a.mp3\" type=\"audio/mpeg\" length=\"12\"/>"
      "<media:content url=\"/a.mp3\"/><media:content url=\"/b.mp3\"/>");
  ASSERT_EQ(entry.enclosures.size(), 2U);
  EXPECT_EQ(entry.enclosures[0].bytes, 12);
}

TEST(ReadModules, RelationsOfLinksAreReadInAnyCase) {
  EXPECT_EQ(atom_with("<link rel=\"ALTERNATE\" href=\"https://exempel.se/1\"/>").link,
            "https://exempel.se/1");
}

}  // namespace
}  // namespace fundwatch::feeds
