#include "feeds/read/xml_document.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/feeds/read_support.h"

namespace fundwatch::feeds {
namespace {

struct Broken {
  std::string name;
  std::string document;
  std::string problem;  // how its first problem begins
};

const std::string kItem = "<item><title>Ett</title><link>https://exempel.se/1</link></item>";

TEST(ReadXml, RepairsWhatIsBrokenAndSaysSo) {
  const std::vector<Broken> cases{
      {"text before", "Warning: <b>x</b>\n" + rss(kItem + kItem), ""},
      {"unclosed br",
       rss("<item><title>Ett</title><description><br>rad</description>"
           "<link>https://exempel.se/1</link></item>" +
           kItem),
       "the XML is not well-formed"},
      {"unclosed item", rss("<item><title>Ett</title><link>https://exempel.se/1</link>" + kItem),
       "line 2: <item> begins within another"},
      {"stray end", rss(kItem + "</p>" + kItem), "line 2: </p> closes nothing"},
      {"bare less-than",
       rss("<item><title>Ett</title><description>a < b</description>"
           "<link>https://exempel.se/1</link></item>" +
           kItem),
       "the XML"},
      {"cut off", "<rss><channel>" + kItem + "<item><title>Ett</title><link>https://exempel.se/1",
       "line 1: the document ends within <link>"},
      {"control character",
       rss("<item><title>E\x02tt</title><link>https://exempel.se/1</link>"
           "</item>" +
           kItem),
       "1 control characters"},
      {"HTML names",
       rss("<item><title>Ett</title><description>p&aring;</description>"
           "<link>https://exempel.se/1</link></item>" +
           kItem),
       "1 references"},
      {"number of windows-1252",
       rss("<item><title>Ett</title><description>1 &#150; 2</description>"
           "<link>https://exempel.se/1</link></item>" +
           kItem),
       "1 references"},
      {"bare ampersand",
       rss("<item><title>Ett</title><description>R & D</description>"
           "<link>https://exempel.se/1</link></item>" +
           kItem),
       ""},
      {"forgotten quote",
       rss("<item x=\"1><title>Ett</title><link>https://exempel.se/1</link>"
           "</item>" +
           kItem),
       "the XML"},
  };
  for (const Broken& one : cases) {
    SCOPED_TRACE(one.name);
    const Reading reading = read_well(one.document);
    ASSERT_EQ(reading.items.size(), 2U);
    for (const Item& item : reading.items) {
      EXPECT_EQ(item.title, "Ett");
      EXPECT_EQ(item.url, "https://exempel.se/1");
    }
    ASSERT_EQ(reading.problems.empty(), one.problem.empty());
    if (!one.problem.empty()) {
      EXPECT_TRUE(reading.problems[0].starts_with(one.problem)) << reading.problems[0];
    }
  }
}

TEST(ReadXml, NeverExpandsEntitiesOfTheDocument) {
  const Reading reading = read_well(
      "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">"
      "<!ENTITY file SYSTEM \"file:///etc/passwd\">]>\n"
      "<rss><channel><title>&b;&file;</title></channel></rss>");
  EXPECT_EQ(reading.feed.title, "&b;&file;");
}

TEST(ReadXml, RefusesDepthWithThePathOfTheElement) {
  std::string deep;
  for (int i = 0; i < 300; ++i) deep += "<div>";
  const auto reading = try_read(rss("<item><description>" + deep));
  ASSERT_FALSE(reading.ok());
  EXPECT_EQ(reading.error().message,
            "elements nest deeper than 256 at rss/channel/item/description/div/div/div/div/…: "
            "not read");
}

TEST(ReadXml, CountsDepthAsTheTagsTell) {
  EXPECT_TRUE(survey("<a><b/><b></b><!-- <c><c> --><![CDATA[<d><d>]]></a>", 2).is_shallow);
  EXPECT_FALSE(survey("<a><b><c></c></b></a>", 2).is_shallow);
  EXPECT_TRUE(survey("<a x='<>' y=\"/>\"></a>", 1).is_shallow);
}

TEST(ReadXml, SurveysTextWithoutAnyElement) {
  for (const char* text : {"", "?", "?:v xr", "!-- x", "a", "<", "x<", "</", "<!"}) {
    EXPECT_TRUE(survey(text, 1).is_shallow) << text;
  }
}

TEST(ReadXml, SeesNamesOfHtmlOutsideOfCdata) {
  for (const std::string_view with : {"<a>&nbsp;</a>", "<a>&amp;<![CDATA[x]]>&aring;</a>",
                                      "<a b='&aring;'><![CDATA[x]]></a>", "<a>1 &#150; 2</a>"}) {
    EXPECT_TRUE(survey(with, 9).has_html_names) << with;
  }
  for (const std::string_view without :
       {"<a>&amp;&#160;&lt;</a>", "<a><![CDATA[&nbsp;]]></a>", "<a>R&D; & &</a>"}) {
    EXPECT_FALSE(survey(without, 9).has_html_names) << without;
  }
}

TEST(ReadXml, ListsAtMostTenFaultsOfOneDocument) {
  std::string stray;
  for (int i = 0; i < 50; ++i) stray += "</p>\n";
  const Reading reading = read_well(rss(kItem + stray));
  ASSERT_EQ(reading.problems.size(), 11U);
  EXPECT_EQ(reading.problems.back(), "and 40 more faults of this kind");
}

}  // namespace
}  // namespace fundwatch::feeds
