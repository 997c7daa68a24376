#include "feeds/fetch/host_queues.h"

#include <gtest/gtest.h>

namespace fundwatch::tests {
namespace {

using feeds::Errand;
using feeds::HostQueues;

Errand errand(const std::string& host, const std::string& path) {
  Errand result;
  result.hop = {.url = "http://" + host + path, .host = host, .is_secure = false};
  return result;
}

std::string taken(HostQueues& queues) {
  const auto next = queues.take();
  return next ? next->hop.url : "nothing";
}

TEST(HostQueues, AsksOneHostOneThingAtATime) {
  HostQueues queues;
  queues.add(errand("a.se", "/1"));
  queues.add(errand("a.se", "/2"));
  EXPECT_EQ(taken(queues), "http://a.se/1");
  EXPECT_EQ(taken(queues), "nothing");
  queues.release("a.se");
  EXPECT_EQ(taken(queues), "http://a.se/2");
}

TEST(HostQueues, LetsHostsTakeTurns) {
  HostQueues queues;
  queues.add(errand("a.se", "/1"));
  queues.add(errand("a.se", "/2"));
  queues.add(errand("b.se", "/1"));
  queues.add(errand("b.se", "/2"));
  std::string order;
  while (true) {
    const auto next = queues.take();
    if (!next) break;
    order += next->hop.host + next->hop.url.substr(next->hop.url.rfind('/')) + " ";
    queues.release(next->hop.host);
  }
  EXPECT_EQ(order, "a.se/1 b.se/1 a.se/2 b.se/2 ");
}

TEST(HostQueues, KeepsWhatIsAddedToABusyHostWaiting) {
  HostQueues queues;
  queues.add(errand("a.se", "/1"));
  EXPECT_EQ(taken(queues), "http://a.se/1");
  queues.add(errand("a.se", "/2"));
  EXPECT_EQ(taken(queues), "nothing");
  queues.release("a.se");
  EXPECT_EQ(taken(queues), "http://a.se/2");
}

TEST(HostQueues, IsEmptyOnceNothingWaitsAndNoHostIsBusy) {
  HostQueues queues;
  EXPECT_TRUE(queues.empty());
  queues.add(errand("a.se", "/1"));
  EXPECT_FALSE(queues.empty());
  EXPECT_EQ(taken(queues), "http://a.se/1");
  EXPECT_FALSE(queues.empty());
  queues.release("a.se");
  EXPECT_TRUE(queues.empty());
}

}  // namespace
}  // namespace fundwatch::tests
