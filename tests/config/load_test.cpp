#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <regex>
#include <sstream>

#include "config/config.h"
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
      {"[fetch]\nredirects_max = 0", "a whole number from 1"},
      {"[mail]\nfrom = \"nobody\"", "expected a mail address"},
      {"[mail]\nmailer = \"post\"", "expected \"maildir\" or \"smtp\""},
      {"[mail]\nmaildir = \"relative\"", "a path that begins with /"},
      {"[installation]\ntime_zone = \"Europe/Gävle\"", "is not known to this system"},
      {"[installation]\nname = \"two\\nlines\"", "on one line"},
      {"[digest]\nhour = \"25:00\"", "an hour from \"00:00\""},
      {"[digest]\nweekday = \"måndag\"", "\"monday\""},
      {"[log]\nlevel = \"loud\"", "\"warning\""},
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
}

TEST(Load, TooLargeFilesAreRefused) {
  EXPECT_THAT(fault_of(std::string(1'000'001, '\n')), HasSubstr("larger than 1 MB"));
}

TEST(Load, MissingFileSaysHowToMakeOne) {
  const auto config = load_file("/nonexistent/fundwatch.toml");
  ASSERT_FALSE(config);
  EXPECT_THAT(config.error().message, HasSubstr("fundwatch config example > /nonexistent"));
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

TEST(Example, ShowsEverySettingAtItsDefault) {
  const auto config = load(uncommented(), "example");
  ASSERT_TRUE(config) << config.error().message;
  const Config defaults;
  EXPECT_EQ(config->installation.name, defaults.installation.name);
  EXPECT_EQ(config->installation.state_directory, defaults.installation.state_directory);
  EXPECT_EQ(config->fetch.connect_timeout, defaults.fetch.connect_timeout);
  EXPECT_EQ(config->fetch.total_timeout, defaults.fetch.total_timeout);
  EXPECT_EQ(config->fetch.body_bytes_max, defaults.fetch.body_bytes_max);
  EXPECT_EQ(config->fetch.header_bytes_max, defaults.fetch.header_bytes_max);
  EXPECT_EQ(config->fetch.redirects_max, defaults.fetch.redirects_max);
  EXPECT_EQ(config->fetch.transfers_max, defaults.fetch.transfers_max);
  EXPECT_EQ(config->read.items_max, defaults.read.items_max);
  EXPECT_EQ(config->read.depth_max, defaults.read.depth_max);
  EXPECT_EQ(config->mail.mailer, defaults.mail.mailer);
  EXPECT_EQ(config->mail.from, defaults.mail.from);
  EXPECT_EQ(config->mail.smtp.host, defaults.mail.smtp.host);
  EXPECT_EQ(config->mail.smtp.port, defaults.mail.smtp.port);
  EXPECT_EQ(config->mail.smtp.timeout, defaults.mail.smtp.timeout);
  EXPECT_EQ(config->digest.items_max, defaults.digest.items_max);
  EXPECT_EQ(config->digest.html_bytes_max, defaults.digest.html_bytes_max);
  EXPECT_EQ(config->digest.moment, defaults.digest.moment);
  EXPECT_EQ(config->log.level, defaults.log.level);
}

TEST(Example, NamesEverySettingThatIsKnown) {
  // A misspelt neighbour of each setting in the example is answered with a setting of the example.
  std::istringstream lines(uncommented());
  const std::regex setting("^([a-z_]+) = .*$");
  int settings = 0;
  for (std::string line; std::getline(lines, line);) {
    if (std::regex_match(line, setting)) ++settings;
  }
  EXPECT_EQ(settings, 40);  // as many as load.cpp asks for
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
