#include "daemon/home_county.h"

#include <gtest/gtest.h>

namespace fundwatch::tests {
namespace {

using daemon::HomeCounty;

Item item(const std::string& title, const std::string& text, std::vector<std::string> nuts) {
  Item result;
  result.title = title;
  result.text = text;
  result.place.nuts = std::move(nuts);
  return result;
}

bool is_outside(const Item& item) { return HomeCounty(find_county("Gävleborg")).is_outside(item); }

TEST(HomeCounty, WhatIsBoughtElsewhereIsOutside) {
  const std::string text = "Anbud ska ha inkommit senast 1 mars.";
  EXPECT_TRUE(is_outside(item("Städning", text, {"SE224"})));
  EXPECT_TRUE(is_outside(item("Städning", text, {"FI"})));
  EXPECT_FALSE(is_outside(item("Städning", text, {"SE313"})));
  EXPECT_FALSE(is_outside(item("Städning", text, {"SE224", "SE313"})));
  EXPECT_FALSE(is_outside(item("Städning", text, {"SE31"})));
  EXPECT_FALSE(is_outside(item("Städning", text, {"SE"})));
  EXPECT_FALSE(is_outside(item("Städning", text, {})));
}

TEST(HomeCounty, ACallIsOutsideOnlyIfItsWordsLimitIt) {
  Item call = item("Bidrag till föreningar", "Region Skåne delar ut medel.", {"SE224"});
  call.status = CallStatus::open;
  EXPECT_FALSE(is_outside(call));
  call.text = "Endast föreningar i Skåne kan söka.";
  EXPECT_TRUE(is_outside(call));
  call.text = "Endast föreningar i Skåne och Gävleborgs län kan söka.";
  EXPECT_FALSE(is_outside(call));
}

TEST(HomeCounty, AnEventElsewhereIsOutside) {
  Item event = item("Nätverksträff", "Välkommen.", {"SE224"});
  event.status = CallStatus::open;
  event.event_date = std::chrono::year(2027) / 3 / 1;
  EXPECT_TRUE(is_outside(event));
}

TEST(HomeCounty, WithoutOneNothingIsOutside) {
  EXPECT_FALSE(HomeCounty(nullptr).is_outside(item("Städning", "Anbud.", {"SE224"})));
}

}  // namespace
}  // namespace fundwatch::tests
