#include "feeds/fetch/hop.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace fundwatch::tests {
namespace {

using feeds::AddressGuard;
using feeds::first_hop;
using feeds::Hop;
using feeds::next_hop;
using testing::HasSubstr;
using testing::Not;

const AddressGuard& guard() {
  static const AddressGuard only_web = *AddressGuard::make({}, {});
  return only_web;
}

Hop hop_to(const std::string& url) { return *first_hop(url, guard()); }

TEST(Hop, TakesWebAddressesApart) {
  const Hop hop = hop_to(" HTTPS://Www.Example.SE/a b?c=ä ");
  EXPECT_EQ(hop.url, "https://Www.Example.SE/a%20b?c=%c3%a4");
  EXPECT_EQ(hop.host, "www.example.se");
  EXPECT_TRUE(hop.is_secure);
  EXPECT_FALSE(hop_to("http://example.se").is_secure);
  EXPECT_EQ(hop_to("http://[2001:db8::1]/").host, "2001:db8::1");
}

TEST(Hop, WritesHostsOfOtherAlphabetsAsTheNetworkDoes) {
  const Hop hop = hop_to("https://Räksmörgås.Example:443/ö");
  EXPECT_EQ(hop.host, "xn--rksmrgs-5wao1o.example");
  EXPECT_EQ(hop.url, "https://xn--rksmrgs-5wao1o.example:443/%c3%b6");
  EXPECT_EQ(hop_to("http://127。0。0。1/").host, "127.0.0.1");
  EXPECT_EQ(hop_to("http://ｅｘａｍｐｌｅ.se/").host, "example.se");
  EXPECT_FALSE(first_hop("http://a\u200Db.se/", guard()).ok());
  EXPECT_FALSE(first_hop("http://ä" + std::string(80, 'a') + ".se/", guard()).ok());
  EXPECT_FALSE(first_hop("http://ä@example.se/", guard()).ok());
}

TEST(Hop, RefusesAddressesInWords) {
  const struct {
    const char* url;
    const char* words;
  } cases[] = {
      {"", "not an http or https address"},
      {"example.se/feed", "not an http or https address"},
      {"ftp://example.se/", "not an http or https address"},
      {"file:///etc/passwd", "not an http or https address"},
      {"gopher://example.se/", "not an http or https address"},
      {"javascript:alert(1)", "not an http or https address"},
      {"http://anna:hemligt@example.se/", "carries a user name"},
      {"https://anna@example.se/", "carries a user name"},
      {"http://example.se:22/", "port 22 of example.se is not allowed"},
      {"https://example.se:8443/", "fetch.allowed_ports"},
  };
  for (const auto& each : cases) {
    const auto hop = first_hop(each.url, guard());
    ASSERT_FALSE(hop.ok()) << each.url;
    EXPECT_EQ(hop.error().stage, Stage::fetch);
    EXPECT_THAT(hop.error().message, HasSubstr(each.words)) << each.url;
    EXPECT_THAT(hop.error().message, Not(HasSubstr("hemligt")));
  }
}

TEST(Hop, RefusesAddressesBeyondTheLimit) {
  const std::string start = "http://example.se/";
  const std::string longest = start + std::string(feeds::kUrlBytesMax - start.size(), 'a');
  EXPECT_TRUE(first_hop(longest, guard()).ok());
  EXPECT_FALSE(first_hop(longest + "a", guard()).ok());
}

TEST(Hop, FollowsRedirectsFromWhereItStands) {
  const struct {
    const char* location;
    const char* url;
  } cases[] = {
      {"/new", "https://example.se/new"},
      {"other?x=1", "https://example.se/feeds/other?x=1"},
      {"//media.example.se/x", "https://media.example.se/x"},
      {"https://b.se:443/", "https://b.se:443/"},
  };
  const Hop from = hop_to("https://example.se/feeds/all");
  for (const auto& each : cases) {
    const auto hop = next_hop(from, each.location, guard());
    ASSERT_TRUE(hop.ok()) << each.location;
    EXPECT_EQ(hop->url, each.url);
  }
}

TEST(Hop, RefusesRedirectsInWords) {
  const struct {
    const char* location;
    const char* words;
  } cases[] = {
      {"http://example.se/", "from https to plain http at example.se"},
      {"ftp://example.se/", "not an http or https address"},
      {"file:///etc/passwd", "not an http or https address"},
      {"https://root@example.se/", "carries a user name"},
      {"https://example.se:25/", "port 25"},
  };
  const Hop from = hop_to("https://example.se/feed");
  for (const auto& each : cases) {
    const auto hop = next_hop(from, each.location, guard());
    ASSERT_FALSE(hop.ok()) << each.location;
    EXPECT_THAT(hop.error().message, HasSubstr("example.se redirects elsewhere"));
    EXPECT_THAT(hop.error().message, HasSubstr(each.words));
  }
}

TEST(Hop, MayRiseFromHttpToHttps) {
  EXPECT_TRUE(next_hop(hop_to("http://example.se/"), "https://example.se/", guard()).ok());
}

TEST(Hop, KnowsWhatIsARedirect) {
  for (const int status : {301, 302, 303, 307, 308}) EXPECT_TRUE(feeds::is_redirect(status));
  for (const int status : {0, 200, 300, 304, 305, 306, 404}) {
    EXPECT_FALSE(feeds::is_redirect(status));
  }
}

}  // namespace
}  // namespace fundwatch::tests
