#include "feeds/read/sanitize.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace fundwatch::feeds {
namespace {

struct Case {
  std::string html;
  std::string safe;
};

void expect_all(const std::vector<Case>& cases) {
  for (const Case& one : cases) EXPECT_EQ(sanitized(one.html, ""), one.safe) << one.html;
}

TEST(ReadSanitize, KeepsWhatShapesText) {
  expect_all({
      {"<p>Sök <b>nu</b></p>", "<p>Sök <b>nu</b></p>"},
      {"rad<br>rad<br/>rad<br />rad", "rad<br>rad<br/>rad<br />rad"},
      {"<br></br>", "<br />"},
      {"<P CLASS=x>a</P>", "<p class=\"x\">a</p>"},
      {"<a href='/x?a=1&amp;b=2'>a</a>", "<a href=\"/x?a=1&amp;b=2\">a</a>"},
      {"&ouml; &#228; & &amp; a < b", "&ouml; &#228; &amp; &amp; a &lt; b"},
      {"<table><tr><td>1</td></tr></table>", "<table><tr><td>1</td></tr></table>"},
      {"a<!-- more -->b", "a<!-- more -->b"},
  });
}

TEST(ReadSanitize, TakesOutWhatActs) {
  expect_all({
      {"a<script>alert(1)</script>b", "ab"},
      {"a<SCRIPT SRC=//x></SCRIPT >b", "ab"},
      {"a<style>p{}</style>b", "ab"},
      {"a<iframe src=x>b</iframe>", "ab"},
      {"a<object><embed src=x>b</object>", "ab"},
      {"<form action=x><input name=a>b</form>", "b"},
      {"<svg onload=alert(1)><text>b</text></svg>", "b"},
      {"<img src=x onerror=alert(1)>", "<img src=\"x\">"},
      {"<img/onerror=alert(1)/src=x>", "<img>"},
      {"<img/src=x/onerror=alert(1)>", "<img src=\"x/onerror=alert(1)\">"},
      {"<a href=\"javascript:alert(1)\">b</a>", "<a>b</a>"},
      {"<a href=\"&#106;avascript:alert(1)\">b</a>", "<a>b</a>"},
      {"<a href=\"java&#10;script:alert(1)\">b</a>", "<a>b</a>"},
      {"<img src=\"data:image/svg+xml,x\">", "<img>"},
      {"<img srcset=\"javascript:x 1x, /b.png 2x\">", "<img srcset=\"/b.png 2x\">"},
      {"<a xlink:href=\"javascript:x\">b</a>", "<a>b</a>"},
      {"<!--[if IE]><script>x</script><![endif]-->b", "b"},
      {"<meta http-equiv=refresh content=0><base href=x><link href=x>b", "b"},
      {"<p formaction=x ping=y srcdoc=z>b</p>", "<p>b</p>"},
  });
}

TEST(ReadSanitize, WritesEverythingAnew) {
  expect_all({
      {"<b><i>a</b></i>", "<b><i>a</i></b>"},
      {"</p>a</div>", "a"},
      {"<div>a", "<div>a</div>"},
      {"<p title=\"a\"b\">c</p>", "<p title=\"a\">c</p>"},
      {"<p title='\"><script>x</script>'>c</p>",
       "<p title=\"&quot;&gt;&lt;script&gt;x&lt;/script&gt;\">c</p>"},
      {"<a b=\"c>d", "<a>d</a>"},
      {"a<b title=", "a"},
      {"a<!--b", "a"},
      {"a<!-- b>c<script>d</script>", "ac"},
      {"<![CDATA[<p>a</p>]]>b", "<p>a</p>b"},
      {"<p x=1 title=a title=b>c</p>", "<p title=\"a\">c</p>"},
  });
}

TEST(ReadSanitize, ResolvesLinks) {
  EXPECT_EQ(sanitized("<a href=\"x\">a</a><img src=/y>", "https://exempel.se/z/"),
            "<a href=\"https://exempel.se/z/x\">a</a><img src=\"https://exempel.se/y\">");
  EXPECT_EQ(sanitized("<a href=\"#not1\">1</a>", "https://exempel.se/z/"),
            "<a href=\"#not1\">1</a>");
}

TEST(ReadSanitize, LeavesOutLinksThatAreNoAddress) {
  EXPECT_EQ(sanitized("<img src=//a.=]x><a href=\"\">b</a>", "https://exempel.se/z/"),
            "<img><a href=\"https://exempel.se/z/\">b</a>");
}

TEST(ReadSanitize, KeepsHarmlessStyle) {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"color:red", "color: red;"},
      {"color: red; position: absolute; margin: 0 2px", "color: red; margin: 0 2px;"},
      {"background: url(x) red", "background: red;"},
      {"width: expression(alert(1))", ""},
      {"margin: 99999em", ""},
      {"color: \\72 ed", ""},
      {"background: rgb(1, 2, 3)", "background: rgb(1, 2, 3);"},
      {"behavior: none; -moz-binding: none", ""},
      {"/**/color:red", ""},
  };
  for (const auto& [style, safe] : cases) EXPECT_EQ(sanitized_style(style), safe) << style;
}

TEST(ReadSanitize, NestsNoDeeperThanItsLimit) {
  std::string html;
  for (std::size_t i = 0; i < kHtmlDepthMax + 50; ++i) html += "<div>";
  const std::string safe = sanitized(html + "djupt", "");
  EXPECT_NE(safe.find("djupt"), std::string::npos);
  EXPECT_EQ(safe.size(), kHtmlDepthMax * std::string("<div></div>").size() + 5);
}

// Whatever comes in, only this can come out: no markup but allowed tags, every value quoted.
TEST(ReadSanitize, LetsNothingThroughOfHostileMixtures) {
  const std::vector<std::string> pieces{
      "<script>", "</script>",  "<!--",        "-->",       "<a href=", "\"",      "'",      ">",
      "<svg",     " onload=x ", "javascript:", "<![CDATA[", "]]>",      "<style>", "&#x3c;", "/"};
  unsigned state = 7;
  for (int round = 0; round < 20'000; ++round) {
    std::string html;
    for (int i = 0; i < 8; ++i) {
      state = state * 1664525U + 1013904223U;
      html += pieces[(state >> 16) % pieces.size()];
    }
    const std::string safe = sanitized(html, "");
    for (const std::string bad : {"<script", "<style", "<svg", "<!--[", "href=\"javascript:"}) {
      ASSERT_EQ(safe.find(bad), std::string::npos) << html << " -> " << safe;
    }
    ASSERT_EQ(sanitized(safe, ""), safe) << html;
  }
}

}  // namespace
}  // namespace fundwatch::feeds
