#include "feeds/read/links.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace fundwatch::feeds {
namespace {

struct Case {
  std::string reference;
  std::string address;
};

TEST(ReadLinks, ResolveAgainstABase) {
  const std::vector<Case> cases{
      {"bidrag.html", "https://www.exempel.se/a/b/bidrag.html"},
      {"./bidrag.html", "https://www.exempel.se/a/b/bidrag.html"},
      {"../bidrag.html", "https://www.exempel.se/a/bidrag.html"},
      {"../../../bidrag.html", "https://www.exempel.se/bidrag.html"},
      {"/bidrag", "https://www.exempel.se/bidrag"},
      {"//annan.se/x", "https://annan.se/x"},
      {"?sida=2", "https://www.exempel.se/a/b/c?sida=2"},
      {"#stycke", "https://www.exempel.se/a/b/c?x=1#stycke"},
      {"", "https://www.exempel.se/a/b/c?x=1"},
      {"x/../y/./z", "https://www.exempel.se/a/b/y/z"},
      {"mailto:info@exempel.se", "mailto:info@exempel.se"},
      {"http://annan.se/å b", "http://annan.se/å b"},
      {"  /ra\n  d ", "https://www.exempel.se/ra  d"},
      {"foo://host/", ""},
      {"http://bad]host/", ""},
  };
  for (const Case& one : cases) {
    EXPECT_EQ(resolved("https://www.exempel.se/a/b/c?x=1", one.reference), one.address)
        << one.reference;
  }
}

TEST(ReadLinks, StayAsTheyAreWithoutABase) {
  EXPECT_EQ(resolved("", "/bidrag"), "/bidrag");
  EXPECT_EQ(resolved("", "https://exempel.se/../x"), "https://exempel.se/../x");
}

TEST(ReadLinks, OfActiveSchemesAreUnsafeHoweverWritten) {
  for (const std::string address :
       {"javascript:alert(1)", "JavaScript:alert(1)", " java\nscript:alert(1)", "vbscript:x",
        "data:text/html,x", "\x01javascript:x", "feed:javascript:x"}) {
    EXPECT_FALSE(is_safe_link(address)) << address;
  }
  for (const std::string address :
       {"https://exempel.se", "/rot", "sida.html", "a/b:c", "?q=a:b", "#a:b", "mailto:a@b.se",
        "tel:+4626123456", "feed:https://exempel.se", ""}) {
    EXPECT_TRUE(is_safe_link(address)) << address;
  }
}

TEST(ReadLinks, OfItemsAreAbsoluteAndOfTheWeb) {
  EXPECT_EQ(web_link("https://exempel.se/x/", "y z"), "https://exempel.se/x/y%20z");
  EXPECT_EQ(web_link("", "hTTPS://exempel.se/1"), "hTTPS://exempel.se/1");
  EXPECT_EQ(web_link("", "/rot"), "");
  EXPECT_EQ(web_link("https://exempel.se", "mailto:a@b.se"), "");
  EXPECT_EQ(web_link("", "javascript:alert(1)"), "");
  EXPECT_EQ(web_link("https://exempel.se", ""), "");
}

}  // namespace
}  // namespace fundwatch::feeds
