#include <gmock/gmock.h>

#include "tests/feeds/fetch_support.h"
#include "tests/support/tls_server.h"

namespace fundwatch::tests {
namespace {

using testing::HasSubstr;

const std::string kHost = "a.localhost";

class TlsTest : public FetchTest {
 protected:
  // What is said of a server with this certificate, asked as `host`.
  std::string said_of(const std::string& certificate, const std::string& host) {
    const TlsServer tls(certificate);
    limits.allowed_ports = {tls.port()};
    return fault_of(tls.url(host));
  }

  Certificates certificates;
};

TEST_F(TlsTest, TakesACertificateOfTheGivenAuthority) {
  limits.ca_file = certificates.authority();
  EXPECT_EQ(said_of(certificates.make(kHost), kHost), "no fault");
}

TEST_F(TlsTest, RefusesACertificateOfAnUnknownAuthority) {
  EXPECT_EQ(said_of(certificates.make(kHost), kHost),
            "the TLS certificate of a.localhost is signed by \"Test CA, Region Test\", which this "
            "machine does not trust; if it is an authority of your own, put its certificate into "
            "the file of fetch.ca_file, or into one for this source alone (--ca-file); else tell "
            "the host's owner, whose server may leave out a certificate in between");
}

TEST_F(TlsTest, TellsOurOwnTrustFromTheServersCertificate) {
  const TlsServer tls(certificates.make(kHost));
  limits.allowed_ports = {tls.port()};
  EXPECT_EQ(fetch_one(tls.url(kHost)).fault, feeds::Fault::authority);
  EXPECT_EQ(fetch_one(tls.url("b.localhost")).fault, feeds::Fault::authority);
  limits.ca_file = certificates.authority();
  EXPECT_EQ(fetch_one(tls.url("b.localhost")).fault, feeds::Fault::tls);
  limits.ca_file = "/no/such/ca.pem";
  EXPECT_EQ(fetch_one(tls.url(kHost)).fault, feeds::Fault::trust_store);
}

TEST_F(TlsTest, RefusesACertificateThatSignsItself) {
  EXPECT_EQ(said_of(certificates.make_self_signed(kHost), kHost),
            "the TLS certificate of a.localhost is signed by itself, by no authority; if it is "
            "meant, put the certificate into the file of fetch.ca_file, or into one for this "
            "source alone (--ca-file)");
}

TEST_F(TlsTest, RefusesAnExpiredCertificate) {
  limits.ca_file = certificates.authority();
  const Validity over{.from = "20200101000000Z", .until = "20211130120000Z"};
  EXPECT_EQ(said_of(certificates.make(kHost, over), kHost),
            "the TLS certificate of a.localhost expired on 2021-11-30; its owner must renew it");
}

TEST_F(TlsTest, RefusesACertificateThatIsNotValidYet) {
  limits.ca_file = certificates.authority();
  const Validity ahead{.from = "20980501000000Z", .until = "20991231000000Z"};
  EXPECT_EQ(said_of(certificates.make(kHost, ahead), kHost),
            "the TLS certificate of a.localhost is only valid from 2098-05-01 on; check this "
            "machine's clock, then tell its owner");
}

TEST_F(TlsTest, RefusesACertificateForAnotherName) {
  limits.ca_file = certificates.authority();
  EXPECT_EQ(said_of(certificates.make(kHost), "b.localhost"),
            "the TLS certificate of b.localhost is for a.localhost, not for b.localhost; check "
            "the address, or tell its owner");
}

TEST_F(TlsTest, SaysThatTheAuthoritysFileIsUnreadable) {
  limits.ca_file = "/no/such/ca.pem";
  EXPECT_THAT(said_of(certificates.make(kHost), kHost),
              HasSubstr("cannot be read as certificates: /no/such/ca.pem"));
}

TEST_F(TlsTest, AFileOfItsOwnIsTrustedForThatRequestAlone) {
  const TlsServer tls(certificates.make(kHost));
  limits.allowed_ports = {tls.port()};
  const std::string own = tls.url(kHost) + "own";
  const std::string plain = tls.url(kHost) + "plain";
  const auto answers = fetch({{.url = own, .ca_file = certificates.authority()}, {.url = plain}});
  EXPECT_TRUE(answers.at(own).response.ok()) << answers.at(own).response.error().message;
  EXPECT_EQ(answers.at(plain).fault, feeds::Fault::authority);
}

TEST_F(TlsTest, AFileOfItsOwnStandsBesideTheConfigurations) {
  const TlsServer tls(certificates.make(kHost));
  const Certificates others;
  limits.allowed_ports = {tls.port()};
  limits.ca_file = certificates.authority();
  const std::string url = tls.url(kHost);
  const feeds::Answer answer = fetch({{.url = url, .ca_file = others.authority()}}).at(url);
  EXPECT_TRUE(answer.response.ok()) << answer.response.error().message;
}

TEST_F(TlsTest, AFileOfItsOwnCountsForItsRobotsTxt) {
  const TlsServer tls(certificates.make(kHost));
  limits.allowed_ports = {tls.port()};
  const std::string own = tls.url(kHost) + "own";
  const std::string plain = tls.url(kHost) + "plain";
  const auto answers =
      fetch({{.url = plain, .obeys_robots = true},
             {.url = own, .obeys_robots = true, .ca_file = certificates.authority()}});
  EXPECT_TRUE(answers.at(own).response.ok()) << answers.at(own).response.error().message;
  EXPECT_EQ(answers.at(plain).fault, feeds::Fault::authority);
}

TEST_F(TlsTest, AFileOfItsOwnThatIsUnreadableIsNotOurTrustStore) {
  const TlsServer tls(certificates.make(kHost));
  limits.allowed_ports = {tls.port()};
  const std::string url = tls.url(kHost);
  const feeds::Answer answer = fetch({{.url = url, .ca_file = "/no/such/ca.pem"}}).at(url);
  EXPECT_EQ(answer.fault, feeds::Fault::tls);
  EXPECT_EQ(answer.response.error().message,
            "the ca_file of this source cannot be read as certificates: /no/such/ca.pem");
}

TEST_F(TlsTest, SaysThatNoTlsIsSpokenThere) {
  server.serve("/", HttpAnswer(200, {}, ""));
  limits.connect_timeout = std::chrono::seconds(1);
  const std::string secure = "https" + server.url("/").substr(4);
  EXPECT_THAT(fault_of(secure), HasSubstr("did not accept a connection within 1 s"));
}

}  // namespace
}  // namespace fundwatch::tests
