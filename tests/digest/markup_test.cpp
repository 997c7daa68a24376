#include "digest/markup.h"

namespace fundwatch::digest {
namespace {

TEST(Markup, EscapesTextAndAttributeValues) {
  Markup html;
  html.tag("<p title=\"").text("\" onclick='x'").tag("\">").text("<script>&</script>").tag("</p>");
  EXPECT_EQ(html.take(),
            "<p title=\"&quot; onclick=&#39;x&#39;\">&lt;script&gt;&amp;&lt;/script&gt;</p>");
}

TEST(Markup, ShowsNoInvisibleCharacters) {
  Markup html;
  html.text("a\u202Eb\u200Bc\nd");
  EXPECT_EQ(html.take(), "abc d");
}

TEST(Markup, EscapesLinks) {
  Markup html;
  html.link(*Link::web("https://a.example/?a=1&b='2'"));
  EXPECT_EQ(html.take(), "https://a.example/?a=1&amp;b=&#39;2&#39;");
}

TEST(Link, RefusesWhatIsNoPlainWebAddress) {
  const char* cases[] = {"",
                         "javascript:alert(1)",
                         "JavaScript://a.example/%0aalert(1)",
                         "data:text/html,x",
                         "vbscript:x",
                         "file:///etc/passwd",
                         "ftp://a.example/",
                         "//a.example/",
                         "/poster/1",
                         "a.example",
                         "mailto:a@b.example",
                         "https://",
                         "https://gavle.se@elak.example/",
                         "https://anna:hemligt@a.example/",
                         " java\nscript:alert(1)",
                         "\x01javascript:alert(1)"};
  for (const char* url : cases) EXPECT_FALSE(Link::web(url)) << url;
}

struct Case {
  const char* url;
  const char* target;
};

TEST(Link, KeepsOrEncodesTheRest) {
  const Case cases[] = {
      {"https://a.example/x?y=1#z", "https://a.example/x?y=1#z"},
      {" http://a.example:8080/ ", "http://a.example:8080/"},
      {"https://a.example/å", "https://a.example/%C3%A5"},
      {"https://a.example/a b\"><b>", "https://a.example/a%20b%22%3E%3Cb%3E"},
      {"https://a.example/\u202Egpj.exe", "https://a.example/%E2%80%AEgpj.exe"},
      {"https://a.example/a\r\nb", "https://a.example/a%0D%0Ab"},
  };
  for (const Case& each : cases) {
    const auto link = Link::web(each.url);
    ASSERT_TRUE(link) << each.url;
    EXPECT_EQ(link->target(), each.target);
  }
}

TEST(Link, RefusesOneThatIsLongerThanTheLimit) {
  const std::string start = "https://a.example/";
  EXPECT_TRUE(Link::web(start + std::string(kLinkBytesMax - start.size(), 'x')));
  EXPECT_FALSE(Link::web(start + std::string(kLinkBytesMax - start.size() + 1, 'x')));
}

TEST(Link, TakesMailAddressesOnly) {
  EXPECT_EQ(Link::mail("a.b+c@d.example")->target(), "mailto:a.b+c@d.example");
  EXPECT_EQ(Link::mail("a?bcc=x@d.example")->target(), "mailto:a%3Fbcc%3Dx@d.example");
  for (const char* address : {"", "a", "@b", "a@", "a@b@c"}) {
    EXPECT_FALSE(Link::mail(address)) << address;
  }
}

TEST(Link, TakesAQueryOfPlainLetters) {
  const auto link = Link::web("https://bevakning.example/s/TOKEN");
  EXPECT_EQ(link->with_query("svar", "applied").target(),
            "https://bevakning.example/s/TOKEN?svar=applied");
}

}  // namespace
}  // namespace fundwatch::digest
