// Years of quiet: what is stored stays bounded, nothing old comes back as news, and a disk that is
// nearly full is said before it is.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "base/calendar.h"
#include "tests/scenarios/world.h"

namespace fundwatch::tests {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* kUrl = "https://region.example/rss";
constexpr const char* kAnna = "anna@asf.example";
constexpr int kKeptMonths = 3;
constexpr int kItemsADay = 5;
constexpr daemon::DiskSpace kRoomy{50'000'000'000, 100'000'000'000};
constexpr daemon::DiskSpace kTight{300'000'000, 100'000'000'000};

class Years : public testing::Test {
 protected:
  Years() {
    world.configure([](config::Config& config) {
      config.housekeeping.keep_items_months = kKeptMonths;
      config.housekeeping.keep_mails_days = 30;
    });
    Profile profile;
    profile.name = "bidrag";
    profile.title = {"Bidrag", "Grants"};
    profile.terms = {{.text = "utlysning"}};
    world.store().profiles.save(profile, "test", world.clock.now());
    Subscriber subscriber;
    subscriber.email = kAnna;
    subscriber.profiles = {"bidrag"};
    subscriber.moment = {std::chrono::Monday, std::chrono::hours(7)};
    subscriber.since = world.clock.now();
    subscriber.consented_at = subscriber.since;
    EXPECT_TRUE(world.store().subscribers.save(subscriber).ok());
    Source source;
    source.name = "Region";
    source.url = kUrl;
    source.kind = SourceKind::rss;
    source.linked_text = LinkedText::never;
    source.interval = std::chrono::hours(12);
    world.store().sources.save(source);
  }

  // A feed with what came on that day, and one announcement that it never lets go.
  void serve(int day) {
    std::string items =
        "<item><guid>evig</guid><title>Utlysning utan slut</title>"
        "<link>https://region.example/evig</link></item>";
    for (int i = 0; i < kItemsADay; ++i) {
      const std::string name = std::to_string(day) + "-" + std::to_string(i);
      items += "<item><guid>" + name + "</guid><title>Utlysning nummer " + name +
               "</title><link>https://region.example/" + name + "</link><description>" +
               std::string(1500, 'x') + "</description></item>";
    }
    world.fetcher.serve(kUrl, {.status = 200,
                               .content_type = "application/rss+xml",
                               .body = "<rss version=\"2.0\"><channel><title>r</title>" + items +
                                       "</channel></rss>"});
  }
  void days(int from, int to) {
    for (int day = from; day < to; ++day) {
      serve(day);
      world.play(world.clock.now() + std::chrono::days(1));
    }
  }
  std::int64_t items() { return world.store().items.count(); }

  World world{*parse_iso8601("2026-01-05T08:00:00Z")};
};

TEST_F(Years, AYearStaysBoundedAndTellsNothingTwice) {
  days(0, 180);
  const auto items_after_half = items();
  const auto bytes_after_half = world.database_bytes();
  days(180, 365);
  EXPECT_LE(items(), kItemsADay * 31 * kKeptMonths + 1);
  EXPECT_LE(std::abs(items() - items_after_half), kItemsADay * 3);
  EXPECT_LT(world.database_bytes(), bytes_after_half * 5 / 4);
  RecordProperty("bytes_after_half_a_year", std::to_string(bytes_after_half));
  RecordProperty("bytes_after_a_year", std::to_string(world.database_bytes()));
  const auto mails = world.mails_to(kAnna);
  EXPECT_GE(mails.size(), 51U);
  EXPECT_EQ(std::ranges::count_if(mails,
                                  [](const std::string& mail) {
                                    return mail.find("utan slut") != std::string::npos;
                                  }),
            1);
  EXPECT_THAT(world.log(), HasSubstr("old announcements removed"));
}

TEST_F(Years, ANearlyFullDiskIsSaidOnceAndWhenItIsOver) {
  world.space = kRoomy;
  days(0, 2);
  EXPECT_THAT(world.log(), Not(HasSubstr("nearly full")));
  world.space = kTight;
  days(2, 4);
  EXPECT_THAT(world.status(), HasSubstr("nearly full"));
  world.space = daemon::DiskSpace{};
  days(4, 6);
  const std::string log = world.log();
  EXPECT_EQ(log.find("nearly full"), log.rfind("nearly full"));
  world.space = kRoomy;
  days(6, 8);
  EXPECT_THAT(world.log(), HasSubstr("there is room on the disk again"));
  EXPECT_THAT(world.status(), Not(HasSubstr("nearly full")));
}

}  // namespace
}  // namespace fundwatch::tests
