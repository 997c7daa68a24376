#include "feeds/read/address.h"

#include <gtest/gtest.h>

#include <string>

namespace fundwatch::feeds {
namespace {

struct Link {
  const char* url;
  const char* address;
};

TEST(PageAddress, IsTheSameWhateverTheLinkIsDecoratedWith) {
  const Link cases[] = {
      {"https://www.a.se/nyhet", "www.a.se/nyhet"},
      {"http://WWW.A.se/nyhet", "www.a.se/nyhet"},
      {"HTTPS://a.se:443/nyhet", "a.se/nyhet"},
      {"http://a.se:80/nyhet", "a.se/nyhet"},
      {"http://a.se:443/nyhet", "a.se:443/nyhet"},
      {"https://anna@a.se/nyhet", "a.se/nyhet"},
      {"https://a.se/nyhet/", "a.se/nyhet"},
      {"https://a.se//nyhet#kommentarer", "a.se/nyhet"},
      {"https://a.se/nyhet?utm_source=rss&UTM_Medium=x", "a.se/nyhet"},
      {"https://a.se/nyhet?id=5&fbclid=AbC&gclid=1&mc_cid=2", "a.se/nyhet?id=5"},
      {"https://a.se/nyhet?sida=2&id=5", "a.se/nyhet?id=5&sida=2"},
      {"https://a.se/nyhet;jsessionid=0123456789ABCDEF0123?id=5", "a.se/nyhet?id=5"},
      {"https://a.se/nyhet?PHPSESSID=q8v1m2n3b4v5c6x7z8a9", "a.se/nyhet"},
      {"https://a.se/nyhet?sid=q8v1m2n3b4v5c6x7z8a9", "a.se/nyhet"},
      {"https://a.se/(S(lit3py55t21z5v55vlm25s55))/nyhet.aspx", "a.se/nyhet.aspx"},
      {"https://a.se/s%C3%B6k?ord=%C3%A5", "a.se/s%c3%b6k?ord=%c3%a5"},
  };
  for (const Link& link : cases) EXPECT_EQ(page_address(link.url), link.address) << link.url;
}

TEST(PageAddress, KeepsWhatMayNameAnotherPage) {
  const Link cases[] = {
      {"https://a.se/Nyhet", "a.se/Nyhet"},
      {"https://a.se/?p=123", "a.se?p=123"},
      {"https://a.se/nyhet?sid=12", "a.se/nyhet?sid=12"},
      {"https://a.se/nyhet?session=var", "a.se/nyhet?session=var"},
      {"https://a.se/nyhet?utmaning=1", "a.se/nyhet?utmaning=1"},
      {"https://a.se/a;b=c/d", "a.se/a;b=c/d"},
      {"https://a.se/nyhet?", "a.se/nyhet"},
      {"https://[2001:db8::1]:8080/nyhet", "[2001:db8::1]:8080/nyhet"},
  };
  for (const Link& link : cases) EXPECT_EQ(page_address(link.url), link.address) << link.url;
}

TEST(PageAddress, IsEmptyForHomePagesAndForWhatIsNoLink) {
  for (const char* url : {"", "https://a.se", "https://a.se/", "https://a.se/#nyheter",
                          "https://a.se/?utm_source=rss", "mailto:anna@a.se", "/nyhet", "https://",
                          "https:///nyhet"}) {
    EXPECT_EQ(page_address(url), "") << url;
  }
}

}  // namespace
}  // namespace fundwatch::feeds
