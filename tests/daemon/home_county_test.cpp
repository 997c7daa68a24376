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
  call.limited_to = {"SE224"};
  EXPECT_TRUE(is_outside(call));
  call.limited_to = {"SE224", "SE313"};
  EXPECT_FALSE(is_outside(call));
  call.limited_to = {kUnnamedRegion};
  EXPECT_FALSE(is_outside(call));
}

TEST(HomeCounty, AnEventElsewhereIsOutside) {
  Item event = item("Nätverksträff", "Välkommen.", {"SE224"});
  event.status = CallStatus::open;
  event.event_date = std::chrono::year(2027) / 3 / 1;
  EXPECT_TRUE(is_outside(event));
}

Subscriber reader(const std::string& municipality, Reach reach) {
  Subscriber subscriber;
  subscriber.municipality = municipality;
  subscriber.reach = reach;
  return subscriber;
}

TEST(HomeCounty, IsTheReadersOwnWhereTheyChoseAReach) {
  const County* installation = find_county("Gävleborg");
  Item tender = item("Städning", "Anbud ska ha inkommit senast 1 mars.", {"SE313"});
  tender.place.municipality = "Hofors";
  const auto is_outside_of = [&](const Subscriber& subscriber) {
    return HomeCounty::of(subscriber, installation).is_outside(tender);
  };
  EXPECT_FALSE(is_outside_of(reader("Gävle", Reach::everywhere)));
  EXPECT_FALSE(is_outside_of(reader("Gävle", Reach::county)));
  EXPECT_TRUE(is_outside_of(reader("Gävle", Reach::municipality)));
  EXPECT_FALSE(is_outside_of(reader("Hofors", Reach::municipality)));
  EXPECT_TRUE(is_outside_of(reader("Malmö", Reach::county)));
  EXPECT_FALSE(is_outside_of(reader("Ingenstans", Reach::municipality)));
}

TEST(HomeCounty, OfNeighboursCrossesTheCountysBorder) {
  const HomeCounty home = HomeCounty::of(reader("Gävle", Reach::neighbours), nullptr);
  const auto is_tender_outside = [&home](const std::string& municipality, const char* nuts) {
    Item tender = item("Städning", "Anbud ska ha inkommit senast 1 mars.", {nuts});
    tender.place.municipality = municipality;
    return home.is_outside(tender);
  };
  EXPECT_FALSE(is_tender_outside("Gävle", "SE313"));
  EXPECT_FALSE(is_tender_outside("Ockelbo", "SE313"));
  EXPECT_FALSE(is_tender_outside("Älvkarleby", "SE121"));
  EXPECT_FALSE(is_tender_outside("", "SE313"));
  EXPECT_TRUE(is_tender_outside("Hudiksvall", "SE313"));
  EXPECT_TRUE(is_tender_outside("Uppsala", "SE121"));
  EXPECT_TRUE(is_tender_outside("", "SE121"));
}

TEST(HomeCounty, OfOneMunicipalityTakesWhatNamesNone) {
  const HomeCounty home = HomeCounty::of(reader("Gävle", Reach::municipality), nullptr);
  EXPECT_FALSE(home.is_outside(item("Städning", "Anbud senast 1 mars.", {"SE313"})));
  EXPECT_FALSE(home.is_outside(item("Städning", "Anbud senast 1 mars.", {})));
  Item call = item("Bidrag", "Föreningar kan söka.", {"SE313"});
  call.place.municipality = "Hofors";
  call.status = CallStatus::open;
  EXPECT_FALSE(home.is_outside(call)) << "its funder sits there; anybody may apply";
}

TEST(HomeCounty, WithoutOneNothingIsOutside) {
  EXPECT_FALSE(HomeCounty(nullptr).is_outside(item("Städning", "Anbud.", {"SE224"})));
}

}  // namespace
}  // namespace fundwatch::tests
