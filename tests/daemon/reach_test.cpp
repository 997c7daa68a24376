#include "daemon/reach.h"

#include <gtest/gtest.h>

namespace fundwatch::tests {
namespace {

using daemon::Reach;
using std::chrono::minutes;

const Instant kNow{std::chrono::hours(500'000)};

TEST(Reach, OneHostIsItsOwnFault) {
  Reach reach;
  EXPECT_FALSE(reach.missed({"a.example"}, kNow));
  EXPECT_FALSE(reach.missed({"a.example"}, kNow));
  EXPECT_FALSE(reach.is_down());
  EXPECT_FALSE(reach.next_try());
}

TEST(Reach, SeveralAreOurNetwork) {
  Reach reach;
  EXPECT_TRUE(reach.missed({"a.example", "b.example"}, kNow));
  EXPECT_EQ(reach.down_since(), kNow);
  EXPECT_EQ(reach.next_try(), kNow + minutes(1));
  EXPECT_FALSE(reach.missed({"a.example"}, kNow + minutes(1)));  // is known
  EXPECT_EQ(reach.next_try(), kNow + minutes(6));
  EXPECT_EQ(reach.down_since(), kNow);
}

TEST(Reach, SeveralRoundsAddUp) {
  Reach reach;
  EXPECT_FALSE(reach.missed({"a.example"}, kNow));
  EXPECT_TRUE(reach.missed({"b.example"}, kNow));
}

TEST(Reach, AnAnswerClearsIt) {
  Reach reach;
  reach.missed({"a.example"}, kNow);
  reach.answered();
  EXPECT_FALSE(reach.missed({"b.example"}, kNow));
  reach.missed({"c.example"}, kNow);
  EXPECT_TRUE(reach.is_down());
  reach.answered();
  EXPECT_FALSE(reach.is_down());
}

TEST(Reach, WhatIsProvenNeedsNoWitness) {
  Reach reach;
  EXPECT_TRUE(reach.broke_down(kNow));
  EXPECT_FALSE(reach.broke_down(kNow + minutes(1)));
  EXPECT_EQ(reach.down_since(), kNow);
  EXPECT_EQ(reach.next_try(), kNow + minutes(6));
}

TEST(Reach, OnlyWhoVouchesMayBeOurTrust) {
  EXPECT_TRUE(daemon::is_untrusted(feeds::Fault::trust_store));
  EXPECT_TRUE(daemon::is_untrusted(feeds::Fault::authority));
  EXPECT_FALSE(daemon::is_untrusted(feeds::Fault::tls));
}

TEST(Reach, OnlyNameAndConnectionMayBeOurs) {
  EXPECT_TRUE(daemon::is_out_of_reach(feeds::Fault::name));
  EXPECT_TRUE(daemon::is_out_of_reach(feeds::Fault::connection));
  for (const auto fault : {feeds::Fault::none, feeds::Fault::status, feeds::Fault::tls,
                           feeds::Fault::timeout, feeds::Fault::address}) {
    EXPECT_FALSE(daemon::is_out_of_reach(fault));
  }
}

}  // namespace
}  // namespace fundwatch::tests
