// How hosts are treated: at a pace, left in peace when they ask for it, and by their robots.txt.
#include <gmock/gmock.h>

#include "feeds/fetch/curl_fetcher.h"
#include "tests/feeds/fetch_support.h"

namespace fundwatch::tests {
namespace {

using namespace std::chrono_literals;
using feeds::Answer;
using feeds::Fault;
using feeds::Request;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const std::string kFeed = "<rss version=\"2.0\"/>";

class PolitenessTest : public FetchTest {
 protected:
  Request page(const std::string& path) const {
    return {.source = SourceId{1}, .url = server.url(path), .validators = {}, .obeys_robots = true};
  }
  Request feed(const std::string& path) const {
    return {.source = SourceId{1}, .url = server.url(path), .validators = {}};
  }
  // Several rounds with one fetcher, which remembers.
  std::vector<Answer> rounds(const std::vector<Request>& requests) {
    feeds::CurlFetcher fetcher(policy_for(limits), clock, stop.get_token(), [] {});
    std::vector<Answer> answers;
    for (const Request& request : requests) {
      fetcher.fetch({request}, [&](const Request&, Answer answer) {
        answers.push_back(answer);
        return std::optional<Request>();
      });
    }
    return answers;
  }
  std::vector<std::string> asked_for() const {
    std::vector<std::string> targets;
    for (const HttpRequest& request : server.requests()) targets.push_back(request.target);
    return targets;
  }
  void serve_page(const std::string& path) { server.serve(path, HttpAnswer(200, {}, "<p>Hej")); }
};

TEST_F(PolitenessTest, ARoundEndsRatherThanHurryAHost) {
  for (const char* path : {"/1", "/2"}) serve_page(path);
  limits.host_spacing = 60s;
  feeds::Policy policy = policy_for(limits);
  policy.round_time_max = 300ms;
  feeds::CurlFetcher fetcher(policy, clock, stop.get_token(), [] {});
  int answers = 0;
  fetcher.fetch({feed("/1"), feed("/2")}, [&](const Request&, const Answer&) {
    ++answers;
    return std::optional<Request>();
  });
  EXPECT_EQ(answers, 1);
  EXPECT_THAT(asked_for(), ElementsAre("/1"));
}

TEST_F(PolitenessTest, AHostThatIsBusyIsLeftInPeaceForAllItsDocuments) {
  for (const int status : {429, 503}) {
    const std::string path = "/" + std::to_string(status);
    server.serve(path, HttpAnswer(status, {{"Retry-After", "600"}}, ""));
  }
  const auto answers = fetch({feed("/429"), feed("/2"), feed("/3")});
  EXPECT_THAT(asked_for(), ElementsAre("/429"));
  EXPECT_TRUE(answers.at(server.url("/429")).was_asked);
  EXPECT_EQ(answers.at(server.url("/429")).status, 429);
  for (const char* path : {"/2", "/3"}) {
    const Answer& answer = answers.at(server.url(path));
    EXPECT_FALSE(answer.was_asked);
    EXPECT_EQ(answer.retry_after, 600s);
    EXPECT_THAT(answer.response.error().message, HasSubstr("has asked for a pause"));
  }
}

TEST_F(PolitenessTest, AHoldLastsFromOneRoundToTheNext) {
  server.serve("/1", HttpAnswer(503, {}, ""));
  serve_page("/2");
  const auto answers = rounds({feed("/1"), feed("/2")});
  EXPECT_THAT(asked_for(), ElementsAre("/1"));
  EXPECT_FALSE(answers[1].was_asked);
  EXPECT_EQ(answers[1].retry_after, 30min);
}

TEST_F(PolitenessTest, APauseOfNoTimeIsStillAPause) {
  server.serve("/1", HttpAnswer(429, {{"Retry-After", "0"}}, ""));
  EXPECT_EQ(rounds({feed("/1"), feed("/2")})[1].retry_after, feeds::kHoldMin);
}

TEST_F(PolitenessTest, FeedsAreFetchedWithoutAskingRobotsTxt) {
  serve_page("/feed");
  EXPECT_TRUE(fetch_one(server.url("/feed")).response.ok());
  EXPECT_THAT(asked_for(), ElementsAre("/feed"));
}

TEST_F(PolitenessTest, PagesAreReadOnlyWhereRobotsTxtAllowsIt) {
  server.serve("/robots.txt", HttpAnswer(200, {}, "User-agent: *\nDisallow: /hemlig\n"));
  serve_page("/nytt");
  const auto answers = fetch({page("/hemlig/a"), page("/nytt")});
  EXPECT_TRUE(answers.at(server.url("/nytt")).response.ok());
  const Answer& refused = answers.at(server.url("/hemlig/a"));
  EXPECT_EQ(refused.fault, Fault::robots);
  EXPECT_THAT(refused.response.error().message, HasSubstr("asks programs not to read /hemlig/a"));
  EXPECT_THAT(asked_for(), ElementsAre("/robots.txt", "/nytt"));
}

TEST_F(PolitenessTest, RobotsTxtIsRememberedFromOneRoundToTheNext) {
  server.serve("/robots.txt", HttpAnswer(200, {}, "User-agent: *\nDisallow: /b\n"));
  serve_page("/a");
  const auto answers = rounds({page("/a"), page("/b"), page("/a")});
  EXPECT_TRUE(answers[2].response.ok());
  EXPECT_EQ(answers[1].fault, Fault::robots);
  EXPECT_THAT(asked_for(), ElementsAre("/robots.txt", "/a", "/a"));
}

TEST_F(PolitenessTest, ASiteWithoutRobotsTxtAllowsEverything) {
  for (const int status : {400, 401, 403, 404, 410}) {
    HttpServer site;
    limits.allowed_ports.push_back(site.port());
    site.serve("/robots.txt", HttpAnswer(status, {}, ""));
    site.serve("/a", HttpAnswer(200, {}, "<p>Hej"));
    Request request = page("/a");
    request.url = site.url("/a");
    EXPECT_TRUE(rounds({request})[0].response.ok()) << status;
  }
}

TEST_F(PolitenessTest, ASiteWhoseRobotsTxtCannotBeHadIsNotRead) {
  server.serve("/robots.txt", HttpAnswer(500, {}, ""));
  serve_page("/a");
  const Answer answer = rounds({page("/a")})[0];
  EXPECT_EQ(answer.fault, Fault::status);
  EXPECT_THAT(answer.response.error().message,
              testing::AllOf(HasSubstr("could not be had"), HasSubstr("answered 500")));
  EXPECT_THAT(asked_for(), ElementsAre("/robots.txt"));
}

TEST_F(PolitenessTest, ARobotsTxtThatAsksForAPauseGetsIt) {
  server.serve("/robots.txt", HttpAnswer(503, {}, ""));
  const Answer answer = rounds({page("/a")})[0];
  EXPECT_FALSE(answer.was_asked);
  EXPECT_EQ(answer.retry_after, 30min);
}

TEST_F(PolitenessTest, RobotsTxtMayBeElsewhere) {
  server.serve("/robots.txt", HttpAnswer(301, {{"Location", "/text/robots"}}, ""));
  server.serve("/text/robots", HttpAnswer(200, {}, "User-agent: *\nDisallow: /a\n"));
  EXPECT_EQ(rounds({page("/a")})[0].fault, Fault::robots);
}

TEST_F(PolitenessTest, ARedirectLeadsOnlyWhereRobotsTxtAllowsIt) {
  server.serve("/robots.txt", HttpAnswer(200, {}, "User-agent: *\nDisallow: /hemlig\n"));
  server.serve("/a", HttpAnswer(302, {{"Location", "/hemlig"}}, ""));
  EXPECT_EQ(rounds({page("/a")})[0].fault, Fault::robots);
  EXPECT_THAT(asked_for(), ElementsAre("/robots.txt", "/a"));
}

TEST_F(PolitenessTest, PermanentRedirectsTellWhereADocumentHasMoved) {
  server.serve("/old", HttpAnswer(301, {{"Location", "/new"}}, ""));
  server.serve("/older", HttpAnswer(308, {{"Location", "/old"}}, ""));
  server.serve("/elsewhere", HttpAnswer(302, {{"Location", "/new"}}, ""));
  server.serve("/mixed", HttpAnswer(301, {{"Location", "/elsewhere"}}, ""));
  serve_page("/new");
  EXPECT_EQ(fetch_one(server.url("/old")).moved_to, server.url("/new"));
  EXPECT_EQ(fetch_one(server.url("/older")).moved_to, server.url("/new"));
  EXPECT_THAT(fetch_one(server.url("/elsewhere")).moved_to, IsEmpty());
  EXPECT_THAT(fetch_one(server.url("/new")).moved_to, IsEmpty());
  // Only the part that is meant for good counts: the rest is as it is today.
  EXPECT_EQ(fetch_one(server.url("/mixed")).moved_to, server.url("/elsewhere"));
}

}  // namespace
}  // namespace fundwatch::tests
