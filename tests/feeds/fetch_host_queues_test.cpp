#include "feeds/fetch/host_queues.h"

#include <gtest/gtest.h>

namespace fundwatch::tests {
namespace {

using namespace std::chrono_literals;
using feeds::Errand;
using feeds::HostPace;
using feeds::HostQueues;
using feeds::Moment;

constexpr Moment kStart{std::chrono::hours(1000)};

Errand errand(const std::string& authority, const std::string& path) {
  Errand result;
  result.hop.url = "http://" + authority + path;
  result.hop.authority = authority;
  return result;
}

struct Queues : public testing::Test {
  std::string taken(Moment now = kStart) {
    const auto next = queues.take(now);
    return next ? next->hop.url : "nothing";
  }
  HostPace pace{0s};
  HostQueues queues{pace};
};

struct PoliteQueues : public testing::Test {
  HostPace pace{2s};
  HostQueues queues{pace};
};

TEST_F(Queues, AskOneHostOneThingAtATime) {
  queues.add(errand("a.se", "/1"));
  queues.add(errand("a.se", "/2"));
  EXPECT_EQ(taken(), "http://a.se/1");
  EXPECT_EQ(taken(), "nothing");
  queues.release("a.se", kStart);
  EXPECT_EQ(taken(), "http://a.se/2");
}

TEST_F(Queues, LetHostsTakeTurns) {
  for (const char* host : {"a.se", "b.se"}) {
    queues.add(errand(host, "/1"));
    queues.add(errand(host, "/2"));
  }
  std::string order;
  while (const auto next = queues.take(kStart)) {
    order += next->hop.authority + next->hop.url.substr(next->hop.url.rfind('/')) + " ";
    queues.release(next->hop.authority, kStart);
  }
  EXPECT_EQ(order, "a.se/1 b.se/1 a.se/2 b.se/2 ");
}

TEST_F(Queues, KeepWhatIsAddedToABusyHostWaiting) {
  queues.add(errand("a.se", "/1"));
  EXPECT_EQ(taken(), "http://a.se/1");
  queues.add(errand("a.se", "/2"));
  EXPECT_EQ(taken(), "nothing");
  queues.release("a.se", kStart);
  EXPECT_EQ(taken(), "http://a.se/2");
}

TEST_F(Queues, AreEmptyOnceNothingWaitsAndNoHostIsBusy) {
  EXPECT_TRUE(queues.empty());
  queues.add(errand("a.se", "/1"));
  EXPECT_FALSE(queues.empty());
  EXPECT_EQ(taken(), "http://a.se/1");
  EXPECT_FALSE(queues.empty());
  queues.release("a.se", kStart);
  EXPECT_TRUE(queues.empty());
}

TEST_F(Queues, GiveUpAllThatWaitsForAHost) {
  for (const char* path : {"/1", "/2", "/3"}) queues.add(errand("a.se", path));
  queues.add(errand("b.se", "/1"));
  EXPECT_EQ(taken(), "http://a.se/1");
  EXPECT_EQ(queues.take_all("a.se").size(), 2U);
  EXPECT_TRUE(queues.take_all("c.se").empty());
  queues.release("a.se", kStart);
  EXPECT_EQ(taken(), "http://b.se/1");
  queues.release("b.se", kStart);
  EXPECT_TRUE(queues.empty());
}

TEST_F(PoliteQueues, LeaveAHostInPeaceBetweenTwoRequests) {
  queues.add(errand("a.se", "/1"));
  queues.add(errand("a.se", "/2"));
  EXPECT_EQ(queues.next_turn(), Moment{});
  ASSERT_TRUE(queues.take(kStart));
  queues.release("a.se", kStart + 1s);
  EXPECT_EQ(queues.next_turn(), kStart + 3s);
  EXPECT_FALSE(queues.take(kStart + 3s - 1ns));
  EXPECT_TRUE(queues.take(kStart + 3s));
}

TEST_F(PoliteQueues, RememberTheirPaceFromOneRoundToTheNext) {
  queues.add(errand("a.se", "/1"));
  ASSERT_TRUE(queues.take(kStart));
  queues.release("a.se", kStart);
  HostQueues next(pace);
  next.add(errand("a.se", "/2"));
  EXPECT_FALSE(next.take(kStart + 1s));
  EXPECT_TRUE(next.take(kStart + 2s));
}

TEST_F(PoliteQueues, LetAnotherHostGoAhead) {
  queues.add(errand("a.se", "/1"));
  queues.add(errand("a.se", "/2"));
  ASSERT_TRUE(queues.take(kStart));
  queues.release("a.se", kStart);
  queues.add(errand("b.se", "/1"));
  EXPECT_EQ(queues.take(kStart)->hop.authority, "b.se");
}

// 20,000 sources on 200 hosts: as long as the host with the most takes, and no host is hurried.
TEST_F(PoliteQueues, AThousandTimesTwentySourcesAreAskedAtThePaceOfTheirHosts) {
  constexpr int kHosts = 200;
  constexpr int kEach = 100;
  for (int i = 0; i < kHosts * kEach; ++i) {
    queues.add(errand("h" + std::to_string(i % kHosts), "/" + std::to_string(i)));
  }
  std::unordered_map<std::string, Moment> last;
  Moment now = kStart;
  int asked = 0;
  while (!queues.empty()) {
    now = std::max(now, *queues.next_turn());
    const auto next = queues.take(now);
    ASSERT_TRUE(next);
    const auto [before, is_first] = last.emplace(next->hop.authority, now);
    if (!is_first) {
      ASSERT_GE(now - before->second, 2s);
      before->second = now;
    }
    queues.release(next->hop.authority, now);
    ++asked;
  }
  EXPECT_EQ(asked, kHosts * kEach);
  EXPECT_EQ(now, kStart + (kEach - 1) * 2s);
}

TEST(HostPace, HoldsAHostUntilTheLastMomentAskedFor) {
  HostPace pace(2s);
  pace.hold("a.se", kStart + 30min);
  pace.hold("a.se", kStart + 1min);
  EXPECT_EQ(pace.held_for("a.se", kStart), 30min);
  EXPECT_EQ(pace.free_at("a.se"), kStart + 30min);
  EXPECT_EQ(pace.held_for("a.se", kStart + 30min), std::nullopt);
  EXPECT_EQ(pace.held_for("b.se", kStart), std::nullopt);
}

TEST(HostPace, ForgetsHostsThatMayBeAsked) {
  HostPace pace(2s);
  pace.asked("a.se", kStart);
  pace.hold("b.se", kStart + 1min);
  pace.forget_free(kStart + 2s);
  EXPECT_EQ(pace.size(), 1U);
  pace.forget_free(kStart + 1min);
  EXPECT_EQ(pace.size(), 0U);
}

}  // namespace
}  // namespace fundwatch::tests
