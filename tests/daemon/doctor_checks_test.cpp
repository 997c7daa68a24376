// What facts of a machine, answers of servers and visits to sources mean to `fundwatch doctor`.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "daemon/backup_files.h"
#include "daemon/doctor/database_check.h"
#include "daemon/doctor/machine_checks.h"
#include "daemon/doctor/network_checks.h"
#include "daemon/doctor/source_checks.h"
#include "tests/support/fakes.h"
#include "tests/support/temporary_folder.h"

namespace fundwatch::tests {
namespace {

using namespace daemon;
using digest::Outcome;
using testing::HasSubstr;

constexpr Instant kNow{std::chrono::seconds(1795510800)};  // 2026-11-24
constexpr std::int64_t kGigabyte = 1'000'000'000;

void expect(const Finding& finding, Severity severity, const std::string& words) {
  EXPECT_EQ(finding.severity, severity) << text_of(finding);
  EXPECT_THAT(text_of(finding), HasSubstr(words));
  EXPECT_TRUE(severity == Severity::ok || !finding.advice.empty()) << "says what to do";
}

TEST(DoctorFindings, AreShownWithWhatToDoAndCounted) {
  const Findings findings{well("clock", "right"), doubtful("disk", "low", "free space"),
                          faulty("mail", "no", "check")};
  EXPECT_EQ(text_of(findings[1]), "warning  disk: low\n         -> free space\n");
  EXPECT_EQ(json_of(findings[0]),
            "{\"part\":\"clock\",\"severity\":\"ok\",\"words\":\"right\",\"advice\":\"\"}\n");
  EXPECT_EQ(summary_of(findings), "3 checks: 1 ok, 1 warning, 1 error");
  EXPECT_TRUE(has_errors(findings));
}

TEST(DoctorChecks, TheStateFolderIsTheServicesAlone) {
  const FolderFacts good{.is_there = true, .is_folder = true, .is_ours = true, .is_writable = true};
  expect(check_state_folder("/s", good), Severity::ok, "for its owner alone");
  expect(check_state_folder("/s", {}), Severity::error, "is missing");
  FolderFacts facts = good;
  facts.is_open_to_others = true;
  expect(check_state_folder("/s", facts), Severity::warning, "chmod 0700 /s");
  facts = good;
  facts.is_writable = false;
  expect(check_state_folder("/s", facts), Severity::error, "chown -R fundwatch: /s");
}

TEST(DoctorChecks, LowDiskIsToldBeforeItIsFull) {
  expect(check_disk(DiskSpace{10 * kGigabyte, 100 * kGigabyte}), Severity::ok, "10 GB of 100 GB");
  expect(check_disk(DiskSpace{4 * kGigabyte, 100 * kGigabyte}), Severity::warning, "(4 %)");
  expect(check_disk(DiskSpace{kGigabyte / 3, kGigabyte}), Severity::warning, "333 MB");
  expect(check_disk(DiskSpace{1000, kGigabyte}), Severity::error, "free space");
}

TEST(DoctorChecks, TheClockMustBePlausible) {
  expect(check_clock({kNow, true, kNow}), Severity::ok, "kept right over the network");
  expect(check_clock({kNow, std::nullopt, {}}), Severity::ok, "2026-11-24");
  expect(check_clock({kNow, false, {}}), Severity::warning, "timedatectl set-ntp true");
  expect(check_clock({Instant{}, true, {}}), Severity::error, "before this program was written");
  expect(check_clock({kNow, true, kNow + std::chrono::hours(1)}), Severity::error,
         "the database knows of");
}

TEST(DoctorChecks, ForeignTimeZonesAndMissingWordsAreDoubtful) {
  config::Config config;
  expect(check_time_zone(config, kNow), Severity::ok, "2026-11-24T10:00:00+01:00");
  config.installation.time_zone = "Europe/Helsinki";
  expect(check_time_zone(config, kNow), Severity::warning, "Europe/Stockholm");
  expect(check_dictionary("/d/sv", false), Severity::warning, "apt install hunspell-sv");
  expect(check_pdf_reader("/usr/bin/pdftotext", false), Severity::warning, "poppler-utils");
}

TEST(DoctorChecks, SecretsAreReadWhereTheyStand) {
  const TemporaryFolder folder;
  config::Config config;
  EXPECT_TRUE(secrets_needed(config).empty());
  config.mail.mailer = config::MailerKind::smtp;
  config.mail.smtp.auth = config::SmtpAuth::password;
  config.imap.host = "imap.example";
  config.web.metrics_token_file = folder / "token";
  ASSERT_EQ(secrets_needed(config).size(), 3U);
  expect(check_secret(secrets_needed(config)[0], ""), Severity::warning,
         "LoadCredential=smtp-password:");
  config.mail.smtp.password_file = folder / "password";
  expect(check_secret(secrets_needed(config)[0], ""), Severity::error, "it is missing");
  std::ofstream(folder / "password") << "hemligt\n";
  std::filesystem::permissions(folder / "password", std::filesystem::perms::owner_all);
  expect(check_secret(secrets_needed(config)[0], ""), Severity::ok, "can be read");
}

TEST(DoctorChecks, TheMailServerIsJudgedByItsGreeting) {
  config::Smtp smtp;
  smtp.host = "mail.example";
  expect(check_relay(smtp, {Outcome::sent, "250 ok"}), Severity::ok, "mail.example:587 answered");
  expect(check_relay(smtp, {Outcome::unreachable, "no route"}), Severity::error, "firewall");
  expect(check_relay(smtp, {Outcome::sender_refused, "535 no"}), Severity::error, "535 no");
  expect(check_test_mail("a@b.se", {Outcome::sent, "250 ok"}), Severity::ok, "SPF");
  expect(check_test_mail("a@b.se", {Outcome::deferred, "450 later"}), Severity::error, "450");
  expect(check_maildir("/m", true), Severity::warning, "mail.mailer to \"smtp\"");
}

TEST(DoctorChecks, WhatComesBackIsReadOrNot) {
  config::MailSettings mail;
  expect(check_returns(mail), Severity::warning, "set mail.returns");
  mail.returns = "imap:INBOX";
  expect(check_returns(mail), Severity::ok, "read from imap:INBOX");
}

TEST(DoctorChecks, AFullMailboxIsToldBeforeAlertsAreTurnedAway) {
  config::Imap imap;
  imap.host = "imap.example";
  mailbox::Batch inbox;
  expect(check_mailbox(imap, inbox), Severity::ok, "imap.example:993 let us log in");
  inbox.problems = {"the mailbox is 97 % full"};
  expect(check_mailbox(imap, inbox), Severity::warning, "97 % full");
  expect(check_mailbox(imap, Error{Stage::fetch, "no login"}), Severity::error, "no login");
}

TEST(DoctorChecks, AListThatDoesNotFitTheNightIsTold) {
  expect(check_night(200, 1), Severity::ok, "200 subscribers");
  expect(check_night(28'801, 1), Severity::warning, "several weekdays");
  expect(check_night(100'000, 1), Severity::warning, "27 hours");
  expect(check_night(100'000, 10), Severity::ok, "");
}

TEST(DoctorChecks, NamesAreKnownOrNot) {
  expect(check_names({{"a.se", true}}), Severity::ok, "");
  expect(check_names({{"a.se", true}, {"b.se", false}}), Severity::warning, "b.se");
  expect(check_names({{"a.se", false}}), Severity::error, "/etc/resolv.conf");
}

TEST(DoctorChecks, AProxyHasToGuardTheRest) {
  config::Fetch fetch;
  EXPECT_FALSE(check_proxy(fetch));
  fetch.proxy = "http://proxy.example:3128";
  expect(*check_proxy(fetch), Severity::ok, "the proxy must do the rest of the guarding");
}

TEST(DoctorChecks, ThePublicAddressLeadsToOurPages) {
  config::Web web;
  expect(check_public_address(web, std::nullopt, "css"), Severity::warning, "set web.listen");
  web.listen = "127.0.0.1:8080";
  expect(check_public_address(web, std::nullopt, "css"), Severity::warning, "web.public_url");
  web.public_url = "https://bevakning.example";
  feeds::Answer answer{Response{.status = 200, .body = "css"}};
  expect(check_public_address(web, answer, "css"), Severity::ok, "leads to our pages");
  answer.response->body = "<h1>It works!</h1>";
  expect(check_public_address(web, answer, "css"), Severity::error, "something else");
  expect(check_public_address(web, feeds::Answer{Error{Stage::fetch, "502"}}, "css"),
         Severity::error, "is the service running");
  web.public_url = "http://bevakning.example";
  answer.response->body = "css";
  expect(check_public_address(web, answer, "css"), Severity::warning, "unencrypted");
}

TEST(DoctorChecks, ADatabaseIsWholeDamagedOrNotThere) {
  const TemporaryFolder folder;
  const std::filesystem::path file = folder / "fundwatch.db";
  expect(check_database(file, Error{Stage::read, "none"}), Severity::warning, "first start");
  std::ofstream(file) << "x";
  expect(check_database(file, Error{Stage::read, "no database"}), Severity::error, "no database");
  store::Checkup checkup{.schema = 3, .schema_known = 3, .bytes = 20'000'000, .items = 7};
  expect(check_database(file, checkup), Severity::ok, "20 MB, whole, 7 items");
  checkup.schema = 2;
  expect(check_database(file, checkup), Severity::ok, "with a backup before");
  checkup.log_bytes = kLogBytesMax + 1;
  expect(check_database(file, checkup), Severity::warning, "write-ahead log of 200 MB");
  checkup.problems = {"page 7 is never used"};
  expect(check_database(file, checkup), Severity::error, "restore --salvage");
}

TEST(DoctorChecks, BackupsAreMissedAfterThreeDays) {
  const TemporaryFolder folder;
  EXPECT_EQ(newest_backup(folder / "none"), std::nullopt);
  std::ofstream(folder / name_of_backup(kNow - std::chrono::days(9))) << "x";
  std::ofstream(folder / name_of_backup(kNow)) << "x";
  std::ofstream(folder / "fundwatch-99999999.db") << "x";
  const auto newest = newest_backup(folder.path());
  EXPECT_EQ(newest, kNow);
  expect(check_backups("/b", newest, kNow + std::chrono::days(1)), Severity::ok, "2026-11-24");
  expect(check_backups("/b", newest, kNow + std::chrono::days(4)), Severity::warning,
         "journalctl -u fundwatch-backup");
  expect(check_backups("/b", std::nullopt, kNow), Severity::warning, "fundwatch-backup.timer");
}

class DoctorSources : public testing::Test {
 protected:
  std::vector<Finding> check(const std::vector<Source>& sources) {
    std::vector<Finding> findings;
    SourceChecks checks({fetcher, read_mailbox, config, kNow},
                        [&](Finding finding) { findings.push_back(std::move(finding)); });
    checks.run(sources);
    return findings;
  }
  static Source source(const std::string& name) {
    Source source;
    source.name = name;
    source.url = "https://" + name + ".example/rss";
    source.validators.etag = "\"kept\"";
    return source;
  }
  void serve(const std::string& name, const std::string& items) {
    fetcher.serve(
        "https://" + name + ".example/rss",
        {.status = 200,
         .content_type = "application/rss+xml",
         .body = "<rss version=\"2.0\"><channel><title>t</title>" + items + "</channel></rss>"});
  }

  FakeFetcher fetcher;
  config::Config config;
  ReadMailbox read_mailbox = mailbox_reader(nullptr);
};

TEST_F(DoctorSources, SayWhichWorkAndWhichDoNot) {
  serve("a", "<item><title>Utlysning</title><link>https://a.example/1</link></item>");
  serve("b", "");
  const auto findings = check({source("a"), source("b"), source("c")});
  ASSERT_EQ(findings.size(), 3U);
  expect(findings[0], Severity::ok, "source \"a\": 1 item");
  expect(findings[1], Severity::warning, "holds no items");
  expect(findings[2], Severity::error, "nothing is served at https://c.example/rss");
}

TEST_F(DoctorSources, AMovedOneIsToldWithItsNewAddress) {
  serve("b", "<item><title>Utlysning</title><link>https://a.example/1</link></item>");
  fetcher.redirect("https://a.example/rss", "https://b.example/rss",
                   FakeFetcher::Redirect::permanent);
  const auto findings = check({source("a")});
  expect(findings.at(0), Severity::warning, "--url https://b.example/rss");
}

TEST_F(DoctorSources, AMailboxThatIsNotSetUpIsTold) {
  Source alerts = source("larm");
  alerts.kind = SourceKind::mail;
  alerts.url = "imap:INBOX";
  expect(check({alerts}).at(0), Severity::error, "see [imap]");
}

}  // namespace
}  // namespace fundwatch::tests
