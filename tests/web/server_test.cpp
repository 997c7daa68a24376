#include "web/server.h"

#include <algorithm>
#include <future>
#include <stdexcept>
#include <vector>

#include "tests/support/skip.h"
#include "tests/web/web_support.h"

namespace fundwatch::web {
namespace {

using namespace std::chrono_literals;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;
using tests::WebServer;

// Says what it was asked.
Reply echo(const Request& request) {
  Reply reply;
  reply.body = request.path + "|" + request.query.text("q") + "|" + request.form.text("f") + "|" +
               (request.is_ours ? "ours" : "theirs");
  return reply;
}

TEST(Server, AnswersWithTheHeadersThatEveryPageHas) {
  const WebServer server(echo);
  const std::string answer = server.get("/k%C3%A4llor?q=a+b%26c");
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 200 OK\r\n"));
  EXPECT_THAT(answer, HasSubstr("Content-Security-Policy: default-src 'none'; "));
  EXPECT_THAT(answer, HasSubstr("Referrer-Policy: no-referrer\r\n"));
  EXPECT_THAT(answer, HasSubstr("X-Content-Type-Options: nosniff\r\n"));
  EXPECT_THAT(answer, HasSubstr("Cache-Control: no-store\r\n"));
  EXPECT_THAT(answer, EndsWith("\r\n\r\n/källor|a b&c||ours"));
}

TEST(Server, ReadsForms) {
  const WebServer server(echo);
  EXPECT_THAT(server.post("/", "f=%C3%A5+%C3%A4"), EndsWith("/||å ä|ours"));
}

TEST(Server, KnowsFormsOfOtherSites) {
  const WebServer server(echo);
  EXPECT_THAT(server.post("/", "f=a", "Sec-Fetch-Site: cross-site\r\n"), EndsWith("|theirs"));
  EXPECT_THAT(server.post("/", "f=a", "Sec-Fetch-Site: same-origin\r\n"), EndsWith("|ours"));
}

TEST(Server, AnswersHeadWithoutABody) {
  const WebServer server(echo);
  const std::string answer =
      server.exchange("HEAD /abc HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  EXPECT_THAT(answer, HasSubstr("Content-Length: 11\r\n"));
  EXPECT_THAT(answer, EndsWith("\r\n\r\n"));
}

TEST(Server, KeepsTheConnectionOpen) {
  const WebServer server(echo);
  const std::string answer = server.exchange(
      "GET /1 HTTP/1.1\r\nHost: a\r\n\r\n"
      "GET /2 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  EXPECT_THAT(answer, HasSubstr("/1|||ours"));
  EXPECT_THAT(answer, HasSubstr("/2|||ours"));
}

TEST(Server, HasALimitOfHeaders) {
  const WebServer server(echo);
  const std::string answer = server.get("/", "X: " + std::string(20'000, 'x') + "\r\n");
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 431 "));
}

TEST(Server, HasALimitOfTheBody) {
  const WebServer server(echo);
  EXPECT_THAT(server.post("/", std::string(kBodyBytesMax + 1, 'x')), StartsWith("HTTP/1.1 413 "));
}

TEST(Server, HasALimitOfConnections) {
  ServerLimits limits;
  limits.connections_max = 1;
  const WebServer server(echo, limits);
  tests::asio::io_context io;
  auto first = server.connect(io);
  tests::asio::write(first, tests::asio::buffer(std::string("GET /1 HTTP/1.1\r\nHost: a\r\n\r\n")));
  std::string answer(8, '\0');
  tests::asio::read(first, tests::asio::buffer(answer));
  EXPECT_EQ(answer, "HTTP/1.1");
  EXPECT_THAT(server.get("/2"), IsEmpty());
}

// Whoever comes while pages are asked for all the time waits for one round of them, not for many.
TEST(Server, TakesAllWhoWaitBeforeItGoesOn) {
  std::promise<void> all_wait;
  std::vector<std::string> answered;
  const WebServer server([&](const Request& request) {
    if (request.path == "/busy") all_wait.get_future().wait();
    answered.push_back(request.path);
    return Reply{};
  });
  tests::asio::io_context io;
  const auto ask = [&](const std::string& requests) {
    auto socket = server.connect(io);
    tests::asio::write(socket, tests::asio::buffer(requests));
    return socket;
  };
  std::vector<tests::asio::ip::tcp::socket> sockets;
  sockets.push_back(ask("GET /busy HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"));
  constexpr std::size_t kWaiting = 30;
  for (std::size_t i = 0; i < kWaiting; ++i) {
    sockets.push_back(
        ask("GET /first HTTP/1.1\r\nHost: a\r\n\r\nGET /second HTTP/1.1\r\nHost: a\r\n\r\n"
            "GET /third HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"));
  }
  all_wait.set_value();
  for (auto& socket : sockets) {
    std::string answers;
    boost::system::error_code end;
    tests::asio::read(socket, tests::asio::dynamic_buffer(answers), end);
  }
  ASSERT_THAT(answered, SizeIs(1 + 3 * kWaiting));
  const auto third = std::ranges::find(answered, "/third");
  EXPECT_EQ(std::count(answered.begin(), third, "/first"), kWaiting);
}

TEST(Server, LetsInMoreThanAtOnce) {
  const WebServer server(echo);
  tests::asio::io_context io;
  std::vector<tests::asio::ip::tcp::socket> sockets;
  for (int i = 0; i <= kAcceptedAtOnceMax; ++i) sockets.push_back(server.connect(io));
  for (auto& socket : sockets) {
    tests::asio::write(socket,
                       tests::asio::buffer(std::string("GET /1 HTTP/1.1\r\nHost: a\r\n\r\n")));
    std::string answer(8, '\0');
    tests::asio::read(socket, tests::asio::buffer(answer));
    EXPECT_EQ(answer, "HTTP/1.1");
  }
}

TEST(Server, LosesPatienceWithTheSlow) {
  ServerLimits limits;
  limits.patience = 1s;
  const WebServer server(echo, limits);
  EXPECT_THAT(server.exchange("GET / HTTP/1.1\r\nHo"), IsEmpty());
}

TEST(Server, RefusesWhatIsNoHttp) {
  const WebServer server(echo);
  for (const char* bytes : {"\x16\x03\x01\x02\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n",
                            "GET / HTTP/1.1\r\nContent-Length: x\r\n\r\n"}) {
    EXPECT_THAT(server.exchange(bytes), StartsWith("HTTP/1.1 400 ")) << bytes;
  }
}

TEST(Server, RefusesAddressesAndFormsThatAreNoText) {
  const WebServer server(echo);
  EXPECT_THAT(server.get("/%FF"), StartsWith("HTTP/1.1 400 "));
  EXPECT_THAT(server.get("/a%00b"), StartsWith("HTTP/1.1 400 "));
  EXPECT_THAT(server.get("*"), StartsWith("HTTP/1.1 400 "));
  EXPECT_THAT(server.post("/", "f=%FF"), StartsWith("HTTP/1.1 400 "));
}

TEST(Server, SaysWhenAPageFails) {
  const WebServer server([](const Request&) -> Reply { throw std::runtime_error("disk full"); });
  EXPECT_THAT(server.get("/"), StartsWith("HTTP/1.1 500 "));
  EXPECT_THAT(server.faults,
              testing::ElementsAre(testing::MatchesRegex("[0-9A-F]{4}-[0-9A-F]{4}: disk full")));
}

TEST(Server, SaysWhyItCannotListen) {
  const WebServer taken(echo);
  tests::asio::io_context io;
  Server server(io, {.answer = echo});
  const auto port = server.listen("127.0.0.1:" + std::to_string(taken.port()));
  ASSERT_FALSE(port);
  EXPECT_THAT(port.error().message, HasSubstr("is another program using the port?"));
  for (const char* address : {"", "localhost", "127.0.0.1", "127.0.0.1:", "127.0.0.1:70000",
                              "bevakning.example:80", "127.0.0.1:8 0"}) {
    Server other(io, {.answer = echo});
    const auto refused = other.listen(address);
    ASSERT_FALSE(refused) << address;
    EXPECT_THAT(refused.error().message, HasSubstr("such as \"127.0.0.1:8080\"")) << address;
  }
}

// Whoever listens on both families is told of 127.0.0.1 as ::ffff:127.0.0.1.
TEST(Server, KnowsWhoAsksOnASocketForBothFamilies) {
  Server* server = nullptr;
  tests::asio::io_context io;
  std::string sender = "nobody";
  bool is_local = false;
  Server both(io,
              {.answer =
                   [&](const Request& request) {
                     sender = request.sender;
                     is_local = request.is_local;
                     server->stop();
                     return echo(request);
                   }},
              {}, {"127.0.0.1"});
  server = &both;
  const auto port = both.listen("[::]:0");
  if (!port) return tests::skip("there is no IPv6 here");
  tests::asio::ip::tcp::socket browser(io);
  browser.connect({tests::asio::ip::make_address("127.0.0.1"), static_cast<std::uint16_t>(*port)});
  const std::string request =
      "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nX-Forwarded-For: 192.0.2.7\r\n\r\n";
  tests::asio::write(browser, tests::asio::buffer(request));
  io.run();
  EXPECT_EQ(sender, "192.0.2.7") << "the proxy at 127.0.0.1 is believed";
  EXPECT_FALSE(is_local);
}

TEST(Server, ServesOnASocketThatListensAlready) {
  tests::asio::io_context io;
  tests::asio::ip::tcp::acceptor made(io, {tests::asio::ip::make_address("127.0.0.1"), 0});
  const int port = made.local_endpoint().port();
  const WebServer server(echo, made.release());
  EXPECT_EQ(server.port(), port);
  EXPECT_THAT(server.get("/handed"), EndsWith("/handed|||ours"));
}

TEST(Server, SaysWhatItCannotServeOn) {
  tests::asio::io_context io;
  Server server(io, {.answer = echo});
  const auto port = server.adopt(-1);
  ASSERT_FALSE(port);
  EXPECT_THAT(port.error().message, HasSubstr("handed over: Bad file descriptor"));
}

TEST(Redirect, IsASeeOther) {
  const WebServer server([](const Request&) { return redirect("/tack"); });
  const std::string answer = server.post("/", "");
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 303 "));
  EXPECT_THAT(answer, HasSubstr("Location: /tack\r\n"));
}

}  // namespace
}  // namespace fundwatch::web
