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
    EXPECT_TRUE(group.has_room_for(visit()));
    group.add(visit(), kNow);
  }
  EXPECT_FALSE(group.has_room_for(visit()));
  EXPECT_EQ(group.take().size(), kVisitsAtOnceMax);
  EXPECT_TRUE(group.has_room_for(visit()));
}

TEST(VisitGroup, HasRoomForSoMuch) {
  VisitGroup group;
  EXPECT_TRUE(group.has_room_for(visit(2 * kVisitBytesAtOnceMax)));
  group.add(visit(kVisitBytesAtOnceMax - 1), kNow);
  EXPECT_TRUE(group.has_room_for(visit(1)));
  EXPECT_FALSE(group.has_room_for(visit(2)));
  group.take();
  EXPECT_TRUE(group.has_room_for(visit(kVisitBytesAtOnceMax)));
}

TEST(VisitGroup, HasRoomForSoManyItems) {
  VisitGroup group;
  Visit large = visit();
  large.items = std::vector<Item>(kVisitItemsAtOnceMax);
  EXPECT_TRUE(group.has_room_for(large));
  group.add(large, kNow);
  EXPECT_TRUE(group.has_room_for(visit()));
  Visit one = visit();
  one.items = std::vector<Item>(1);
  EXPECT_FALSE(group.has_room_for(one));
}

TEST(VisitGroup, IsOfOneSecond) {
  VisitGroup group;
  EXPECT_TRUE(group.is_of(kNow + std::chrono::seconds{1}));
  group.add(visit(), kNow);
  EXPECT_TRUE(group.is_of(kNow));
  EXPECT_FALSE(group.is_of(kNow + std::chrono::seconds{1}));
}

}  // namespace
}  // namespace fundwatch::daemon
