#include "daemon/page_services.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "tests/support/fakes.h"
#include "tests/support/temporary_folder.h"

namespace fundwatch::tests {
namespace {

using testing::HasSubstr;
using testing::Not;

class PageServicesTest : public testing::Test {
 protected:
  PageServicesTest() {
    config_.installation.state_directory = folder_ / "";
    config_.mail.from = "bevakning@asf.example";
    config_.coordinator.email = "kim@asf.example";
  }

  TemporaryFolder folder_;
  config::Config config_;
  FakeClock clock_{Instant{std::chrono::sys_days{std::chrono::year{2027} / 2 / 15}}};
};

TEST_F(PageServicesTest, EveryTrialIsAMailOfItsOwnToWhoAsksForIt) {
  daemon::PageServices services(config_, clock_, {});
  Subscriber subscriber;
  subscriber.language = Language::swedish;
  for (int count = 0; count < 2; ++count) {
    services.services().send_sample(subscriber, {"karin@asf.example", "Prov: "});
  }
  const store::Store store(config_.database());
  const std::vector<Mail> mails = store.outbox.due(clock_.now(), 9);
  ASSERT_EQ(mails.size(), 2U);
  EXPECT_EQ(mails[0].recipient, "karin@asf.example");
  EXPECT_THAT(mails[0].subject, HasSubstr("Prov: "));
  EXPECT_THAT(mails[0].bytes, Not(HasSubstr("List-Unsubscribe")));
  EXPECT_EQ(mails[0].subscriber, SubscriberId{});
}

TEST_F(PageServicesTest, SourcesOfAFileAreReadEveryHour) {
  daemon::PageServices services(config_, clock_, {});
  const auto sources = services.services().read_opml(
      "<opml><body><outline text='A' xmlUrl='https://a.example/rss'/></body></opml>");
  ASSERT_TRUE(sources);
  ASSERT_EQ(sources->size(), 1U);
  EXPECT_EQ(sources->front().kind, SourceKind::automatic);
  EXPECT_EQ(sources->front().interval, std::chrono::hours(1));
  EXPECT_FALSE(services.services().read_opml("no opml"));
}

TEST_F(PageServicesTest, AnAddressOfThisMachineIsNotAskedForAPage) {
  daemon::PageServices services(config_, clock_, {});
  Source wanted;
  wanted.url = "http://127.0.0.1:1/";
  EXPECT_FALSE(services.services().find_sources(wanted));
}

TEST_F(PageServicesTest, TheTokenForMetricsIsReadFromItsFile) {
  EXPECT_EQ(daemon::PageServices(config_, clock_, {}).services().metrics_token, "");
  config_.web.metrics_token_file = folder_ / "token";
  std::ofstream(config_.web.metrics_token_file) << "secret\n";
  std::filesystem::permissions(config_.web.metrics_token_file, std::filesystem::perms::owner_read);
  EXPECT_EQ(daemon::PageServices(config_, clock_, {}).services().metrics_token, "secret");
  config_.web.metrics_token_file = folder_ / "missing";
  EXPECT_THROW(daemon::PageServices(config_, clock_, {}).services(), std::runtime_error);
}

}  // namespace
}  // namespace fundwatch::tests
