#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "feeds/read/discovery.h"
#include "tests/feeds/page_support.h"

namespace fundwatch::feeds {
namespace {

std::vector<std::string> found(const std::string& html) {
  std::vector<std::string> all;
  for (const FoundFeed& feed : find_feeds(open_page({html, kPageUrl}, 256))) {
    all.push_back(feed.url + (feed.title.empty() ? "" : " " + feed.title));
  }
  return all;
}

TEST(PageDiscovery, FindsWhatTheHeadAnnounces) {
  EXPECT_EQ(found(kSitevisionPage),
            (std::vector<std::string>{"https://www.exempel.se/4.1a/12.2b.portlet?state=rss&sv."
                                      "contenttype=text/xml;charset=UTF-8 Nyheter"}));
}

TEST(PageDiscovery, PutsCommentsLastAndLeavesOtherAlternatesOut) {
  EXPECT_EQ(found(kWordPressPage),
            (std::vector<std::string>{"https://www.exempel.se/feed/ Flöde",
                                      "https://www.exempel.se/comments/feed/ Kommentarsflöde"}));
}

TEST(PageDiscovery, FindsLinksThatLookLikeFeedsByPromise) {
  EXPECT_EQ(
      found(
          R"(<a href="/prenumerera">RSS</a><a href="press.xml">Allt</a><a href="/nytt.rss">Nytt</a>
<a href="/4.7/12.8.portlet?state=rss&amp;sv.contenttype=text/xml">Prenumerera</a>
<a href="x" type="application/atom+xml">Atomflöde</a><a href="feed://www.exempel.se/a.rss"></a>
<link rel="alternate" type="application/feed+json; charset=utf-8" href="//andra.se/f.json">)"),
      (std::vector<std::string>{
          "https://andra.se/f.json", "https://www.exempel.se/nyheter/x Atomflöde",
          "https://www.exempel.se/nytt.rss Nytt",
          "https://www.exempel.se/4.7/12.8.portlet?state=rss&sv.contenttype="
          "text/xml Prenumerera",
          "https://www.exempel.se/a.rss", "https://www.exempel.se/prenumerera RSS",
          "https://www.exempel.se/nyheter/press.xml Allt"}));
}

TEST(PageDiscovery, IsNotTakenInByOtherLinks) {
  EXPECT_EQ(found(R"(<a href="/pressmeddelanden">Kurssida</a><a href="/sitemap.xml">Webbkarta</a>
<a href="javascript:rss">RSS</a><a href="mailto:rss@exempel.se">rss</a><a href="/feedback">Ge råd</a>
<link rel="stylesheet" href="/rss.css"><link rel="alternate" hreflang="en" href="/en/">)"),
            std::vector<std::string>{});
}

TEST(PageDiscovery, NamesEachOnceAndNotTooMany) {
  EXPECT_EQ(found("<a href=/rss>A</a><a href=/rss>B</a>"),
            (std::vector<std::string>{"https://www.exempel.se/rss A"}));
  std::string many;
  for (int i = 0; i < 100; ++i) many += "<a href=/" + std::to_string(i) + "/feed>x</a>";
  EXPECT_EQ(found(many).size(), kFoundFeedsMax);
}

}  // namespace
}  // namespace fundwatch::feeds
