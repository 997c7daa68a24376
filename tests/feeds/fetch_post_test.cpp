// What APIs need: bodies that are sent, header fields of one's own, limits of one's own, and pages
// that are asked for one after the other.
#include <gmock/gmock.h>

#include "tests/feeds/fetch_support.h"

namespace fundwatch::tests {
namespace {

using namespace std::chrono_literals;
using feeds::Answer;
using feeds::Fault;
using feeds::HeaderField;
using feeds::Payload;
using feeds::Request;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

class PostTest : public FetchTest {
 protected:
  Request post(const std::string& path, const std::string& json = R"({"query":"ASF"})") const {
    return {.source = SourceId{1},
            .url = server.url(path),
            .payload = Payload{"application/json", json}};
  }
  Answer fetch_one(const Request& request) { return fetch({request}).at(request.url); }
};

TEST_F(PostTest, SendsTheBodyAndWhatItIs) {
  server.serve("/search", HttpAnswer(200, {{"Content-Type", "application/json"}}, "{}"));
  Request request = post("/search", std::string(2'000'000, 'x'));
  request.headers = {{"X-API-Key", "hemligt"}, {"Accept", "application/json"}};
  const Answer answer = fetch_one(request);
  ASSERT_TRUE(answer.response.ok()) << answer.response.error().message;
  EXPECT_EQ(answer.response->body, "{}");
  const HttpRequest asked = server.requests().at(0);
  EXPECT_EQ(asked.method, "POST");
  EXPECT_EQ(asked.body.size(), 2'000'000U);
  EXPECT_EQ(asked.header("content-type"), "application/json");
  EXPECT_EQ(asked.header("x-api-key"), "hemligt");
  EXPECT_EQ(asked.header("accept"), "application/json");
  EXPECT_EQ(asked.header("expect"), "");
}

TEST_F(PostTest, SendsAnEmptyBodyToo) {
  server.serve("/search", HttpAnswer(200, {}, "{}"));
  EXPECT_TRUE(fetch_one(post("/search", "")).response.ok());
  EXPECT_EQ(server.requests().at(0).method, "POST");
}

TEST_F(PostTest, TheNextRequestOfAHandleIsAGetAgain) {
  server.serve("/a", HttpAnswer(200, {}, "{}"));
  server.serve("/b", HttpAnswer(200, {}, "{}"));
  fetch({post("/a"), {.source = SourceId{1}, .url = server.url("/b")}});
  ASSERT_EQ(server.requests().size(), 2U);
  EXPECT_EQ(server.requests().at(1).method, "GET");
  EXPECT_EQ(server.requests().at(1).header("content-type"), "");
  EXPECT_EQ(server.requests().at(1).body, "");
}

TEST_F(PostTest, StaysAPostOverA307And308WithinItsServer) {
  server.serve("/1", HttpAnswer(307, {{"Location", "/2"}}, ""));
  server.serve("/2", HttpAnswer(308, {{"Location", "/3"}}, ""));
  server.serve("/3", HttpAnswer(200, {}, "{}"));
  EXPECT_TRUE(fetch_one(post("/1")).response.ok());
  ASSERT_EQ(server.requests().size(), 3U);
  EXPECT_EQ(server.requests().at(2).method, "POST");
  EXPECT_EQ(server.requests().at(2).body, R"({"query":"ASF"})");
}

TEST_F(PostTest, IsNotLedElsewhereNorTurnedIntoAGet) {
  server.serve("/302", HttpAnswer(302, {{"Location", "/3"}}, ""));
  server.serve("/307", HttpAnswer(307, {{"Location", server.url("/3", "b.localhost")}}, ""));
  for (const char* const path : {"/302", "/307"}) {
    const Answer answer = fetch_one(post(path));
    EXPECT_EQ(answer.fault, Fault::redirect) << path;
    EXPECT_THAT(answer.response.error().message, HasSubstr("meant for it alone")) << path;
  }
  EXPECT_EQ(server.requests().size(), 2U);
}

TEST_F(PostTest, AKeyIsNotCarriedToAnotherServer) {
  server.serve("/1", HttpAnswer(302, {{"Location", "/2"}}, ""));
  server.serve("/2", HttpAnswer(302, {{"Location", server.url("/3", "b.localhost")}}, ""));
  Request request{.source = SourceId{1}, .url = server.url("/1")};
  request.headers = {{"X-API-Key", "hemligt"}};
  const Answer answer = fetch_one(request);
  EXPECT_EQ(answer.fault, Fault::redirect);
  EXPECT_THAT(answer.response.error().message, Not(HasSubstr("hemligt")));
  EXPECT_EQ(server.requests().size(), 2U);
}

TEST_F(PostTest, AKeyThatIsNotOneLineIsNotSent) {
  Request request = post("/search");
  request.headers = {{"X-API-Key", "hemligt\r\nX-Other: 1"}};
  const Answer answer = fetch_one(request);
  EXPECT_EQ(answer.fault, Fault::broken);
  EXPECT_THAT(answer.response.error().message, HasSubstr("header X-API-Key is not one line"));
  EXPECT_THAT(answer.response.error().message, Not(HasSubstr("hemligt")));
  EXPECT_TRUE(server.requests().empty());
}

TEST_F(PostTest, HasLimitsOfItsOwn) {
  limits.body_bytes_max = 100;
  server.serve("/large", HttpAnswer(200, {}, std::string(200, 'x')));
  Request request = post("/large");
  EXPECT_EQ(fetch_one(request).fault, Fault::size);
  request.body_bytes_max = 200;
  EXPECT_TRUE(fetch_one(request).response.ok());
  request.body_bytes_max = 199;
  EXPECT_THAT(fetch_one(request).response.error().message, HasSubstr("larger than 199 bytes"));
  server.serve("/never", HttpAnswer::never());
  Request patient = post("/never");
  patient.total_timeout = 1s;
  EXPECT_THAT(fetch_one(patient).response.error().message, HasSubstr("within 1 s"));
}

// Asks for the pages of /search, each answer naming the next.
class PagesTest : public PostTest {
 protected:
  std::vector<std::string> pages(const std::function<void(const Answer&)>& on_page = {}) {
    std::vector<std::string> bodies;
    feeds::CurlFetcher fetcher(policy_for(limits), clock, stop.get_token(), [] {});
    fetcher.fetch({post("/search", "1")},
                  [&](const Request& asked, const Answer& answer) -> std::optional<Request> {
                    if (on_page) on_page(answer);
                    if (!answer.response.ok()) return std::nullopt;
                    bodies.push_back(asked.payload->bytes + " " + answer.response->body);
                    if (answer.response->body == "last") return std::nullopt;
                    return post("/search", answer.response->body);
                  });
    return bodies;
  }
};

TEST_F(PagesTest, AreAskedOneAfterTheOtherInOneRound) {
  server.serve("/search", [](const HttpRequest& request) {
    const int page = std::stoi(request.body);
    return HttpAnswer(200, {}, page == 3 ? "last" : std::to_string(page + 1));
  });
  EXPECT_THAT(pages(), ElementsAre("1 2", "2 3", "3 last"));
  for (const HttpRequest& request : server.requests()) EXPECT_EQ(request.connection, 1);
}

TEST_F(PagesTest, AreAskedAtTheirHostsPace) {
  limits.host_spacing = 1s;
  server.serve("/search", [](const HttpRequest& request) {
    return HttpAnswer(200, {}, request.body == "1" ? "2" : "last");
  });
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_EQ(pages().size(), 2U);
  EXPECT_GE(std::chrono::steady_clock::now() - begin, 1s);
}

TEST_F(PagesTest, EndWhereOneFails) {
  server.serve("/search", [](const HttpRequest& request) {
    if (request.body == "2") return HttpAnswer(400, {}, "the token has expired");
    return HttpAnswer(200, {}, "2");
  });
  std::vector<int> statuses;
  EXPECT_EQ(pages([&](const Answer& answer) { statuses.push_back(answer.status); }).size(), 1U);
  EXPECT_THAT(statuses, ElementsAre(200, 400));
}

TEST_F(PagesTest, AreNotAskedOfAHostThatWantsAPause) {
  server.serve("/search", [](const HttpRequest& request) {
    if (request.body == "2") return HttpAnswer(429, {{"Retry-After", "600"}}, "");
    return HttpAnswer(200, {}, "2");
  });
  std::vector<Fault> faults;
  pages([&](const Answer& answer) { faults.push_back(answer.fault); });
  EXPECT_THAT(faults, ElementsAre(Fault::none, Fault::status));
}

}  // namespace
}  // namespace fundwatch::tests
