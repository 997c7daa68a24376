#include "base/url.h"

#include <gtest/gtest.h>

namespace fundwatch {
namespace {

TEST(Url, TakesApart) {
  const auto url = parse_url("HTTPS://Example.SE/a/b?x=1&y=2#f");
  ASSERT_TRUE(url);
  EXPECT_EQ(url->scheme, "https");
  EXPECT_EQ(url->host, "example.se");
  EXPECT_EQ(url->port, 443);
  EXPECT_EQ(url->path, "/a/b");
  EXPECT_EQ(url->query, "x=1&y=2");
  EXPECT_FALSE(url->has_userinfo);
}

TEST(Url, KnowsPortsAndIpv6) {
  EXPECT_EQ(parse_url("http://127.0.0.1:8080/")->port, 8080);
  EXPECT_EQ(parse_url("http://[::1]/")->host, "::1");
}

TEST(Url, SeesUserinfo) { EXPECT_TRUE(parse_url("https://user@example.se/")->has_userinfo); }

TEST(Url, RefusesOtherSchemesAndNonsense) {
  for (const char* wrong : {"", "ftp://example.se/", "javascript:alert(1)", "file:///etc/passwd",
                            "/relative", "example.se", "http://"}) {
    EXPECT_FALSE(parse_url(wrong)) << wrong;
  }
}

TEST(Url, ResolvesReferences) {
  const char* base = "https://example.se/a/b?q=1";
  EXPECT_EQ(resolve_url(base, "c"), "https://example.se/a/c");
  EXPECT_EQ(resolve_url(base, "/c?x=å"), "https://example.se/c?x=%c3%a5");
  EXPECT_EQ(resolve_url(base, "../c"), "https://example.se/c");
  EXPECT_EQ(resolve_url(base, "//other.se/x"), "https://other.se/x");
  EXPECT_EQ(resolve_url(base, "http://other.se/x"), "http://other.se/x");
  EXPECT_EQ(resolve_url(base, "?y=2"), "https://example.se/a/b?y=2");
  EXPECT_EQ(resolve_url("", "https://example.se/x"), "https://example.se/x");
}

TEST(Url, ResolvesNothingUnsafe) {
  EXPECT_EQ(resolve_url("https://example.se/", "javascript:alert(1)"), "");
  EXPECT_EQ(resolve_url("https://example.se/", "mailto:a@b.se"), "");
  EXPECT_EQ(resolve_url("", "/c"), "");
  EXPECT_EQ(resolve_url("https://example.se/", "  "), "");
}

}  // namespace
}  // namespace fundwatch
