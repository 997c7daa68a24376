#include "store/watched_pages.h"

#include "tests/store/samples.h"

namespace fundwatch::tests {
namespace {

class WatchedPagesTest : public StoreTest {
 protected:
  Source watched() {
    Source source = sample_source("a");
    source.kind = SourceKind::watch;
    source.id = store.sources.save(source);
    return source;
  }
};

TEST_F(WatchedPagesTest, APageHasNoTextUntilItWasVisited) {
  EXPECT_EQ(store.watched_pages.find(watched().id), std::nullopt);
}

TEST_F(WatchedPagesTest, TheLastTextStays) {
  const SourceId source = watched().id;
  store.watched_pages.put(source, "Stängd.", hour(0));
  store.watched_pages.put(source, "Öppen.", hour(1));
  EXPECT_EQ(store.watched_pages.find(source), "Öppen.");
}

TEST_F(WatchedPagesTest, AnotherAddressOrKindBeginsAnew) {
  Source source = watched();
  store.watched_pages.put(source.id, "Stängd.", hour(0));
  source.interval = std::chrono::minutes(720);
  store.sources.save(source);
  EXPECT_EQ(store.watched_pages.find(source.id), "Stängd.");
  source.url = "https://example.org/annan";
  store.sources.save(source);
  EXPECT_EQ(store.watched_pages.find(source.id), std::nullopt);
}

TEST_F(WatchedPagesTest, GoesWithItsSource) {
  const SourceId source = watched().id;
  store.watched_pages.put(source, "Stängd.", hour(0));
  store.sources.remove(source);
  EXPECT_EQ(store.watched_pages.find(source), std::nullopt);
}

}  // namespace
}  // namespace fundwatch::tests
