#include "daemon/confirmations.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <spdlog/logger.h>
#include <spdlog/sinks/null_sink.h>

#include "digest/signed_link.h"
#include "tests/support/fakes.h"
#include "tests/support/temporary_folder.h"

namespace fundwatch::tests {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;

class ConfirmationsTest : public testing::Test {
 protected:
  ConfirmationsTest() { store_.signing_keys.add(digest::new_signing_key(clock_.now())); }

  SubscriberId add(const std::string& email, std::optional<Instant> consented_at = std::nullopt) {
    Subscriber subscriber;
    subscriber.email = email;
    subscriber.consented_at = consented_at;
    return store_.subscribers.save(subscriber).value();
  }
  void ask() { daemon::Confirmations(config_, store_, parts_, calendar_).ask(); }
  std::vector<Mail> mails() const { return store_.outbox.due(clock_.now(), 100); }

  TemporaryFolder folder_;
  config::Config config_;
  store::Store store_{folder_ / "fundwatch.db"};
  Calendar calendar_;
  FakeClock clock_{Instant(std::chrono::hours(500'000))};
  FakeFetcher fetcher_;
  FakeMailer mailer_;
  spdlog::logger log_{"test", std::make_shared<spdlog::sinks::null_sink_st>()};
  daemon::Troubles troubles_{log_, {}};
  daemon::Parts parts_{
      .clock = clock_, .fetcher = fetcher_, .mailer = mailer_, .log = log_, .troubles = troubles_};
};

TEST_F(ConfirmationsTest, AskEachOnce) {
  config_.web.public_url = "https://bevakning.example";
  add("agreed@asf.example", clock_.now());
  add("anna@asf.example");
  ask();
  ask();
  ASSERT_EQ(mails().size(), 1U);
  EXPECT_EQ(mails().front().recipient, "anna@asf.example");
  EXPECT_THAT(mails().front().bytes, HasSubstr("https://bevakning.example/b/"));
}

TEST_F(ConfirmationsTest, AskForAnAnswerByMailWhereThereAreNoPages) {
  add("anna@asf.example");
  ask();
  ASSERT_EQ(mails().size(), 1U);
  EXPECT_THAT(mails().front().bytes, HasSubstr("Svara JA"));
}

TEST_F(ConfirmationsTest, ForgetThoseWhoDoNotAnswer) {
  config_.web.public_url = "https://bevakning.example";
  const SubscriberId id = add("anna@asf.example");
  ask();
  clock_.set(clock_.now() + digest::kConfirmationValid);
  ask();
  EXPECT_TRUE(store_.subscribers.find(id));
  clock_.set(clock_.now() + 1s);
  ask();
  EXPECT_FALSE(store_.subscribers.find(id));
}

TEST_F(ConfirmationsTest, WaitLongerForAnAnswerByMail) {
  const SubscriberId id = add("anna@asf.example");
  ask();
  clock_.set(clock_.now() + daemon::kAnswerByMailAwaited);
  ask();
  EXPECT_TRUE(store_.subscribers.find(id));
  clock_.set(clock_.now() + 1s);
  ask();
  EXPECT_FALSE(store_.subscribers.find(id));
}

}  // namespace
}  // namespace fundwatch::tests
