#include "feeds/fetch/proxy.h"

#include <gmock/gmock.h>

#include <cstdlib>

#include "tests/feeds/fetch_support.h"
#include "tests/support/tls_server.h"
#include "tests/support/tunnel.h"

namespace fundwatch::tests {
namespace {

using feeds::Answer;
using feeds::Fault;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

const std::string kFeed = "<rss version=\"2.0\"/>";
// Names that lead nowhere (RFC 2606): this machine cannot look them up, the proxy can.
const std::string kUrl = "http://feeds.example/feed";

// The test's own server is the proxy: what it is asked for is a whole address.
class ProxyTest : public FetchTest {
 protected:
  ProxyTest() {
    limits.allowed_addresses.clear();
    limits.allowed_ports.clear();
    limits.proxy = server.url("");
  }

  std::vector<std::string> asked_for() const {
    std::vector<std::string> targets;
    for (const HttpRequest& request : server.requests()) targets.push_back(request.target);
    return targets;
  }
};

TEST_F(ProxyTest, IsAskedForTheWholeAddress) {
  server.serve(kUrl, HttpAnswer(200, {}, kFeed));
  const Answer answer = fetch_one(kUrl);
  ASSERT_TRUE(answer.response.ok()) << answer.response.error().message;
  EXPECT_EQ(answer.response->body, kFeed);
  EXPECT_EQ(answer.response->final_url, kUrl);
  EXPECT_THAT(asked_for(), ElementsAre(kUrl));
  EXPECT_EQ(server.requests().at(0).header("host"), "feeds.example");
}

TEST_F(ProxyTest, AsksForRobotsTxtToo) {
  server.serve("http://feeds.example/robots.txt", HttpAnswer(404, {}, ""));
  server.serve("http://feeds.example/page", HttpAnswer(200, {}, "<p>Hej"));
  const std::string page = "http://feeds.example/page";
  const auto answers = fetch({{.source = SourceId{1}, .url = page, .obeys_robots = true}});
  EXPECT_TRUE(answers.at(page).response.ok());
  EXPECT_THAT(asked_for(), ElementsAre("http://feeds.example/robots.txt", page));
}

TEST_F(ProxyTest, IsNotAskedForAddressesThatAreNotPublic) {
  for (const char* const host : {"10.0.0.5", "127.0.0.1", "169.254.169.254", "[::1]",
                                 "[::ffff:10.0.0.5]", "a.localhost", "2130706433"}) {
    const std::string url = std::string("http://") + host + "/feed";
    const Answer answer = fetch_one(url);
    ASSERT_FALSE(answer.response.ok()) << host;
    EXPECT_EQ(answer.fault, Fault::address) << host;
    EXPECT_THAT(answer.response.error().message, HasSubstr("is not public")) << host;
  }
  EXPECT_THAT(asked_for(), IsEmpty());
}

TEST_F(ProxyTest, IsAskedForAddressesThatAreListed) {
  limits.allowed_addresses = {"10.0.0.0/8"};
  server.serve("http://10.0.0.5/feed", HttpAnswer(200, {}, kFeed));
  EXPECT_EQ(fault_of("http://10.0.0.5/feed"), "no fault");
}

TEST_F(ProxyTest, IsNotAskedForInternalNamesThatCannotBeLookedUp) {
  EXPECT_EQ(fault_of("http://intranet/feed"),
            "the host name intranet is one of an internal network, and this machine cannot look "
            "up its address; if it is meant, list it under fetch.proxy_exceptions");
  EXPECT_THAT(fault_of("http://wiki.corp.internal/"), HasSubstr("internal network"));
  EXPECT_THAT(asked_for(), IsEmpty());
}

TEST_F(ProxyTest, EveryHopIsLookedUp) {
  for (const char* const to : {"http://192.168.0.1/", "http://intranet/", "http://b.localhost/"}) {
    server.serve(kUrl, HttpAnswer(302, {{"Location", to}}, ""));
    EXPECT_EQ(fetch_one(kUrl).fault, Fault::address) << to;
  }
  EXPECT_THAT(asked_for(), ElementsAre(kUrl, kUrl, kUrl));
}

TEST_F(ProxyTest, ExceptedHostsAreAskedStraight) {
  HttpServer other;
  other.serve("/feed", HttpAnswer(200, {}, kFeed));
  limits.allowed_addresses = {"127.0.0.1"};
  limits.allowed_ports = {other.port()};
  limits.proxy_exceptions = {".intra.localhost", "127.0.0.0/8", "::1"};
  EXPECT_EQ(fault_of(other.url("/feed", "a.intra.localhost")), "no fault");
  EXPECT_EQ(fault_of(other.url("/feed", "b.localhost")), "no fault");  // by its address
  EXPECT_THAT(asked_for(), IsEmpty());
}

TEST_F(ProxyTest, ExceptedHostsAreGuardedLikeAll) {
  limits.proxy_exceptions = {"a.localhost"};
  EXPECT_THAT(fault_of("http://a.localhost/"), HasSubstr("is not public"));
}

TEST_F(ProxyTest, GetsItsCredentialsAndNobodyElseDoes) {
  proxy_credentials = "eva:hemligt";
  server.serve(kUrl, HttpAnswer(200, {}, kFeed));
  EXPECT_EQ(fault_of(kUrl), "no fault");
  const HttpRequest request = server.requests().at(0);
  EXPECT_EQ(request.header("proxy-authorization"), "Basic ZXZhOmhlbWxpZ3Q=");
  EXPECT_EQ(request.header("authorization"), "");
}

TEST_F(ProxyTest, SaysThatItWantsCredentials) {
  server.serve(kUrl, HttpAnswer(407, {{"Proxy-Authenticate", "Basic realm=\"p\""}}, ""));
  EXPECT_THAT(fault_of(kUrl), HasSubstr("give them in fetch.proxy_credentials_file"));
  server.serve("feeds.example:443", HttpAnswer(407, {}, ""));
  const Answer answer = fetch_one("https://feeds.example/");
  EXPECT_EQ(answer.fault, Fault::proxy);
  EXPECT_EQ(answer.response.error().message,
            "the proxy (fetch.proxy) wants a user name and a password; give them in "
            "fetch.proxy_credentials_file");
}

TEST_F(ProxyTest, SaysThatItDoesNotLetUsThrough) {
  server.serve("feeds.example:443", HttpAnswer(403, {}, "blocked"));
  EXPECT_EQ(fault_of("https://feeds.example/"),
            "the proxy (fetch.proxy) does not let fundwatch connect to feeds.example (it answered "
            "403); ask who runs the proxy to allow it");
  server.serve("feeds.example:443", HttpAnswer(502, {}, ""));
  const Answer answer = fetch_one("https://feeds.example/");
  EXPECT_EQ(answer.fault, Fault::connection);
  EXPECT_THAT(answer.response.error().message, HasSubstr("could not reach feeds.example"));
}

TEST_F(ProxyTest, SaysThatItIsDown) {
  {
    const HttpServer gone;
    limits.proxy = gone.url("");
  }
  const Answer answer = fetch_one(kUrl);
  EXPECT_EQ(answer.fault, Fault::proxy);
  EXPECT_THAT(answer.response.error().message,
              StartsWith("the proxy (fetch.proxy) refuses connections"));
}

TEST_F(ProxyTest, TheEnvironmentHasNoSayInWhatIsExcepted) {
  setenv("no_proxy", "*", 1);
  server.serve(kUrl, HttpAnswer(200, {}, kFeed));
  EXPECT_EQ(fault_of(kUrl), "no fault");
  unsetenv("no_proxy");
}

TEST_F(ProxyTest, TunnelsTlsThatIsVerifiedByTheHostsName) {
  const Certificates certificates;
  const TlsServer tls(certificates.make("feeds.example"));
  const Tunnel tunnel(tls.port());
  limits.proxy = tunnel.url();
  limits.ca_file = certificates.authority();
  proxy_credentials = "eva:hemligt";
  EXPECT_EQ(fault_of("https://feeds.example/"), "no fault");
  ASSERT_EQ(tunnel.heads().size(), 1U);
  EXPECT_THAT(tunnel.heads()[0], StartsWith("CONNECT feeds.example:443 HTTP/1.1\r\n"));
  EXPECT_THAT(tunnel.heads()[0], testing::Not(HasSubstr("If-None-Match")));
  EXPECT_THAT(fault_of("https://other.example/"), HasSubstr("is for feeds.example"));
}

TEST(Proxy, RefusesExceptionsThatAreNone) {
  config::Fetch settings;
  settings.proxy_exceptions = {"10.0.0.0/99"};
  const auto proxy = feeds::Proxy::make(settings, "");
  ASSERT_FALSE(proxy.ok());
  EXPECT_THAT(proxy.error().message, HasSubstr("fetch.proxy_exceptions: \"10.0.0.0/99\""));
}

TEST(Proxy, ExceptsADomainAndAllBelowItButNotItsNeighbours) {
  config::Fetch settings;
  settings.proxy_exceptions = {"Region.example", ".lan"};
  const auto proxy = feeds::Proxy::make(settings, "").value();
  EXPECT_TRUE(proxy.excepts("region.example"));
  EXPECT_TRUE(proxy.excepts("www.region.example."));
  EXPECT_TRUE(proxy.excepts("nas.lan"));
  EXPECT_FALSE(proxy.excepts("myregion.example"));
  EXPECT_FALSE(proxy.excepts("region.example.org"));
}

}  // namespace
}  // namespace fundwatch::tests
