#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <sstream>

#include "config/config.h"
#include "tests/support/places.h"
#include "tests/support/temporary_folder.h"

namespace fundwatch::config {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;

std::string fault_of(std::string_view toml) {
  const auto config = load(toml, "f.toml");
  return config ? "" : config.error().message;
}

TEST(Load, EmptyFileGivesTheDefaults) {
  const auto config = load("", "f.toml");
  ASSERT_TRUE(config);
  EXPECT_EQ(config->fetch.total_timeout, 30s);
  EXPECT_EQ(config->digest.items_max, 40);
  EXPECT_EQ(config->database(), "/var/lib/fundwatch/fundwatch.db");
  EXPECT_EQ(config->maildir(), "/var/lib/fundwatch/mail");
}

TEST(Load, ACountyIsSaidByNameOrCode) {
  for (const char* words : {"Gävleborg", "Gävleborgs län", "21", "SE313"}) {
    const auto config = load("[place]\ncounty = \"" + std::string(words) + "\"", "f.toml");
    ASSERT_TRUE(config) << words;
    EXPECT_EQ(config->place.county, "SE313") << words;
  }
  EXPECT_THAT(fault_of("[place]\ncounty = \"Gävle\""),
              HasSubstr("f.toml:2: place.county: \"Gävle\": expected one of Sweden's counties"));
}

TEST(Load, APublicAddressNeedsPagesBehindIt) {
  const std::string address = "[web]\npublic_url = \"https://bevakning.example\"\n";
  EXPECT_THAT(fault_of(address), HasSubstr("f.toml:2: web.public_url: mails would link to pages "
                                           "that nobody serves; set web.listen, like "
                                           "\"127.0.0.1:8080\""));
  EXPECT_EQ(fault_of(address + "listen = \"127.0.0.1:8080\"\n"), "");
}

TEST(Load, ReadsEveryKindOfSetting) {
  const auto config = load(R"(
[installation]
name = "Bevakningen i Gävleborg"
state_directory = "/srv/fw"
[fetch]
total_timeout = "2min"
body_bytes_max = "5MB"
allowed_addresses = ["10.1.0.0/16", "fd00::1"]
allowed_ports = [8080]
host_spacing = "0s"
low_speed_bytes = "1kB"
low_speed_time = "5s"
packed_bytes_max = "1MB"
proxy = "http://proxy.example.se:3128"
proxy_credentials_file = "/etc/fundwatch/proxy"
proxy_exceptions = ["intra.example.se", ".lan", "10.0.0.0/8"]
[mail]
mailer = "smtp"
from = "bevakning@asf.example"
[mail.smtp]
tls = "none"
host = "relay.lan"
plaintext_relays = ["relay.lan"]
[digest]
weekday = "friday"
hour = "06:30"
)",
                           "f.toml");
  ASSERT_TRUE(config) << config.error().message;
  EXPECT_EQ(config->fetch.total_timeout, 120s);
  EXPECT_EQ(config->fetch.body_bytes_max, 5'000'000U);
  EXPECT_EQ(config->fetch.allowed_addresses.size(), 2U);
  EXPECT_EQ(config->fetch.allowed_ports, std::vector<int>{8080});
  EXPECT_EQ(config->fetch.host_spacing, 0s);
  EXPECT_EQ(config->fetch.low_speed_bytes, 1000U);
  EXPECT_EQ(config->fetch.low_speed_time, 5s);
  EXPECT_EQ(config->fetch.packed_bytes_max, 1'000'000U);
  EXPECT_EQ(config->fetch.proxy, "http://proxy.example.se:3128");
  EXPECT_EQ(config->fetch.proxy_credentials_file, "/etc/fundwatch/proxy");
  EXPECT_EQ(config->fetch.proxy_exceptions.size(), 3U);
  EXPECT_EQ(config->mail.mailer, MailerKind::smtp);
  EXPECT_EQ(config->mail.smtp.tls, SmtpTls::none);
  EXPECT_EQ(config->digest.moment, (WeeklyMoment{std::chrono::Friday, 6h + 30min}));
}

TEST(Load, FaultsNameFileLineValueAndWhatWasExpected) {
  struct Case {
    const char* toml;
    const char* fault;
  };
  const Case cases[] = {
      {"\n[fetch]\ntotal_timeout = \"6x\"", "f.toml:3: fetch.total_timeout = \"6x\": expected"},
      {"[fetch]\ntotal_timeout = 30", "fetch.total_timeout = 30: expected"},
      {"[fetch]\ntotal_timeout = \"0s\"", "expected a number above 0"},
      {"[fetch]\nbody_bytes_max = \"10\"", "expected a number above 0 and B, kB"},
      {"[fetch]\nallowed_ports = [70000]", "numbers from 1 to 65535"},
      {"[fetch]\nallowed_addresses = [\"intranet\"]", "expected an IP address or a range"},
      {"[fetch]\nproxy = \"proxy.example.se\"", "expected http://host:port"},
      {"[fetch]\nproxy = \"https://proxy.example.se/\"", "expected http://host:port"},
      {"[fetch]\nproxy = \"http://eva:hemligt@proxy.example.se\"", "carries a user name"},
      {"[fetch]\nproxy_exceptions = [\"10.0.0.0/99\"]", "expected a host, a domain, an IP"},
      {"[fetch]\nredirects_max = 0", "a whole number from 1"},
      {"[fetch]\nhost_spacing = \"61s\"", "\"0s\" to \"60s\""},
      {"[imap]\nhost = \"imap.example.se\"", "imap.host needs a user"},
      {"[imap]\nauth = \"xoauth2\"", "needs one that begins with https://"},
      {"[imap]\nauth = \"none\"", "expected \"password\" or \"xoauth2\""},
      {"[mail]\nfrom = \"nobody\"", "expected a mail address"},
      {"[mail]\nmailer = \"post\"", "expected \"maildir\" or \"smtp\""},
      {"[mail]\nmaildir = \"relative\"", "a path that begins with /"},
      {"[installation]\ntime_zone = \"Europe/Gävle\"", "is not known to this system"},
      {"[installation]\nname = \"two\\nlines\"", "on one line"},
      {"[digest]\nhour = \"25:00\"", "an hour from \"00:00\""},
      {"[digest]\nweekday = \"måndag\"", "\"monday\""},
      {"[log]\nlevel = \"loud\"", "\"warning\""},
      {"[log]\nlevel = 1", "f.toml:2: log.level = 1: expected"},
      {"[fetch]\ntotal_timeout = \"53w\"", "at most 52w"},
      {"[fetch]\nbody_bytes_max = \"1025MiB\"", "at most 1024MiB"},
      {"[fetch]\nredirects_max = 21", "a whole number from 1 to 20"},
      {"[fetch]\npages_max = 51", "a whole number from 1 to 50"},
      {"[fetch]\ntransfers_max = 1001", "a whole number from 1 to 1000"},
      {"[read]\ndepth_max = 1001", "a whole number from 8 to 1000"},
      {"[digest]\nitems_max = 0", "a whole number from 1"},
      {"[mail]\nfrom = \"\"", "f.toml:2: mail.from: is empty"},
      {"[mail]\nlist_id = \"<a b>\"", "f.toml:2: mail.list_id: expected"},
      {"[installation]\nname = \"\"", "f.toml:2: installation.name: is empty"},
      {"fetch = 1", "expected a table: [fetch]"},
  };
  for (const Case& one : cases) EXPECT_THAT(fault_of(one.toml), HasSubstr(one.fault)) << one.toml;
}

TEST(Load, UnknownKeysAreFaultsWithASuggestion) {
  EXPECT_THAT(fault_of("[fetch]\ntotal_timeuot = \"3s\""),
              HasSubstr("f.toml:2: fetch.total_timeuot: there is no such setting; did you mean "
                        "fetch.total_timeout?"));
  EXPECT_THAT(fault_of("[fetsch]\n"), HasSubstr("did you mean fetch?"));
}

TEST(Load, AllFaultsAreToldAtOnce) {
  const std::string fault = fault_of("[fetch]\ntotal_timeout = 1\nredirects_max = 0\nx = 1");
  EXPECT_EQ(std::count(fault.begin(), fault.end(), '\n'), 2) << fault;
}

TEST(Load, WhatIsNoTomlIsToldWithItsPlace) {
  EXPECT_THAT(fault_of("[fetch\n"), HasSubstr("f.toml:1:"));
  EXPECT_THAT(fault_of("a = \xE4\n"), HasSubstr("UTF-8"));
}

TEST(Load, SecretsNeedTheirCompany) {
  const std::string smtp = "[mail]\nmailer = \"smtp\"\n[mail.smtp]\n";
  EXPECT_THAT(fault_of(smtp + "tls = \"none\"\nhost = \"mail.example\""),
              HasSubstr("plaintext_relays"));
  EXPECT_THAT(fault_of(smtp + "auth = \"password\""), HasSubstr("needs a user"));
  EXPECT_THAT(fault_of(smtp + "auth = \"xoauth2\"\nuser = \"u\""), HasSubstr("token_url"));
  EXPECT_THAT(fault_of(smtp + "auth = \"xoauth2\"\ntoken_url = \"http://login.example/\""),
              HasSubstr("needs an https address"));
  EXPECT_THAT(fault_of(smtp + "host = \"\""), HasSubstr("mail.smtp.host: is empty"));
}

TEST(Load, TooLargeFilesAreRefused) {
  EXPECT_THAT(fault_of(std::string(1'000'001, '\n')), HasSubstr("larger than 1 MB"));
}

TEST(Load, MissingFileSaysHowToMakeOne) {
  const auto config = load_file("/nonexistent/fundwatch.toml");
  ASSERT_FALSE(config);
  EXPECT_THAT(config.error().message, HasSubstr("fundwatch config example > /nonexistent"));
}

TEST(Load, FilesThatAreThereAreNeverOfferedToBeOverwritten) {
  const tests::TemporaryFolder folder;
  const auto config = load_file(folder.path());
  ASSERT_FALSE(config);
  EXPECT_THAT(config.error().message, HasSubstr("cannot read the configuration"));
  EXPECT_THAT(config.error().message, testing::Not(HasSubstr("example >")));
}

TEST(Load, EndlessFilesAreReadNoFurtherThanTheLimit) {
  const auto config = load_file("/dev/zero");
  ASSERT_FALSE(config);
  EXPECT_THAT(config.error().message, HasSubstr("larger than 1 MB"));
}

// The example, every setting live.
std::string uncommented() {
  std::istringstream lines{std::string(example())};
  const std::regex setting("^# ([a-z_]+ = .*)$");
  std::string toml;
  for (std::string line; std::getline(lines, line);) {
    toml += std::regex_replace(line, setting, "$1") + "\n";
  }
  return toml;
}

std::multiset<std::string> matches(const std::string& text, const std::regex& name) {
  std::multiset<std::string> names;
  for (std::sregex_iterator match(text.begin(), text.end(), name), end; match != end; ++match) {
    names.insert((*match)[1]);
  }
  return names;
}

TEST(Example, ShowsEverySettingAtItsDefault) {
  const auto config = load(uncommented(), "example");
  ASSERT_TRUE(config) << config.error().message;
  EXPECT_EQ(*config, Config());
}

// load.cpp asks for each setting once, by a line that says its name.
TEST(Example, NamesEverySettingThatIsKnownAndNoOther) {
  std::ifstream source(tests::source_folder() / "config/load.cpp");
  const std::string code(std::istreambuf_iterator<char>(source), {});
  const std::regex asked(
      "(?:table\\.(?:text|texts|path|mail_address|whole_number|whole_numbers|duration|pause|size|"
      "hour|lead|"
      "choice)\\(|read_count\\(table, )\"([a-z_]+)\"");
  const std::regex shown("(?:^|\n)# ([a-z_]+) = ");
  const auto settings = matches(code, asked);
  EXPECT_GE(settings.size(), 40U);
  EXPECT_EQ(matches(std::string(example()), shown), settings);
}

TEST(Secret, ComesFromAFileOfOnesOwnOrACredential) {
  const tests::TemporaryFolder folder;
  std::ofstream(folder / "secret") << "hemligt\n";
  chmod((folder / "secret").c_str(), 0600);
  EXPECT_EQ(read_secret(folder / "secret", "x", "").value(), "hemligt");
  EXPECT_EQ(read_secret("", "secret", folder.path()).value(), "hemligt");
}

TEST(Secret, IsRefusedWhenOthersMayReadItOrItIsMissing) {
  const tests::TemporaryFolder folder;
  std::ofstream(folder / "secret") << "hemligt\n";
  chmod((folder / "secret").c_str(), 0640);
  EXPECT_THAT(read_secret(folder / "secret", "x", "").error().message, HasSubstr("chmod 600"));
  EXPECT_THAT(read_secret(folder / "none", "x", "").error().message, HasSubstr("missing"));
  EXPECT_THAT(read_secret("", "smtp-password", "").error().message,
              HasSubstr("LoadCredential=smtp-password"));
}

}  // namespace
}  // namespace fundwatch::config
