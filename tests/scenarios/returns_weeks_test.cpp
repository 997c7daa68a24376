// Mails that come back over weeks, in a Maildir that the daemon reads.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/scenarios/world.h"

namespace fundwatch::tests {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;

constexpr const char* kAnna = "anna@asf.example";
constexpr const char* kKarin = "karin@asf.example";

class ReturnsTest : public testing::Test {
 protected:
  ReturnsTest() {
    for (const char* folder : {"new", "cur", "tmp"}) {
      std::filesystem::create_directories(box_ / folder);
    }
    world_.config().mail.returns = "maildir:" + box_.path().string();
    world_.set_coordinator(kKarin);
    add(kAnna, world_.clock.now());
  }

  void add(const std::string& email, std::optional<Instant> consented_at) {
    Subscriber subscriber;
    subscriber.email = email;
    subscriber.since = world_.clock.now();
    subscriber.consented_at = consented_at;
    ASSERT_TRUE(world_.store().subscribers.save(subscriber).ok());
  }

  void arrives(const std::string& bytes) {
    const auto file = box_ / "new" / ("mail-" + std::to_string(++arrived_));
    std::ofstream(file) << bytes;
    std::filesystem::last_write_time(
        file,
        std::chrono::file_clock::from_sys(world_.clock.now() + std::chrono::seconds(arrived_)));
  }

  void bounces(const std::string& status) {
    arrives(
        "From: MAILER-DAEMON@mx.example\nTo: bevakning@localhost\nSubject: Undelivered\n"
        "MIME-Version: 1.0\n"
        "Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\n\n"
        "--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx\n\n"
        "Final-Recipient: rfc822; anna@asf.example\nAction: failed\nStatus: " +
        status + "\nDiagnostic-Code: smtp; 550 no such user\n\n--b\n" +
        "Content-Type: text/rfc822-headers\n\nMessage-ID: <" +
        world_.mailer.delivered.back().message_id + ">\n\n--b--\n");
  }

  void week() { world_.play(world_.clock.now() + 7 * 24h); }
  bool is_paused() { return world_.store().subscribers.find(kAnna)->paused; }

  TemporaryFolder box_;
  World world_{parse_iso8601("2027-02-10T08:00:00Z").value()};
  int arrived_ = 0;
};

TEST_F(ReturnsTest, ADeadAddressIsPausedToldOnceAndErasedAfterThirtyDays) {
  week();
  ASSERT_EQ(world_.mails_to(kAnna).size(), 1U);
  bounces("5.1.1");
  bounces("5.1.1");
  world_.play(world_.clock.now() + 1h);
  EXPECT_TRUE(is_paused());
  ASSERT_EQ(world_.mails_to(kKarin).size(), 1U);
  EXPECT_THAT(world_.mails_to(kKarin)[0], HasSubstr("Mejlet till anna@asf.example kommer inte"));
  EXPECT_THAT(world_.mails_to(kKarin)[0], HasSubstr("550 no such user"));
  for (int i = 0; i < 5; ++i) week();
  EXPECT_EQ(world_.mails_to(kAnna).size(), 1U);
  EXPECT_EQ(world_.store().subscribers.find(kAnna), std::nullopt);
}

TEST_F(ReturnsTest, AFullMailboxIsCountedAndASuccessBeginsAnew) {
  for (int i = 0; i < daemon::kSoftReturnsMax - 1; ++i) {
    week();
    bounces("4.2.2");
  }
  week();  // this one arrives
  for (int i = 0; i < daemon::kSoftReturnsMax - 1; ++i) {
    week();
    bounces("4.2.2");
  }
  world_.play(world_.clock.now() + 1h);
  EXPECT_FALSE(is_paused());
  week();
  bounces("4.2.2");
  world_.play(world_.clock.now() + 1h);
  EXPECT_TRUE(is_paused());
}

TEST_F(ReturnsTest, WhoWritesAvslutaIsRemoved) {
  arrives("From: Anna <Anna@ASF.example>\nSubject: Avsluta\n\n");
  world_.play(world_.clock.now() + 1h);
  EXPECT_EQ(world_.store().subscribers.find(kAnna), std::nullopt);
}

TEST_F(ReturnsTest, AbsenceAndOtherPeoplesMailsChangeNothing) {
  arrives("From: anna@asf.example\nAuto-Submitted: auto-replied\nSubject: Avsluta\n\n");
  arrives("From: bo@asf.example\nSubject: Avsluta\n\n");
  arrives("no mail at all");
  week();
  EXPECT_EQ(world_.mails_to(kAnna).size(), 1U);
}

TEST_F(ReturnsTest, WhoAnswersYesToTheQuestionHasAgreed) {
  add("bo@asf.example", std::nullopt);
  world_.play(world_.clock.now() + 1h);
  ASSERT_EQ(world_.mails_to("bo@asf.example").size(), 1U);
  arrives("From: bo@asf.example\nSubject: Sv: Bekräfta\n\nJa!\n\n> Hej\n");
  world_.play(world_.clock.now() + 1h);
  EXPECT_TRUE(world_.store().subscribers.find("bo@asf.example")->consented_at);
}

TEST_F(ReturnsTest, AMailboxThatIsGoneIsSaidOnceAndReadWhenItIsBack) {
  std::filesystem::remove_all(box_.path());
  week();
  EXPECT_EQ(world_.mails_to(kAnna).size(), 1U);
  const std::string log = world_.log();
  const auto first = log.find("returned mails are not read");
  ASSERT_NE(first, std::string::npos);
  EXPECT_EQ(log.find("returned mails are not read", first + 1), std::string::npos);
  for (const char* folder : {"new", "cur", "tmp"}) {
    std::filesystem::create_directories(box_ / folder);
  }
  bounces("5.1.1");
  world_.play(world_.clock.now() + 1h);
  EXPECT_TRUE(is_paused());
}

}  // namespace
}  // namespace fundwatch::tests
