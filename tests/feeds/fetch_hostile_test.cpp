// Servers that lie, stall or attack. Whatever they send: within the limits, no crash, each request
// answered once, and a fault named in words. Which others there are is in fetch_limits_test.cpp.
#include <gmock/gmock.h>

#include "tests/feeds/fetch_support.h"

namespace fundwatch::tests {
namespace {

using feeds::Answer;
using feeds::Fault;
using std::chrono::milliseconds;
using std::chrono::seconds;
using testing::AnyOf;
using testing::HasSubstr;

constexpr const char* kOk = "HTTP/1.1 200 OK\r\n";

HttpAnswer bytes(const std::string& text) { return HttpAnswer::exactly(text); }

std::string chunked(const std::string& chunks) {
  return std::string(kOk) + "Transfer-Encoding: chunked\r\n\r\n" + chunks;
}

class HostileTest : public FetchTest {
 protected:
  HostileTest() { limits.total_timeout = seconds(5); }

  Answer asked(HttpAnswer answer) {
    server.serve("/feed", std::move(answer));
    return fetch_one(server.url("/feed"));
  }
};

struct Broken {
  const char* name;
  HttpAnswer answer;
  Fault fault;
  const char* words;
};

TEST_F(HostileTest, WhatIsNoAnswerIsNamed) {
  const std::string nul("HTTP/1.1 200 OK\r\nX-A: a\0b\r\n\r\nbody", 33);
  const Broken cases[] = {
      {"HTTP/0.9", bytes("<rss></rss>"), Fault::broken, "does not answer in HTTP"},
      {"only a line end", bytes("\r\n"), Fault::broken, ""},
      {"no status number", bytes("HTTP/1.1 abc OK\r\n\r\nx"), Fault::broken, ""},
      {"an unknown version", bytes("HTTP/9.9 200 OK\r\n\r\nx"), Fault::broken, ""},
      {"a zero byte in the head", bytes(nul), Fault::broken, "does not answer in HTTP"},
      {"a head of interim answers alone", bytes("HTTP/1.1 103 Early\r\n\r\n"), Fault::broken, ""},
      {"another protocol than asked for",
       bytes("HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n"), Fault::broken, ""},
      {"a chunk without a size", bytes(chunked("zz\r\nbody\r\n")), Fault::broken, ""},
      {"a chunk of a size beyond all numbers", bytes(chunked("fffffffffffffffff\r\nx")),
       Fault::broken, ""},
      {"a chunk longer than it says", bytes(chunked("1\r\nbody\r\n0\r\n\r\n")), Fault::broken, ""},
      {"a length below zero", bytes(std::string(kOk) + "Content-Length: -5\r\n\r\nbody"),
       Fault::broken, ""},
      {"more than it sends", bytes(std::string(kOk) + "Content-Length: 9\r\n\r\nbody"),
       Fault::broken, "broke off"}};
  for (const Broken& each : cases) {
    const Answer answer = asked(each.answer);
    ASSERT_FALSE(answer.response.ok()) << each.name;
    EXPECT_EQ(answer.fault, each.fault) << each.name << ": " << answer.response.error().message;
    EXPECT_THAT(answer.response.error().message, HasSubstr("127.0.0.1")) << each.name;
    EXPECT_THAT(answer.response.error().message, HasSubstr(each.words)) << each.name;
  }
}

TEST_F(HostileTest, HeadsBeyondTheLimitAreNamedHoweverTheyGrow) {
  std::string cookies = kOk;
  for (int i = 0; i < 3000; ++i) {
    cookies += "Set-Cookie: a" + std::to_string(i) + "=" + std::string(40, 'x') + "\r\n";
  }
  std::string trailers = chunked("4\r\nbody\r\n0\r\n");
  for (int i = 0; i < 3000; ++i) trailers += "X-A: " + std::string(40, 'x') + "\r\n";
  const Broken cases[] = {
      {"cookies", bytes(cookies + "\r\nbody"), Fault::size, "of headers"},
      {"trailers", bytes(trailers + "\r\n"), Fault::size, "of headers"},
      {"a status line", bytes("HTTP/1.1 200 " + std::string(200'000, 'x') + "\r\n\r\nbody"),
       Fault::size, "of headers"},
      {"a line that never ends", bytes(std::string(kOk) + "X-A: " + std::string(2'000'000, 'x')),
       Fault::size, "of headers"},
      {"a folded line",
       bytes(std::string(kOk) + "X-A: x\r\n" +
             [] {
               std::string folds;
               for (int i = 0; i < 3000; ++i) {
                 folds += " " + std::string(40, 'x') + "\r\n";
               }
               return folds;
             }() +
             "\r\nbody"),
       Fault::size, "of headers"}};
  for (const Broken& each : cases) {
    const Answer answer = asked(each.answer);
    ASSERT_FALSE(answer.response.ok()) << each.name;
    EXPECT_EQ(answer.fault, each.fault) << each.name << ": " << answer.response.error().message;
    EXPECT_THAT(answer.response.error().message, HasSubstr(each.words)) << each.name;
  }
}

TEST_F(HostileTest, SlowTrailersAreGivenUp) {
  limits.total_timeout = seconds(1);
  server.serve(
      "/feed",
      bytes(chunked("4\r\nbody\r\n0\r\n") + std::string(3000, 'X')).slowly(milliseconds(2)));
  EXPECT_EQ(fetch_one(server.url("/feed")).fault, Fault::timeout);
}

struct Read {
  const char* name;
  HttpAnswer answer;
  const char* body;
};

TEST_F(HostileTest, WhatIsOddButWholeIsRead) {
  const std::string raw_deflate("\x4B\xCA\x4F\xA9\x04\x00", 6);  // "body"
  const Read cases[] = {
      {"no reason", bytes("HTTP/1.1 200\r\n\r\nbody"), "body"},
      {"HTTP/1.0", bytes("HTTP/1.0 200 OK\r\n\r\nbody"), "body"},
      {"line ends alone", bytes("HTTP/1.1 200 OK\nContent-Length: 4\n\nbody"), "body"},
      {"chunks with extensions", bytes(chunked("4;a=b\r\nbody\r\n0\r\n\r\n")), "body"},
      {"trailers", bytes(chunked("4\r\nbody\r\n0\r\nX-A: b\r\n\r\n")), "body"},
      {"lengths and chunks at once",
       bytes("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n"
             "4\r\nbody\r\n0\r\n\r\n"),
       "body"},
      {"less than it sends", bytes(std::string(kOk) + "Content-Length: 4\r\n\r\nbody and more"),
       "body"},
      {"the same length twice",
       bytes(std::string(kOk) + "Content-Length: 4\r\nContent-Length: 4\r\n\r\nbody"), "body"},
      {"gzip", HttpAnswer(200, {{"Content-Encoding", "gzip"}}, gzipped("body")), "body"},
      {"x-gzip", HttpAnswer(200, {{"Content-Encoding", "x-gzip"}}, gzipped("body")), "body"},
      {"gzip of gzip",
       HttpAnswer(200, {{"Content-Encoding", "gzip, gzip"}}, gzipped(gzipped("body"))), "body"},
      {"gzip in two lines",
       HttpAnswer(200, {{"Content-Encoding", "gzip"}, {"Content-Encoding", "gzip"}},
                  gzipped(gzipped("body"))),
       "body"},
      {"raw deflate", HttpAnswer(200, {{"Content-Encoding", "deflate"}}, raw_deflate), "body"},
      {"gzip in two members",
       HttpAnswer(200, {{"Content-Encoding", "gzip"}}, gzipped("bo") + gzipped("dy")), "body"},
      {"padding behind gzip",
       HttpAnswer(200, {{"Content-Encoding", "gzip"}}, gzipped("body") + std::string(9, '\0')),
       "body"},
      {"gzip of nothing", HttpAnswer(200, {{"Content-Encoding", "gzip"}}, ""), ""},
      {"no packing", HttpAnswer(200, {{"Content-Encoding", "identity"}}, "body"), "body"},
      {"an empty body", HttpAnswer(200, {}, ""), ""}};
  for (const Read& each : cases) {
    const Answer answer = asked(each.answer);
    ASSERT_TRUE(answer.response.ok()) << each.name << ": " << answer.response.error().message;
    EXPECT_EQ(answer.response->body, each.body) << each.name;
  }
}

TEST_F(HostileTest, PackingThatLiesIsNamed) {
  const std::string many = "gzip, gzip, gzip, gzip, gzip, gzip, gzip, gzip";
  const std::string packed = gzipped("<rss></rss>");
  const Broken cases[] = {
      {"says gzip", HttpAnswer(200, {{"Content-Encoding", "gzip"}}, "<rss></rss>"), Fault::broken,
       "cannot be unpacked"},
      {"brotli, which nobody asked for", HttpAnswer(200, {{"Content-Encoding", "br"}}, "x"),
       Fault::broken, "cannot be unpacked"},
      {"gzip cut short",
       HttpAnswer(200, {{"Content-Encoding", "gzip"}}, packed.substr(0, packed.size() / 2)),
       Fault::broken, "cannot be unpacked"},
      {"gzip without its check",
       HttpAnswer(200, {{"Content-Encoding", "gzip"}}, packed.substr(0, packed.size() - 8)),
       Fault::broken, "cannot be unpacked"},
      {"gzip with a wrong check",
       HttpAnswer(200, {{"Content-Encoding", "gzip"}},
                  packed.substr(0, packed.size() - 8) + std::string(8, 'x')),
       Fault::broken, "cannot be unpacked"},
      {"says deflate", HttpAnswer(200, {{"Content-Encoding", "deflate"}}, "<rss></rss>"),
       Fault::broken, "cannot be unpacked"},
      {"unknown", HttpAnswer(200, {{"Content-Encoding", "lzma"}}, "x"), Fault::broken,
       "cannot be unpacked"},
      {"too deep", HttpAnswer(200, {{"Content-Encoding", many}}, "x"), Fault::broken,
       "cannot be unpacked"}};
  for (const Broken& each : cases) {
    const Answer answer = asked(each.answer);
    ASSERT_FALSE(answer.response.ok()) << each.name;
    EXPECT_EQ(answer.fault, each.fault) << each.name << ": " << answer.response.error().message;
    EXPECT_THAT(answer.response.error().message, HasSubstr(each.words)) << each.name;
  }
}

TEST_F(HostileTest, ABombInPlaceOfADocumentIsNotUnpackedToItsEnd) {
  const std::string bomb = gzipped(gzipped(std::string(64 << 20, '\0')));
  server.serve("/bomb", HttpAnswer(404, {{"Content-Encoding", "gzip, gzip"}}, bomb));
  EXPECT_EQ(fetch_one(server.url("/bomb")).fault, Fault::status);
}

TEST_F(HostileTest, ABombWithinABombStopsAtTheLimit) {
  limits.body_bytes_max = 1 << 20;
  const std::string bomb = gzipped(gzipped(std::string(64 << 20, '\0')));
  server.serve("/bomb", HttpAnswer(200, {{"Content-Encoding", "gzip, gzip"}}, bomb));
  EXPECT_EQ(fetch_one(server.url("/bomb")).fault, Fault::size);
}

// What stands behind an answer without a body must not be taken for the answer to the next request.
TEST_F(HostileTest, ABodyWhereNoneMayBeIsNobodyElsesAnswer) {
  const std::string planted = std::string(kOk) + "Content-Length: 7\r\n\r\nplanted";
  for (const char* status : {"304 Not Modified", "204 No Content"}) {
    const std::string head = std::string("HTTP/1.1 ") + status + "\r\n\r\n";
    server.serve("/first", HttpAnswer::exactly(head + planted).staying_open());
    server.serve("/second", HttpAnswer(200, {}, "mine"));
    const std::string second = server.url("/second");
    const auto answers =
        fetch({{.url = server.url("/first"), .validators = {.etag = "\"1\""}}, {.url = second}});
    ASSERT_TRUE(answers.at(second).response.ok())
        << status << ": " << answers.at(second).response.error().message;
    EXPECT_EQ(answers.at(second).response->body, "mine") << status;
  }
}

TEST_F(HostileTest, WhatFollowsAnAnswerIsNobodyElsesAnswer) {
  const std::string planted = std::string(kOk) + "Content-Length: 7\r\n\r\nplanted";
  const std::string whole = std::string(kOk) + "Content-Length: 4\r\n\r\nbody";
  server.serve("/first", HttpAnswer::exactly(whole + planted).staying_open());
  server.serve("/second", HttpAnswer(200, {}, "mine"));
  const std::string second = server.url("/second");
  const auto answers = fetch({{.url = server.url("/first")}, {.url = second}});
  ASSERT_TRUE(answers.at(second).response.ok()) << answers.at(second).response.error().message;
  EXPECT_EQ(answers.at(second).response->body, "mine");
}

TEST_F(HostileTest, RedirectsThatLeadAstrayAreRefused) {
  const struct {
    const char* location;
    const char* words;
  } cases[] = {{"file:///etc/passwd", "not an http or https address"},
               {"javascript:alert(1)", "not an http or https address"},
               {"data:text/xml,<rss/>", "not an http or https address"},
               {"gopher://127.0.0.1:70/x", "not an http or https address"},
               {"dict://127.0.0.1:11211/stat", "not an http or https address"},
               {"http://", "not an http or https address"},
               {"http://anna:hemlig@127.0.0.1/", "carries a user name"},
               {"http://127.0.0.1@a.example/", "carries a user name"},
               {"http://127.0.0.1:22/", "port 22 of 127.0.0.1 is not allowed"},
               {"//127.0.0.1:6379/", "port 6379 of 127.0.0.1 is not allowed"},
               {"http://127.0.0.1:99999/", "not an http or https address"},
               {"http://[::1]/", "is not public"},
               {"http://[::ffff:10.0.0.1]/", "is not public"},
               {"http://[64:ff9b::a00:1]/", "is not public"},
               {"http://[fe80::1%25lo]/", "is not public"},
               {"http://2130706434/", "is not public"},
               {"http://0x7f.1.1/", "is not public"},
               {"http://017700000002/", "is not public"},
               {"http://127.1.1.1/", "is not public"},
               {"http://0/", "is not public"},
               {"http://169.254.169.254/latest/meta-data", "is not public"}};
  for (const auto& each : cases) {
    const Answer answer = asked(HttpAnswer(302, {{"Location", each.location}}, ""));
    ASSERT_FALSE(answer.response.ok()) << each.location;
    EXPECT_THAT(answer.fault, AnyOf(Fault::redirect, Fault::address)) << each.location;
    EXPECT_THAT(answer.response.error().message, HasSubstr(each.words)) << each.location;
  }
}

TEST_F(HostileTest, ARedirectSetsNoHeaderOfItsOwn) {
  server.serve("/feed", bytes("HTTP/1.1 302 Found\r\nLocation: /next%0d%0aX-Evil:%201\r\n"
                              "Content-Length: 0\r\n\r\n"));
  fetch_one(server.url("/feed"));
  ASSERT_EQ(server.requests().size(), 2U);
  EXPECT_EQ(server.requests()[1].header("x-evil"), "");
  EXPECT_EQ(server.requests()[1].target, "/next%0d%0aX-Evil:%201");
}

TEST_F(HostileTest, ARedirectWithoutATargetIsNamed) {
  EXPECT_THAT(asked(HttpAnswer(302, {}, "")).response.error().message,
              HasSubstr("a redirect that leads nowhere"));
  EXPECT_THAT(asked(HttpAnswer(301, {{"Location", ""}}, "")).response.error().message,
              HasSubstr("redirects elsewhere, but that is not an http or https address"));
}

TEST_F(HostileTest, DigitsOfAnotherAlphabetAreJudgedByTheirAddress) {
  const std::string wide = "http://127。0。0。2:" + std::to_string(server.port()) + "/";
  const Answer answer = fetch_one(wide);
  ASSERT_FALSE(answer.response.ok());
  EXPECT_EQ(answer.fault, Fault::address) << answer.response.error().message;
}

TEST_F(HostileTest, PausesThatNoOneCanMeanAreBounded) {
  for (const char* value : {"-5", "99999999999999999999", "1e9", "Thu, 01 Jan 1970 00:00:00 GMT",
                            "Fri, 31 Dec 9999 23:59:59 GMT", "soon", ""}) {
    const Answer answer = asked(HttpAnswer(503, {{"Retry-After", value}}, ""));
    EXPECT_EQ(answer.status, 503) << value;
    const auto pause = answer.retry_after.value_or(seconds(0));
    EXPECT_GE(pause, seconds(0)) << value;
    EXPECT_LE(pause, std::chrono::hours(7 * 24)) << value;
  }
}

TEST_F(HostileTest, ValidatorsThatCannotBeSentBackAreDropped) {
  const Answer answer = asked(HttpAnswer(200,
                                         {{"ETag",
                                           "\"a\x01"
                                           "b\""},
                                          {"Last-Modified", std::string(5000, 'x')}},
                                         "body"));
  ASSERT_TRUE(answer.response.ok()) << answer.response.error().message;
  EXPECT_EQ(answer.response->validators, Validators{});
}

TEST_F(HostileTest, OddRobotsTxtsDecideWithinTheirLimits) {
  const std::string noise = std::string(
      "\0\xFF\xFE"
      "User-agent: *\0Disallow",
      25);
  const struct {
    const char* name;
    HttpAnswer robots;
    bool is_allowed;
  } cases[] = {
      {"binary", HttpAnswer(200, {}, noise), true},
      {"a page", HttpAnswer(200, {{"Content-Type", "text/html"}}, "<html>Disallow: /</html>"),
       true},
      {"huge, with the rule in front",
       HttpAnswer(200, {}, "User-agent: *\nDisallow: /\n" + std::string(2'000'000, '#')), false},
      {"endless", HttpAnswer(200, {}, std::string(12 << 20, 'x')), false},
      {"a loop", HttpAnswer(302, {{"Location", "/robots.txt"}}, ""), true},
      {"cut", HttpAnswer(200, {}, "User-agent: *\nDisallow:\n").closing_after(5), false},
      {"a bomb",
       HttpAnswer(200, {{"Content-Encoding", "gzip"}}, gzipped(std::string(64 << 20, 'x'))),
       false}};
  server.serve("/page", HttpAnswer(200, {}, "body"));
  const std::string page = server.url("/page");
  for (const auto& each : cases) {
    server.serve("/robots.txt", each.robots);
    const Answer answer = fetch({{.url = page, .obeys_robots = true}}).at(page);
    EXPECT_EQ(answer.response.ok(), each.is_allowed) << each.name;
  }
}

}  // namespace
}  // namespace fundwatch::tests
