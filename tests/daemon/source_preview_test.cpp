#include "daemon/source_preview.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/fakes.h"

namespace fundwatch::tests {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

// A web in which robots.txt forbids some pages.
class FakeWeb : public FakeFetcher {
 public:
  std::string forbidden;  // to programs that ask robots.txt

  void fetch(std::vector<feeds::Request> requests, const feeds::OnAnswer& on_answer) override {
    for (feeds::Request& request : requests) {
      if (request.obeys_robots && request.url == forbidden) {
        on_answer(request, {.response = Error{Stage::fetch, "robots.txt asks programs not to"},
                            .fault = feeds::Fault::robots});
      } else {
        FakeFetcher::fetch({request}, on_answer);
      }
    }
  }
};

constexpr Instant kNow{std::chrono::sys_days{std::chrono::year{2026} / 11 / 27}};
constexpr const char* kUrl = "https://region.example/nyheter";

std::string rss(const std::string& items) {
  return "<rss version=\"2.0\"><channel><title>Regionens nyheter</title>" + items +
         "</channel></rss>";
}

const std::string kItem =
    "<item><title>Nu kan ni söka medel till sociala företag</title><link>https://a.example/1</link>"
    "<description>Det är pengar som är till för att anställa.</description></item>";

std::string page(const std::string& head, const std::string& body) {
  return "<html><head><title>Nyheter – Region Exempel</title>" + head + "</head><body><main>" +
         body + "</main></body></html>";
}

const std::string kRows =
    "<ul class=\"nyheter\"><li><a href=\"/1\">Medel till sociala företag</a></li>"
    "<li><a href=\"/2\">Odling i stan får stöd</a></li>"
    "<li><a href=\"/3\">Ny upphandling av städning</a></li></ul>";

std::string announcing(const std::string& url) {
  return "<link rel=\"alternate\" type=\"application/rss+xml\" href=\"" + url + "\">";
}

class SourcePreviewTest : public testing::Test {
 protected:
  void serve(const std::string& url, const std::string& body) {
    web.serve(url, {.status = 200, .content_type = "", .body = body});
  }
  Result<daemon::Preview> preview(const Source& wanted) {
    return daemon::preview(wanted, web, config::Config{}, kNow);
  }
  Result<daemon::Preview> preview() {
    Source wanted;
    wanted.url = kUrl;
    return preview(wanted);
  }

  FakeWeb web;
};

TEST_F(SourcePreviewTest, AFeedIsProposedWithItsTitleAndLanguage) {
  serve(kUrl, rss(kItem));
  const auto found = preview();
  ASSERT_TRUE(found) << found.error().message;
  EXPECT_EQ(found->source.url, kUrl);
  EXPECT_EQ(found->source.name, "Regionens nyheter");
  EXPECT_EQ(found->source.kind, SourceKind::automatic);
  EXPECT_EQ(found->source.language, "sv");
  EXPECT_EQ(found->source.interval, daemon::kFeedInterval);
  EXPECT_EQ(found->reading.items.size(), 1U);
  EXPECT_THAT(found->notes, IsEmpty());
  EXPECT_EQ(web.requests(), 1);
}

TEST_F(SourcePreviewTest, TheFeedThatAPageAnnouncesIsTakenInItsPlace) {
  serve(kUrl, page(announcing("/tom") + announcing("/borta") + announcing("/rss"), kRows));
  serve("https://region.example/tom", rss(""));
  serve("https://region.example/rss", rss(kItem));
  const auto found = preview();
  ASSERT_TRUE(found) << found.error().message;
  EXPECT_EQ(found->source.url, "https://region.example/rss");
  EXPECT_EQ(found->source.kind, SourceKind::automatic);
  EXPECT_THAT(found->notes, ElementsAre(HasSubstr("an HTML page titled «Nyheter"),
                                        HasSubstr("/tom, which has no items now"),
                                        HasSubstr("/borta, but: "), HasSubstr("/rss")));
}

TEST_F(SourcePreviewTest, OnlySomeAnnouncedFeedsAreTried) {
  std::string links;
  for (int i = 0; i < 20; ++i) links += announcing("/borta" + std::to_string(i));
  serve(kUrl, page(links, kRows));
  EXPECT_EQ(preview()->source.kind, SourceKind::page);
  EXPECT_EQ(web.requests(), 1 + static_cast<int>(daemon::kAnnouncedFeedsTriedMax));
}

TEST_F(SourcePreviewTest, APageWithoutAFeedIsReadByItsList) {
  serve(kUrl, page("", kRows));
  const auto found = preview();
  ASSERT_TRUE(found) << found.error().message;
  EXPECT_EQ(found->source.kind, SourceKind::page);
  EXPECT_THAT(found->source.page_rule.list, HasSubstr("nyheter"));
  EXPECT_EQ(found->source.interval, daemon::kPageInterval);
  EXPECT_EQ(found->reading.items.size(), 3U);
}

TEST_F(SourcePreviewTest, APageWithoutAListIsWatched) {
  serve(kUrl, page("", "<p>Just nu är ansökan stängd.</p>"));
  const auto found = preview();
  ASSERT_TRUE(found) << found.error().message;
  EXPECT_EQ(found->source.kind, SourceKind::watch);
  EXPECT_EQ(found->source.interval, daemon::kWatchInterval);
  EXPECT_EQ(found->source.page_rule, PageRule{});
  EXPECT_THAT(found->notes, Contains(HasSubstr("no list of links")));
}

TEST_F(SourcePreviewTest, APageThatRobotsForbidIsNotProposedButItsFeedIs) {
  web.forbidden = kUrl;
  serve(kUrl, page("", kRows));
  const auto page_alone = preview();
  ASSERT_FALSE(page_alone);
  EXPECT_THAT(page_alone.error().message, HasSubstr("robots.txt asks programs not to"));
  serve(kUrl, page(announcing("/rss"), kRows));
  serve("https://region.example/rss", rss(kItem));
  EXPECT_EQ(preview()->source.url, "https://region.example/rss");
}

TEST_F(SourcePreviewTest, WhatIsStatedIsKeptTo) {
  serve(kUrl, page(announcing("/rss"), kRows));
  serve("https://region.example/rss", rss(kItem));
  Source wanted;
  wanted.url = kUrl;
  wanted.name = "Regionen";
  wanted.language = "en";
  wanted.kind = SourceKind::page;
  wanted.page_rule.list = "li";
  const auto found = preview(wanted);
  ASSERT_TRUE(found) << found.error().message;
  EXPECT_EQ(found->source.url, kUrl);
  EXPECT_EQ(found->source.name, "Regionen");
  EXPECT_EQ(found->source.language, "en");
  EXPECT_EQ(found->source.page_rule, wanted.page_rule);
  wanted.page_rule.list = "article";
  EXPECT_THAT(preview(wanted).error().message, HasSubstr("the list selector \"article\""));
}

TEST_F(SourcePreviewTest, BadResultsSayWhatWasSeen) {
  EXPECT_THAT(preview().error().message, HasSubstr("nothing is served"));
  EXPECT_EQ(preview().error().stage, Stage::fetch);
  serve(kUrl, "%PDF-1.4");
  EXPECT_EQ(preview().error().message, "a PDF document, not a feed");
  serve(kUrl, page("", "<script>draw()</script>"));
  EXPECT_THAT(preview().error().message, HasSubstr("an HTML page titled «Nyheter"));
  EXPECT_THAT(preview().error().message, HasSubstr("no running text"));
}

TEST_F(SourcePreviewTest, EveryListOfAPageCanBeChosenAndItsText) {
  serve(kUrl, page(announcing("/rss"), "<h1>Nytt</h1>" + kRows));
  serve("https://region.example/rss", rss(kItem));
  Source wanted;
  wanted.url = kUrl;
  const auto found = daemon::choices(wanted, web, config::Config{}, kNow);
  ASSERT_TRUE(found) << found.error().message;
  ASSERT_EQ(found->all.size(), 3U);
  EXPECT_EQ(found->all[0].source.url, "https://region.example/rss");
  EXPECT_EQ(found->all[1].source.page_rule.list, "ul.nyheter > li > a");
  EXPECT_EQ(found->all[2].source.kind, SourceKind::watch);
  ASSERT_EQ(found->page.size(), 4U);
  EXPECT_EQ(found->page[0].choice, std::nullopt);
  EXPECT_EQ(found->page[1].choice, std::optional<std::size_t>(1));
  EXPECT_EQ(found->page[1].line.text, "Medel till sociala företag");
}

TEST_F(SourcePreviewTest, NothingOfAPageThatRobotsForbidCanBeChosen) {
  web.forbidden = kUrl;
  serve(kUrl, page(announcing("/rss"), kRows));
  serve("https://region.example/rss", rss(kItem));
  Source wanted;
  wanted.url = kUrl;
  const auto found = daemon::choices(wanted, web, config::Config{}, kNow);
  ASSERT_TRUE(found) << found.error().message;
  EXPECT_EQ(found->all.size(), 1U);
  EXPECT_TRUE(found->page.empty());
}

}  // namespace
}  // namespace fundwatch::tests
