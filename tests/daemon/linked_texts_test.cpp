#include "daemon/linked_texts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <spdlog/logger.h>
#include <spdlog/sinks/ostream_sink.h>

#include <sstream>

#include "tests/support/fakes.h"
#include "tests/support/temporary_folder.h"

namespace fundwatch::tests {
namespace {

using testing::HasSubstr;

class LinkedTextsTest : public testing::Test {
 protected:
  LinkedTextsTest() {
    Source source;
    source.name = "A";
    source_ = store_.sources.save(source);
    Profile profile;
    profile.name = "finansiering";
    profile.terms = {{.text = "utlysning"}};
    store_.profiles.save(profile, "test", clock_.now());
    parts_.stopping = [this] { return is_stopping_; };
  }

  ItemId waiting_item(const std::string& url, const std::string& title = "Nytt") {
    Item item;
    item.source = source_;
    item.key = item.url = item.address = url;
    item.title = title;
    const ItemId id = store_.items.put(item, clock_.now()).id;
    store_.linked_texts.wait_for(id, clock_.now());
    return id;
  }
  void serve(const std::string& url, const std::string& type, const std::string& body) {
    fetcher_.serve(url, {.status = 200, .content_type = type, .body = body});
  }
  daemon::LinkedTexts::Read read_due(const feeds::PdfReader& reader = {}) {
    daemon::Pipeline pipeline(config_, store_, parts_);
    return daemon::LinkedTexts(config_, store_, parts_, pipeline, reader)
        .read_due(matchers::Matcher::compile(store_.profiles.all(), nullptr).value());
  }
  std::vector<Hit> hits() const {
    std::vector<Hit> hits;
    store_.hits.each({}, [&](const Hit& hit) { hits.push_back(hit); });
    return hits;
  }

  TemporaryFolder folder_;
  config::Config config_;
  store::Store store_{folder_ / "fundwatch.db"};
  FakeClock clock_{Instant(std::chrono::hours(500'000))};
  FakeFetcher fetcher_;
  FakeMailer mailer_;
  std::ostringstream words_;
  spdlog::logger log_{"test", std::make_shared<spdlog::sinks::ostream_sink_st>(words_)};
  bool is_stopping_ = false;
  daemon::Troubles troubles_{log_, {}};
  daemon::Parts parts_{
      .clock = clock_, .fetcher = fetcher_, .mailer = mailer_, .log = log_, .troubles = troubles_};
  SourceId source_{};
};

TEST_F(LinkedTextsTest, HitInThePageNamesTheTextAsItsField) {
  const ItemId id = waiting_item("https://a.example/1");
  serve("https://a.example/1", "text/html", "<main><p>En utlysning.</p></main>");
  const auto read = read_due();
  EXPECT_EQ(read.texts, 1);
  EXPECT_EQ(read.hits, 1);
  const Hit hit = hits().at(0);
  EXPECT_EQ(hit.item, id);
  const Reason reason = hit.reasons.at(0);
  EXPECT_EQ(reason.field, Field::text);
  EXPECT_EQ(store_.items.find(id)->text.substr(reason.begin, reason.end - reason.begin),
            "utlysning");
}

TEST_F(LinkedTextsTest, HitInTheTitleStaysWhenThePageIsRead) {
  const ItemId id = waiting_item("https://a.example/1", "Utlysning");
  const auto matcher = matchers::Matcher::compile(store_.profiles.all(), nullptr).value();
  const ProfileId profile = matcher.profiles().at(0).id;
  store_.hits.replace(id, {profile}, matcher.match({*store_.items.find(id), ""}), clock_.now());
  const HitId before = hits().at(0).id;
  serve("https://a.example/1", "text/html", "<p>Ingenting.</p>");
  EXPECT_EQ(read_due().hits, 0);
  EXPECT_EQ(hits().at(0).id, before);
}

TEST_F(LinkedTextsTest, OneTickReadsOnlySoMany) {
  for (std::size_t i = 0; i <= daemon::kLinkedTextsPerTickMax; ++i) {
    const std::string url = "https://h" + std::to_string(i % 7) + ".example/" + std::to_string(i);
    waiting_item(url);
    serve(url, "text/plain", "Text.");
  }
  EXPECT_EQ(read_due().texts, static_cast<int>(daemon::kLinkedTextsPerTickMax));
  EXPECT_EQ(read_due().texts, 1);
  EXPECT_EQ(read_due().texts, 0);
}

TEST_F(LinkedTextsTest, NoRoundBeginsAfterTheTimeIsOver) {
  constexpr int kHosts = static_cast<int>(daemon::kLinkedTextsPerRoundMax) + 1;
  for (int i = 0; i < kHosts; ++i) {
    waiting_item("https://h" + std::to_string(i) + ".example/");
  }
  parts_.at = [&](daemon::Point point) {
    if (point == daemon::Point::fetched) clock_.set(clock_.now() + daemon::kLinkedTextsTimeMax);
  };
  read_due();
  EXPECT_EQ(fetcher_.requests(), static_cast<int>(daemon::kLinkedTextsPerRoundMax));
}

TEST_F(LinkedTextsTest, StopLeavesTheRestWaiting) {
  waiting_item("https://a.example/1");
  waiting_item("https://a.example/2");
  serve("https://a.example/1", "text/plain", "Text.");
  serve("https://a.example/2", "text/plain", "Text.");
  parts_.at = [&](daemon::Point point) { is_stopping_ = point == daemon::Point::committed; };
  EXPECT_EQ(read_due().texts, 1);
  EXPECT_EQ(store_.linked_texts.due(clock_.now(), 10).size(), 1U);
}

TEST_F(LinkedTextsTest, StopWhileAPdfIsReadCountsNoFailure) {
  waiting_item("https://a.example/1.pdf");
  serve("https://a.example/1.pdf", "application/pdf", "%PDF-1.7");
  parts_.on_progress = [&] { is_stopping_ = true; };
  read_due();
  EXPECT_EQ(store_.linked_texts.due(clock_.now(), 10).at(0).attempts, 0);
}

TEST_F(LinkedTextsTest, MissingPdfReaderIsToldOnceAndTheItemsAreTriedAgain) {
  const ItemId id = waiting_item("https://a.example/1.pdf", "Protokoll");
  waiting_item("https://a.example/2.pdf");
  serve("https://a.example/1.pdf", "application/pdf", "%PDF-1.7");
  serve("https://a.example/2.pdf", "application/pdf", "%PDF-1.7");
  read_due({.program = "/nowhere/pdftotext"});
  const std::string told = words_.str();
  EXPECT_THAT(told, HasSubstr("[error] /nowhere/pdftotext is not there"));
  EXPECT_THAT(told, HasSubstr("apt install poppler-utils"));
  EXPECT_EQ(told.find("[error]"), told.rfind("[error]"));
  EXPECT_EQ(store_.items.find(id)->title, "Protokoll");
  EXPECT_EQ(store_.linked_texts.next_attempt(), clock_.now() + std::chrono::minutes(10));
}

TEST_F(LinkedTextsTest, ItemRemovedWhileItsPageWasAskedForIsNoFault) {
  waiting_item("https://a.example/1");
  serve("https://a.example/1", "text/plain", "En utlysning.");
  parts_.at = [&](daemon::Point point) {
    if (point == daemon::Point::fetched) store_.sources.remove(source_);
  };
  EXPECT_EQ(read_due().hits, 0);
  EXPECT_EQ(store_.items.count(), 0);
}

struct Status {
  int status;
  bool is_tried_again;
};

TEST_F(LinkedTextsTest, StatusSaysWhetherItIsTriedAgain) {
  for (const Status each : {Status{404, false},
                            {410, false},
                            {403, false},
                            {302, false},
                            {408, true},
                            {429, true},
                            {500, true},
                            {503, true}}) {
    SCOPED_TRACE(each.status);
    const std::string url = "https://a.example/" + std::to_string(each.status);
    waiting_item(url);
    fetcher_.serve(url, {.status = each.status});
    read_due();
    EXPECT_EQ(store_.linked_texts.next_attempt().has_value(), each.is_tried_again);
    clock_.set(clock_.now() + std::chrono::days(30));
    while (!store_.linked_texts.due(clock_.now(), 1).empty()) {
      read_due();
      clock_.set(clock_.now() + std::chrono::days(30));
    }
  }
}

}  // namespace
}  // namespace fundwatch::tests
