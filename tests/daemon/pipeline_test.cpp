#include "daemon/pipeline.h"

#include <gtest/gtest.h>
#include <spdlog/logger.h>
#include <spdlog/sinks/null_sink.h>

#include "tests/support/fakes.h"
#include "tests/support/temporary_folder.h"

namespace fundwatch::tests {
namespace {

constexpr const char* kFeed =
    "<rss version=\"2.0\"><channel><item><guid>k1</guid><title>Nytt</title></item></channel></rss>";

struct PipelineTest : public testing::Test {
  Source saved_source() {
    Source source;
    source.name = "A";
    source.url = "https://a.example/rss";
    source.id = store.sources.save(source);
    return source;
  }
  daemon::Ingested ingest(const Source& source, const Result<Response>& response) {
    daemon::Pipeline pipeline(config, store, parts);
    feeds::Inquiry inquiry({.source = source, .now = clock.now(), .limits = {}});
    inquiry.take({.response = response});
    return pipeline.ingest(daemon::visit_of(std::move(inquiry)), matcher);
  }

  TemporaryFolder folder;
  config::Config config;
  store::Store store{folder / "fundwatch.db"};
  FakeClock clock{Instant(std::chrono::hours(500'000))};
  FakeFetcher fetcher;
  FakeMailer mailer;
  spdlog::logger log{"test", std::make_shared<spdlog::sinks::null_sink_st>()};
  daemon::Troubles troubles{log, {}};
  daemon::Parts parts{
      .clock = clock, .fetcher = fetcher, .mailer = mailer, .log = log, .troubles = troubles};
  matchers::Matcher matcher = matchers::Matcher::compile({}, nullptr).value();
};

TEST_F(PipelineTest, StoresItemsAndTheGoodHealth) {
  const Source source = saved_source();
  const auto ingested = ingest(source, Response{.status = 200, .body = kFeed});
  EXPECT_TRUE(ingested.read);
  EXPECT_EQ(ingested.fresh, 1);
  EXPECT_EQ(store.sources.find(source.id)->health.last_success, clock.now());
}

TEST_F(PipelineTest, ASourceRemovedWhileItWasAskedLeavesNothing) {
  const Source source = saved_source();
  store.sources.remove(source.id);
  EXPECT_FALSE(ingest(source, Response{.status = 200, .body = kFeed}).read);
  EXPECT_EQ(store.items.count(), 0);
}

TEST_F(PipelineTest, AFailureIsKeptInWordsAndCounted) {
  const Source source = saved_source();
  EXPECT_FALSE(ingest(source, Error{Stage::fetch, "no answer"}).read);
  const Health health = store.sources.find(source.id)->health;
  EXPECT_EQ(health.failures, 1);
  EXPECT_EQ(health.error, "no answer");
  EXPECT_EQ(health.failing_since, clock.now());
  EXPECT_GT(health.next_check, clock.now());
}

TEST(LinkedTextWanted, NeverOfDocumentsThatStateFacts) {
  Item item;
  item.address = "https://a.example/1";
  Source source{.linked_text = LinkedText::always};
  EXPECT_TRUE(daemon::is_linked_text_wanted(source, item));
  for (const SourceKind kind : {SourceKind::eforms, SourceKind::ted, SourceKind::sedia,
                                SourceKind::vinnova, SourceKind::mail}) {
    source.kind = kind;
    EXPECT_FALSE(daemon::is_linked_text_wanted(source, item));
  }
}

}  // namespace
}  // namespace fundwatch::tests
