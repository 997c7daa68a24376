#include "web/pool.h"

#include <future>

#include "tests/web/web_support.h"
#include "web/sender.h"

namespace fundwatch::web {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

Reply said(std::string words) {
  Reply reply;
  reply.body = std::move(words);
  return reply;
}

Pool::Handlers echoes() {
  const Handler echo = [](const Request& request) { return said("pool " + request.path); };
  return {echo, echo};
}

TEST(Pool, RunsOneRequestOfALaneAtATime) {
  Pool pool(echoes());
  std::promise<void> first_may_end;
  std::promise<void> first_began;
  std::promise<void> other_ran;
  std::promise<void> second_ran;
  std::atomic<bool> first_ended = false;
  std::atomic<bool> was_in_turn = false;
  pool.add(Lane::fetching, [&](const Handler&) {
    first_began.set_value();
    first_may_end.get_future().wait();
    first_ended = true;
  });
  first_began.get_future().wait();
  pool.add(Lane::fetching, [&](const Handler&) {
    was_in_turn = first_ended.load();
    second_ran.set_value();
  });
  pool.add(Lane::hashing, [&](const Handler&) { other_ran.set_value(); });
  other_ran.get_future().wait();  // overtakes the second
  first_may_end.set_value();
  second_ran.get_future().wait();
  EXPECT_TRUE(was_in_turn);
}

TEST(Pool, TurnsAwayWhatIsTooMuch) {
  std::promise<void> may_end;
  const auto end = may_end.get_future().share();
  Pool pool(echoes());
  std::promise<void> began;
  pool.add(Lane::tuning, [&](const Handler&) {
    began.set_value();
    end.wait();
  });
  began.get_future().wait();
  for (std::size_t count = 0; count < kPoolQueueMax; ++count) {
    EXPECT_TRUE(pool.add(Lane::tuning, [](const Handler&) {}));
  }
  EXPECT_FALSE(pool.add(Lane::tuning, [](const Handler&) {}));
  may_end.set_value();
}

// A server whose slow requests are those below /slow.
Backend backend(Pool* pool) {
  return {.answer = [](const Request& request) { return said("page " + request.path); },
          .lane_of =
              [](const Request& request) {
                return request.path.starts_with("/slow") ? Lane::tuning : Lane::page;
              },
          .pool = [pool] { return pool; }};
}

TEST(Server, AnswersSlowRequestsOnThePool) {
  Pool pool(echoes());
  const tests::WebServer server(backend(&pool), {}, {});
  EXPECT_THAT(server.get("/a"), EndsWith("page /a"));
  EXPECT_THAT(server.get("/slow"), EndsWith("pool /slow"));
}

TEST(Server, AnswersPagesWhileThePoolWorks) {
  std::promise<void> may_end;
  std::promise<void> began;
  const auto end = may_end.get_future().share();
  const Handler waits = [&](const Request&) {
    began.set_value();
    end.wait();
    return said("late");
  };
  Pool pool({waits, waits});
  const tests::WebServer server(backend(&pool), {}, {});
  auto slow = std::async(std::launch::async, [&] { return server.get("/slow"); });
  began.get_future().wait();
  EXPECT_THAT(server.get("/a"), EndsWith("page /a"));
  may_end.set_value();
  EXPECT_THAT(slow.get(), EndsWith("late"));
}

TEST(Server, SaysWhenAPageOnThePoolFails) {
  const Handler fails = [](const Request&) -> Reply { throw std::runtime_error("disk full"); };
  Pool pool({fails, fails});
  const tests::WebServer server(backend(&pool), {}, {});
  EXPECT_THAT(server.get("/slow"), StartsWith("HTTP/1.1 500 "));
  EXPECT_THAT(server.faults, testing::ElementsAre(EndsWith(": disk full")));
}

TEST(Server, TurnsAwayWhatThereIsNoPoolFor) {
  const tests::WebServer server(backend(nullptr), {}, {});
  EXPECT_THAT(server.get("/slow"), StartsWith("HTTP/1.1 503 "));
}

TEST(Server, HoldsAnAnswerBack) {
  const tests::WebServer server([](const Request&) {
    Reply reply = said("late");
    reply.held = std::chrono::seconds(1);
    return reply;
  });
  const auto before = std::chrono::steady_clock::now();
  EXPECT_THAT(server.get("/"), EndsWith("late"));
  EXPECT_GE(std::chrono::steady_clock::now() - before, std::chrono::milliseconds(900));
}

TEST(Server, BeginsNoHeaderForWhatStandsInOne) {
  const tests::WebServer server([](const Request&) {
    Reply reply;
    reply.headers.emplace_back("Location", "/a\r\nSet-Cookie: a=b");
    return reply;
  });
  EXPECT_THAT(server.get("/"), HasSubstr("Location: /a??Set-Cookie: a=b\r\n"));
}

TEST(Sender, IsThePeerUnlessATrustedProxySaysOtherwise) {
  const std::vector<std::string> none;
  const std::vector<std::string> nginx{"127.0.0.1", "10.0.0.2"};
  EXPECT_EQ(sender_of("192.0.2.1", "", none), "192.0.2.1");
  EXPECT_EQ(sender_of("192.0.2.1", "198.51.100.7", none), "192.0.2.1");
  EXPECT_EQ(sender_of("192.0.2.1", "198.51.100.7", nginx), "192.0.2.1");
  EXPECT_EQ(sender_of("127.0.0.1", "198.51.100.7", none), "");
  EXPECT_EQ(sender_of("127.0.0.1", "198.51.100.7", nginx), "198.51.100.7");
  EXPECT_EQ(sender_of("127.0.0.1", "1.1.1.1, 198.51.100.7, 10.0.0.2", nginx), "198.51.100.7");
  EXPECT_EQ(sender_of("127.0.0.1", "", nginx), "");
  EXPECT_EQ(sender_of("127.0.0.1", "unknown", nginx), "");
}

}  // namespace
}  // namespace fundwatch::web
