// What an attacker tries on the socket of the real routes. What they try with a browser's help
// (forms of other sites, foisted sessions, markup in titles) stands with each page's tests.
#include <boost/asio/steady_timer.hpp>

#include "tests/web/desk_support.h"
#include "tests/web/web_support.h"
#include "web/password.h"

namespace fundwatch::web {
namespace {

using namespace std::chrono_literals;
using testing::AnyOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

class ProbeTest : public tests::DeskTest {
 protected:
  Backend backend() {
    return {.answer = [this](const Request& asked) { return answer(site, asked); }};
  }
  static std::size_t answers_in(const std::string& bytes) {
    std::size_t count = 0;
    for (auto at = bytes.find("HTTP/1.1 "); at != std::string::npos;
         at = bytes.find("HTTP/1.1 ", at + 1)) {
      ++count;
    }
    return count;
  }
};

// RFC 9112 § 6.1 and 11.2: what two servers could read as different requests is refused, and the
// connection with it.
TEST_F(ProbeTest, NoRequestIsSmuggledBehindAnother) {
  const tests::WebServer server(backend(), {}, {});
  const std::string hidden = "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n";
  const std::string post = "POST /prenumerera HTTP/1.1\r\nHost: a\r\n";
  for (const std::string& probe :
       {post + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + hidden,
        post + "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n" + hidden,
        post + "Content-Length: 0\r\nContent-Length: 38\r\n\r\n" + hidden,
        post + "Content-Length: 0, 38\r\n\r\n" + hidden,
        post + "Content-Length: +0\r\n\r\n" + hidden, post + "Content-Length: 0x0\r\n\r\n" + hidden,
        post + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + hidden,
        post + "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n" + hidden,
        post + "Transfer-Encoding: chunked\r\n\r\n5x\r\nhello\r\n0\r\n\r\n" + hidden,
        post + "Transfer-Encoding: chunked\r\n\r\n-1\r\n\r\n" + hidden,
        std::string("GET / HTTP/1.1\nHost: a\n\n") + hidden}) {
    const std::string answer = server.exchange(probe);
    EXPECT_LE(answers_in(answer), 1U) << probe << "\n---\n" << answer;
    EXPECT_THAT(answer, Not(HasSubstr("\r\n\r\nok\n"))) << probe;
  }
}

// A folded line is one header (RFC 9112 § 5.2); what follows is then no request.
TEST_F(ProbeTest, NoHeaderIsHiddenInAFold) {
  const tests::WebServer server(backend(), {}, {});
  const std::string answer = server.exchange(
      "POST /prenumerera HTTP/1.1\r\nHost: a\r\nX: y\r\n Transfer-Encoding: chunked\r\n\r\n"
      "0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_THAT(answer, Not(HasSubstr("\r\n\r\nok\n")));
  EXPECT_THAT(answer, HasSubstr("HTTP/1.1 400 "));
}

TEST_F(ProbeTest, NoHeaderIsInjectedByAnAddress) {
  const tests::WebServer server(backend(), {}, {});
  for (const char* target : {"/logga-ut?a=%0d%0aSet-Cookie:%20a=b", "/kallor%0d%0aX-Evil:%201",
                             "/logga-in?vidare=/%0d%0aX-Evil:%201", "/kallor?x=%E5%98%8A"}) {
    const std::string answer = server.get(target);
    const std::string head = answer.substr(0, answer.find("\r\n\r\n"));
    EXPECT_THAT(head, Not(HasSubstr("\r\nX-Evil"))) << target;
    EXPECT_THAT(head, Not(HasSubstr("\r\nSet-Cookie"))) << target;
  }
}

TEST_F(ProbeTest, NoFileIsReachedByItsPath) {
  const tests::WebServer server(backend(), {}, {});
  for (const char* target :
       {"/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc/passwd",
        "/ui.css/../../../etc/passwd", "/....//etc/passwd", "/%c0%ae%c0%ae/etc/passwd",
        "http://a/../etc/passwd", "//etc/passwd", "/ui.css%00.txt", "\\..\\etc\\passwd"}) {
    EXPECT_THAT(server.get(target), AnyOf(StartsWith("HTTP/1.1 404 "), StartsWith("HTTP/1.1 400 ")))
        << target;
  }
}

TEST_F(ProbeTest, NoMethodButThreeIsTaken) {
  const tests::WebServer server(backend(), {}, {});
  for (const char* method : {"PUT", "DELETE", "TRACE", "OPTIONS", "CONNECT", "PATCH", "PROPFIND"}) {
    const std::string answer = server.exchange(std::string(method) +
                                               " /kallor HTTP/1.1\r\nHost: a\r\n"
                                               "Connection: close\r\n\r\n");
    EXPECT_THAT(answer, AnyOf(StartsWith("HTTP/1.1 405 "), StartsWith("HTTP/1.1 400 "))) << method;
  }
}

// Those who send a byte now and then hold their own connection, not the server.
TEST_F(ProbeTest, TheSlowKeepNobodyOut) {
  ServerLimits limits;
  limits.patience = 1s;
  const tests::WebServer server(backend(), limits, {});
  tests::asio::io_context io;
  std::vector<tests::asio::ip::tcp::socket> slow;
  for (int count = 0; count < 300; ++count) {
    slow.push_back(server.connect(io));
    tests::asio::write(slow.back(), tests::asio::buffer(std::string("GET / HTTP/1.1\r\nX: ")));
  }
  EXPECT_THAT(server.get("/healthz"), StartsWith("HTTP/1.1 200 "));
  for (auto& socket : slow) {
    boost::system::error_code error;
    char byte = 0;
    tests::asio::read(socket, tests::asio::buffer(&byte, 1), error);
    ASSERT_EQ(error, tests::asio::error::eof);
  }
}

TEST_F(ProbeTest, FourHundredConnectionsAreHeldAtOnce) {
  const tests::WebServer server(backend(), {}, {});
  tests::asio::io_context io;
  std::vector<tests::asio::ip::tcp::socket> idle;
  for (int count = 0; count < ServerLimits().connections_max; ++count) {
    idle.push_back(server.connect(io));
  }
  const std::string asked = "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n";
  for (auto& socket : idle) {
    tests::asio::write(socket, tests::asio::buffer(asked));
    std::string begin(12, '\0');
    tests::asio::read(socket, tests::asio::buffer(begin));
    ASSERT_EQ(begin, "HTTP/1.1 200");
  }
  EXPECT_THAT(server.get("/healthz"), IsEmpty());  // one too many is turned away at once
  idle.pop_back();
}

TEST_F(ProbeTest, GuessingIsStoppedBeforeItIsHashed) {
  add_account("karin@asf.example", Role::coordinator, hash_of_password("fyra ord som ingen"));
  const tests::WebServer server(backend(), {}, {"127.0.0.1"});
  const auto guess = [&](const std::string& from) {
    return server.post("/logga-in", "namn=karin@asf.example&losen=fel",
                       "X-Forwarded-For: " + from + "\r\n");
  };
  for (int count = 0; count < kFailuresForAccountMax; ++count) {
    EXPECT_THAT(guess("192.0.2.66"), StartsWith("HTTP/1.1 422 "));
  }
  const auto begin = std::chrono::steady_clock::now();
  for (int count = 0; count < 20; ++count) {
    EXPECT_THAT(guess("192.0.2.66"), StartsWith("HTTP/1.1 429 "));
  }
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 2s);
  // Whoever writes the header themselves is taken for the one whom the proxy saw.
  EXPECT_THAT(guess("198.51.100.1, 192.0.2.66"), StartsWith("HTTP/1.1 429 "));
  EXPECT_THAT(guess("192.0.2.1"), StartsWith("HTTP/1.1 422 "));
}

TEST_F(ProbeTest, NoPageOfTheDeskIsShownOrCachedWithoutALogin) {
  const tests::WebServer server(backend(), {}, {});
  for (const char* target : {"/", "/kallor", "/kallor/1", "/kallor/opml", "/prenumeranter",
                             "/prenumeranter/1/uppgifter", "/utskick", "/utskick/mejl"}) {
    const std::string answer = server.get(
        target, "Cookie: fundwatch=" + std::string(64, 'a') + "; __Host-fundwatch=1\r\n");
    EXPECT_THAT(answer, StartsWith("HTTP/1.1 303 ")) << target;
    EXPECT_THAT(answer, HasSubstr("Cache-Control: no-store\r\n")) << target;
  }
}

TEST_F(ProbeTest, MarkupInWhatSourcesSayStaysText) {
  const std::string markup = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
  Source source;
  source.name = "a" + markup;
  source.url = "https://a.example/?" + markup;
  source.health.state = SourceState::failing;
  source.health.last_attempt = clock.now();
  source.health.error = "answered " + markup;
  Item item;
  item.source = store.sources.save(source);
  item.key = "a";
  item.title = markup;
  item.url = "https://a.example/" + markup;
  store.items.put(item, clock.now());
  store.source_history.add(item.source, {clock.now(), SourceState::failing, markup});
  log_in(Role::sysadmin);
  for (const char* path : {"/kallor", "/kallor/1", "/kallor/1?gjort=spara", "/kallor?las=1"}) {
    const std::string body = get(path).body;
    EXPECT_THAT(body, Not(HasSubstr("<script>alert"))) << path;
    EXPECT_THAT(body, Not(HasSubstr("<img"))) << path;
    EXPECT_THAT(body, HasSubstr("&lt;script&gt;")) << path;
  }
}

}  // namespace
}  // namespace fundwatch::web
