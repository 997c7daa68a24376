#include "daemon/rematching.h"

#include <gtest/gtest.h>
#include <spdlog/logger.h>

#include "tests/support/fakes.h"
#include "tests/support/temporary_folder.h"

namespace fundwatch::daemon {
namespace {

using namespace std::chrono_literals;

const Instant kNow = std::chrono::sys_days{std::chrono::year{2027} / 2 / 15} + 8h;

class RematchingTest : public testing::Test {
 protected:
  RematchingTest() {
    profile.name = "p";
    profile.terms = {{"bidrag"}};
    profile.id = store.profiles.save(profile, "Eva", kNow).id;
    Source source;
    source.name = "a";
    source.url = "https://a.example/rss";
    const SourceId id = store.sources.save(source);
    std::vector<Item> items(kItems);
    for (std::size_t i = 0; i < items.size(); ++i) {
      items[i].source = id;
      items[i].key = std::to_string(i);
      items[i].title = "Bidrag " + std::to_string(i);
    }
    store.items.put(items, kNow - 1h);
  }

  int rematch() {
    parts.on_progress = on_progress;
    Rematching rematching(config, store, parts);
    return rematching.work(matcher_of({store.profiles.find("p").value()}, parts, config));
  }

  static constexpr std::size_t kItems = kRematchedAtOnceMax + 1;

  tests::TemporaryFolder folder;
  store::Store store{folder / "fundwatch.db"};
  store::Store page{folder / "fundwatch.db", {.busy_timeout = 0ms}};  // who does not wait
  config::Config config;
  tests::FakeClock clock{kNow};
  tests::FakeFetcher fetcher;
  tests::FakeMailer mailer;
  spdlog::logger silence{"test"};
  Troubles troubles{silence, {}};
  Parts parts{
      .clock = clock, .fetcher = fetcher, .mailer = mailer, .log = silence, .troubles = troubles};
  Profile profile;
  std::function<void()> on_progress = [] {};
};

TEST_F(RematchingTest, FindsTheHitsOfAChangedProfileOnce) {
  EXPECT_EQ(rematch(), static_cast<int>(kItems));
  EXPECT_EQ(rematch(), 0);
  EXPECT_EQ(store.hits.count(), static_cast<std::int64_t>(kItems));
}

TEST_F(RematchingTest, OthersWriteMeanwhile) {
  std::size_t written = 0;
  on_progress = [&] {
    page.profiles.set_matched(profile.id, {});
    ++written;
  };
  EXPECT_EQ(rematch(), static_cast<int>(kItems));
  EXPECT_EQ(written, kItems);
}

TEST_F(RematchingTest, BeginsAnewWhenAProfileOrSourceIsChangedMeanwhile) {
  bool is_gone = false;
  on_progress = [&] {
    if (!is_gone) page.profiles.remove("p");
    is_gone = true;
  };
  EXPECT_EQ(rematch(), 0);
  EXPECT_EQ(store.hits.count(), 0);
}

}  // namespace
}  // namespace fundwatch::daemon
