#include "feeds/read/opml.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace fundwatch::feeds {
namespace {

std::vector<std::string> titles_in(const std::string& outlines, std::size_t depth_max = 10) {
  const auto feeds =
      read_opml("<opml version='1.0'><head/><body>" + outlines + "</body></opml>", depth_max);
  std::vector<std::string> titles;
  for (const ListedFeed& feed : feeds.value()) titles.push_back(feed.title);
  return titles;
}

TEST(Opml, ListsFeedsInFoldersToo) {
  EXPECT_THAT(titles_in("<outline text='A' xmlUrl='https://a.example/rss'/>"
                        "<outline text='Folder'><outline title='B' text='x' "
                        "xmlURL='http://b.example/'/></outline>"
                        "<outline xmlUrl='https://c.example/'/>"),
              testing::ElementsAre("A", "B", "c.example"));
}

TEST(Opml, PassesOverWhatIsNoFeedOfTheWeb) {
  EXPECT_THAT(titles_in("<outline text='A'/><outline text='B' xmlUrl='file:///etc/passwd'/>"
                        "<outline text='C' xmlUrl='https://u:p@c.example/'/>"
                        "<outline text='D' xmlUrl='https://d.example/'/>"
                        "<outline text='E' xmlUrl='https://d.example/'/>"),
              testing::ElementsAre("D"));
}

TEST(Opml, IsReadToALimitedDepth) {
  std::string outlines = "<outline text='A' xmlUrl='https://a.example/'/>";
  for (int depth = 0; depth < 5; ++depth) outlines = "<outline>" + outlines + "</outline>";
  EXPECT_TRUE(titles_in(outlines, 4).empty());
  EXPECT_FALSE(titles_in(outlines, 5).empty());
}

TEST(Opml, IsRefusedWhenItIsNone) {
  for (const char* bytes : {"", "x", "<rss/>", "<opml><body>", "\xFF\xFE"}) {
    EXPECT_FALSE(read_opml(bytes, 10)) << bytes;
  }
}

}  // namespace
}  // namespace fundwatch::feeds
