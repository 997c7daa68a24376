#include "base/growth.h"

#include <gtest/gtest.h>

#include <vector>

namespace fundwatch {
namespace {

TEST(Growth, HoldsAnEighthInReserve) {
  EXPECT_EQ(roomy(100, 100), 100U);
  EXPECT_EQ(roomy(101, 100), 101 + kReserveMin);
  EXPECT_EQ(roomy(8001, 8000), 8001U + 1000);
  std::vector<int> table;
  std::string text;
  for (int i = 0; i < 100'000; ++i) {
    table.reserve(roomy(table.size() + 1, table.capacity()));
    table.push_back(i);
    make_room(text, 3);
    text += "abc";
  }
  EXPECT_EQ(table[99'999], 99'999);
  EXPECT_LE(table.capacity(), 113'000U);
  EXPECT_EQ(text.substr(299'994), "abcabc");
  EXPECT_LE(text.capacity(), 338'000U);
}

}  // namespace
}  // namespace fundwatch
