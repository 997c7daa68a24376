#include "base/counties.h"

#include <gtest/gtest.h>

#include <set>

#include "base/model.h"

namespace fundwatch {
namespace {

TEST(Counties, AreTwentyOneWithCodesOfTheirOwn) {
  std::set<std::string_view> codes;
  for (const County& county : counties()) {
    codes.insert(county.code);
    codes.insert(county.name);
    codes.insert(county.nuts);
  }
  EXPECT_EQ(counties().size(), 21U);
  EXPECT_EQ(codes.size(), 63U);
}

TEST(Counties, MeetWhatHoldsThemAndWhatLiesInThem) {
  for (const char* region : {"SE", "SE3", "SE31", "SE313", kUnnamedRegion}) {
    EXPECT_TRUE(may_meet(region, "SE313")) << region;
  }
  for (const char* region : {"SE312", "SE1", "FI"})
    EXPECT_FALSE(may_meet(region, "SE313")) << region;
}

TEST(Counties, AreFoundByNameAndByCode) {
  for (const char* words :
       {"Gävleborg", "Gävleborgs län", "gävleborgs  län", "21", "SE313", "se313"}) {
    const County* county = find_county(words);
    ASSERT_NE(county, nullptr) << words;
    EXPECT_EQ(county->nuts, "SE313") << words;
  }
  EXPECT_EQ(find_county("Skåne län")->code, "12");
  EXPECT_EQ(find_county("Kalmar län")->code, "08");
  for (const char* words : {"", "Gävle", "2", "SE31", "Gävleborgss", "län", "all"}) {
    EXPECT_EQ(find_county(words), nullptr) << words;
  }
}

}  // namespace
}  // namespace fundwatch
