#include <gmock/gmock.h>

#include "tests/feeds/fetch_support.h"

namespace fundwatch::tests {
namespace {

using feeds::Answer;
using std::chrono::milliseconds;
using std::chrono::seconds;
using testing::HasSubstr;

constexpr std::size_t kMegabyte = 1 << 20;

// The head of a gzip file whose comment never ends: it unpacks to nothing at all.
std::string endless_noise(std::size_t bytes) {
  std::string noise("\x1F\x8B\x08\x10\0\0\0\0\0\x03", 10);
  return noise + std::string(bytes, 'x');
}

TEST_F(FetchTest, TakesABodyUpToTheLimitAndNotAByteMore) {
  limits.body_bytes_max = 1000;
  server.serve("/1000", HttpAnswer(200, {}, std::string(1000, 'x')));
  server.serve("/1001", HttpAnswer(200, {}, std::string(1001, 'x')));
  server.serve("/unannounced",
               HttpAnswer::exactly("HTTP/1.1 200 OK\r\n\r\n" + std::string(1001, 'x')));
  EXPECT_TRUE(fetch_one(server.url("/1000")).response.ok());
  for (const char* const path : {"/1001", "/unannounced"}) {
    EXPECT_EQ(fault_of(server.url(path)),
              "the document at 127.0.0.1 is larger than 1000 bytes (fetch.body_bytes_max)");
  }
}

TEST_F(FetchTest, StopsACompressionBombAtTheLimit) {
  limits.body_bytes_max = kMegabyte;
  const std::string bomb = gzipped(std::string(64 * kMegabyte, '\0'));
  ASSERT_LT(bomb.size(), limits.body_bytes_max);
  server.serve("/bomb", HttpAnswer(200, {{"Content-Encoding", "gzip"}}, bomb));
  EXPECT_THAT(fault_of(server.url("/bomb")), HasSubstr("is larger than 1 MB"));
}

TEST_F(FetchTest, StopsWhatIsPackedAtTheLimitToo) {
  limits.packed_bytes_max = kMegabyte;
  const std::string noise = endless_noise(3 * kMegabyte);
  server.serve("/announced", HttpAnswer(200, {{"Content-Encoding", "gzip"}}, noise));
  server.serve("/endless",
               HttpAnswer::exactly("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + noise));
  for (const char* const path : {"/announced", "/endless"}) {
    EXPECT_EQ(fault_of(server.url(path)),
              "the document at 127.0.0.1 is larger than 1 MB as it is sent "
              "(fetch.packed_bytes_max)")
        << path;
  }
}

TEST_F(FetchTest, TakesHeadersUpToTheLimit) {
  limits.header_bytes_max = 2048;
  server.serve("/some", HttpAnswer(200, {{"X-A", std::string(1500, 'x')}}, ""));
  server.serve(
      "/many",
      HttpAnswer(200, {{"X-A", std::string(1500, 'x')}, {"X-B", std::string(600, 'x')}}, ""));
  EXPECT_TRUE(fetch_one(server.url("/some")).response.ok());
  EXPECT_EQ(fault_of(server.url("/many")),
            "127.0.0.1 sent more than 2 kB of headers (fetch.header_bytes_max)");
}

TEST_F(FetchTest, CountsInterimAnswersAsHeaders) {
  std::string hints;
  for (int i = 0; i < 3000; ++i) hints += "HTTP/1.1 103 Early Hints\r\n\r\n";
  server.serve("/hints", HttpAnswer::exactly(hints + "HTTP/1.1 200 OK\r\n\r\n"));
  EXPECT_THAT(fault_of(server.url("/hints")), HasSubstr("of headers"));
}

TEST_F(FetchTest, ReadsThroughInterimAnswers) {
  server.serve("/feed", HttpAnswer::exactly("HTTP/1.1 103 Early Hints\r\nETag: \"0\"\r\n\r\n"
                                            "HTTP/1.1 200 OK\r\nETag: \"1\"\r\n\r\nbody"));
  const Answer answer = fetch_one(server.url("/feed"));
  ASSERT_TRUE(answer.response.ok()) << answer.response.error().message;
  EXPECT_EQ(answer.response->validators.etag, "\"1\"");
  EXPECT_EQ(answer.response->body, "body");
}

TEST_F(FetchTest, TakesNoHeadersFromBelowTheBody) {
  server.serve("/feed", HttpAnswer::exactly("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                                            "4\r\nbody\r\n0\r\nETag: \"1\"\r\n\r\n"));
  const Answer answer = fetch_one(server.url("/feed"));
  ASSERT_TRUE(answer.response.ok()) << answer.response.error().message;
  EXPECT_EQ(answer.response->validators.etag, "");
}

TEST_F(FetchTest, ReadsNoMoreOfAnErrorPageThanItNeeds) {
  limits.total_timeout = seconds(20);
  const std::string page(feeds::kUnwantedBytesMax * 8, 'x');
  server.serve("/404", HttpAnswer(404, {}, page).stalling_after(feeds::kUnwantedBytesMax * 4));
  EXPECT_THAT(fault_of(server.url("/404")), HasSubstr("404 (not found)"));
}

TEST_F(FetchTest, GivesUpOnAServerThatNeverAnswers) {
  limits.total_timeout = seconds(1);
  server.serve("/never", HttpAnswer::never());
  EXPECT_EQ(fault_of(server.url("/never")),
            "127.0.0.1 did not complete its answer within 1 s (fetch.total_timeout)");
}

TEST_F(FetchTest, GivesUpOnAServerThatStallsInMidBody) {
  limits.total_timeout = seconds(1);
  server.serve("/stall", HttpAnswer(200, {}, std::string(100, 'x')).stalling_after(50));
  EXPECT_THAT(fault_of(server.url("/stall")), HasSubstr("did not complete its answer within 1 s"));
}

TEST_F(FetchTest, GivesUpOnAServerThatDribbles) {
  limits.low_speed_bytes = 1000;
  limits.low_speed_time = seconds(1);
  server.serve("/slow", HttpAnswer(200, {}, std::string(5000, 'x')).slowly(milliseconds(50)));
  EXPECT_EQ(fault_of(server.url("/slow")),
            "127.0.0.1 sends its answer more slowly than 1000 bytes a second for 1 s "
            "(fetch.low_speed_bytes, fetch.low_speed_time); it was given up");
}

TEST_F(FetchTest, WaitsForASlowHeadThatComes) {
  server.serve("/slow", HttpAnswer(200, {}, "x").slowly(milliseconds(2)));
  EXPECT_TRUE(fetch_one(server.url("/slow")).response.ok());
}

TEST_F(FetchTest, GivesUpOnAConnectionThatIsNotMade) {
  limits.connect_timeout = seconds(1);
  const std::string secure = "https" + server.url("/").substr(4);  // but no TLS is spoken there
  EXPECT_EQ(fault_of(secure),
            "127.0.0.1 did not accept a connection within 1 s (fetch.connect_timeout)");
}

TEST_F(FetchTest, SpendsOneTimeLimitOnAllHops) {
  limits.total_timeout = seconds(1);
  const std::string text(300, 'x');  // 0.6 s a hop
  server.serve("/1", HttpAnswer(302, {{"Location", "/2"}}, text).slowly(milliseconds(2)));
  server.serve("/2", HttpAnswer(200, {}, text).slowly(milliseconds(2)));
  EXPECT_THAT(fault_of(server.url("/1")), HasSubstr("did not complete its answer within 1 s"));
}

TEST_F(FetchTest, SaysHowAnAnswerBroke) {
  const struct {
    const char* name;
    HttpAnswer answer;
    const char* words;
  } cases[] = {
      {"cut", HttpAnswer(200, {}, "0123456789").closing_after(5), "broke off in the middle"},
      {"reset", HttpAnswer(200, {}, "0123456789").resetting_after(5), "broke off in the middle"},
      {"cut chunk",
       HttpAnswer::exactly("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nbo"),
       "broke off in the middle"},
      {"silence", HttpAnswer::exactly(""), "closed the connection without an answer"},
      {"cut head", HttpAnswer::exactly("HTTP/1.1 200 OK\r\nContent-"), "broke off"},
      {"not HTTP", HttpAnswer::exactly("220 mail.example.se ESMTP\r\n"), "does not answer in HTTP"},
      {"bad gzip", HttpAnswer(200, {{"Content-Encoding", "gzip"}}, "no gzip at all"),
       "cannot be unpacked"},
      {"unknown packing", HttpAnswer(200, {{"Content-Encoding", "zip"}}, "x"),
       "cannot be unpacked"},
  };
  for (const auto& each : cases) {
    server.serve("/feed", each.answer);
    EXPECT_THAT(fault_of(server.url("/feed")), HasSubstr(each.words)) << each.name;
  }
}

TEST_F(FetchTest, SaysThatAServerIsDown) {
  std::string url;
  {
    const HttpServer gone;
    limits.allowed_ports.push_back(gone.port());
    url = gone.url("/feed");
  }
  EXPECT_THAT(fault_of(url), HasSubstr("127.0.0.1 refuses connections"));
}

TEST_F(FetchTest, SaysThatANameIsUnknown) {
  EXPECT_THAT(fault_of("http://does-not-exist.invalid/"),
              HasSubstr("the host name does-not-exist.invalid was not found"));
}

}  // namespace
}  // namespace fundwatch::tests
