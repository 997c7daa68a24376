#include "daemon/visit_group.h"

#include <gtest/gtest.h>

namespace fundwatch::daemon {
namespace {

constexpr Instant kNow{std::chrono::seconds{1'800'000'000}};

Visit visit(std::size_t bytes = 0) {
  Response response;
  response.body = std::string(bytes, 'x');
  return {.source = {}, .answer = feeds::Answer{response}, .items = std::vector<Item>()};
}

TEST(VisitGroup, HasRoomForSoMany) {
  VisitGroup group;
  for (std::size_t i = 0; i < kVisitsAtOnceMax; ++i) {
    EXPECT_TRUE(group.has_room_for(visit(), kNow));
    group.add(visit(), kNow);
  }
  EXPECT_FALSE(group.has_room_for(visit(), kNow));
  EXPECT_EQ(group.take().size(), kVisitsAtOnceMax);
  EXPECT_TRUE(group.has_room_for(visit(), kNow));
}

TEST(VisitGroup, HasRoomForSoMuch) {
  VisitGroup group;
  EXPECT_TRUE(group.has_room_for(visit(2 * kVisitBytesAtOnceMax), kNow));
  group.add(visit(kVisitBytesAtOnceMax - 1), kNow);
  EXPECT_TRUE(group.has_room_for(visit(1), kNow));
  EXPECT_FALSE(group.has_room_for(visit(2), kNow));
  group.take();
  EXPECT_TRUE(group.has_room_for(visit(kVisitBytesAtOnceMax), kNow));
}

TEST(VisitGroup, IsOfOneSecond) {
  VisitGroup group;
  group.add(visit(), kNow);
  EXPECT_TRUE(group.has_room_for(visit(), kNow));
  EXPECT_FALSE(group.has_room_for(visit(), kNow + std::chrono::seconds{1}));
}

}  // namespace
}  // namespace fundwatch::daemon
