// The whole way with real servers at both ends: a feed from nginx becomes a mail that aiosmtpd took
// over STARTTLS from a logged-in fundwatch.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

#include "tests/support/nginx.h"
#include "tests/support/program.h"
#include "tests/support/relay.h"
#include "tests/support/skip.h"

namespace fundwatch::tests {
namespace {

using testing::HasSubstr;

constexpr const char* kFeed =
    R"(<?xml version="1.0"?><rss version="2.0"><channel><title>Nytt</title><item><guid>k1</guid>
<link>https://a.example/1</link><title>Utlysning till sociala kooperativ</title></item></channel></rss>)";

struct WholeWay : public testing::Test {
  void configure(const Nginx& nginx, const Relay& relay, const std::string& password) const {
    std::ofstream(folder / "password") << password << "\n";
    chmod((folder / "password").c_str(), 0600);
    std::ofstream(folder / "fundwatch.toml")
        << "[installation]\nstate_directory = \"" << (folder / "state").string()
        << "\"\n[fetch]\nhost_spacing = \"0s\"\n"
        << "allowed_addresses = [\"127.0.0.1\"]\nallowed_ports = [" << nginx.port()
        << "]\n[mail]\nmailer = \"smtp\"\nfrom = \"bevakning@asf.example\"\n"
        << "[mail.smtp]\nhost = \"127.0.0.1\"\nport = " << relay.port()
        << "\ntls = \"starttls\"\nca_file = \"" << relay.ca_file().string()
        << "\"\nauth = \"password\"\nuser = \"bevakning\"\npassword_file = \""
        << (folder / "password").string() << "\"\n";
  }
  Ran run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"--config", (folder / "fundwatch.toml").string()});
    return run_program(arguments);
  }
  void add_source_and_subscriber(const Nginx& nginx) const {
    EXPECT_EQ(run({"source", "add", "--yes", nginx.url("/nytt.rss"), "--name", "Nytt"}).exit, 0);
    EXPECT_EQ(run({"subscriber", "add", "anna@asf.example", "--profile", "finansiering",
                   "--consented", "2026-01-15"})
                  .exit,
              0);
    EXPECT_THAT(run({"once"}).out, HasSubstr("1 new items"));
  }

  TemporaryFolder folder;
};

TEST_F(WholeWay, AFeedBecomesAMailThatTheServerTook) {
  if (!Nginx::is_installed() || !Relay::is_installed()) return skip("nginx or aiosmtpd is missing");
  std::filesystem::create_directories(folder / "www");
  std::ofstream(folder / "www/nytt.rss") << kFeed;
  const Nginx nginx(folder / "www");
  const Relay relay(Relay::Tls::starttls);
  configure(nginx, relay, "hemligt");
  add_source_and_subscriber(nginx);
  EXPECT_EQ(run({"digest", "send", "anna@asf.example"}).out, "1 digest made, 1 mail sent\n");
  ASSERT_EQ(relay.taken().size(), 1U);
  EXPECT_THAT(relay.taken()[0], HasSubstr("Utlysning till sociala kooperativ"));
  EXPECT_THAT(relay.taken()[0], HasSubstr("To: anna@asf.example"));
}

TEST_F(WholeWay, AWrongPasswordStopsSendingAndLosesNothing) {
  if (!Nginx::is_installed() || !Relay::is_installed()) return skip("nginx or aiosmtpd is missing");
  std::filesystem::create_directories(folder / "www");
  std::ofstream(folder / "www/nytt.rss") << kFeed;
  const Nginx nginx(folder / "www");
  const Relay relay(Relay::Tls::starttls);
  configure(nginx, relay, "fel");
  add_source_and_subscriber(nginx);
  const Ran refused = run({"digest", "send", "anna@asf.example"});
  EXPECT_THAT(refused.out, HasSubstr("1 digest made, 0 mail sent"));
  EXPECT_THAT(refused.err, HasSubstr("no mail is sent until this is mended"));
  EXPECT_TRUE(relay.taken().empty());
}

}  // namespace
}  // namespace fundwatch::tests
