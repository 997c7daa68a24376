#include "feeds/facts/neighbours.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "feeds/facts/municipalities.h"

namespace fundwatch::feeds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Neighbours, BorderOnTheMunicipality) {
  EXPECT_THAT(neighbours_of("Gävle"),
              ElementsAre("Älvkarleby", "Heby", "Tierp", "Ockelbo", "Sandviken", "Söderhamn"));
  EXPECT_THAT(neighbours_of("Nordanstig"), ElementsAre("Hudiksvall", "Ånge", "Sundsvall"));
  EXPECT_THAT(neighbours_of("Höganäs"), ElementsAre("Helsingborg"));
}

TEST(Neighbours, OfIslandsAreAcrossTheBridge) {
  EXPECT_THAT(neighbours_of("Ekerö"), ElementsAre("Stockholm"));
  EXPECT_THAT(neighbours_of("Mörbylånga"), ElementsAre("Kalmar", "Borgholm"));
  EXPECT_THAT(neighbours_of("Tjörn"), ElementsAre("Stenungsund", "Orust"));
}

TEST(Neighbours, AreNeighboursOfEachOtherAndOnlyGotlandHasNone) {
  for (const Municipality& municipality : municipalities()) {
    const auto neighbours = neighbours_of(municipality.name);
    EXPECT_EQ(neighbours.empty(), municipality.name == "Gotland") << municipality.name;
    for (const std::string_view other : neighbours) {
      EXPECT_THAT(neighbours_of(other), testing::Contains(municipality.name)) << other;
    }
  }
}

TEST(Neighbours, NowhereHasNone) {
  EXPECT_THAT(neighbours_of(""), IsEmpty());
  EXPECT_THAT(neighbours_of("Ingenstans"), IsEmpty());
}

}  // namespace
}  // namespace fundwatch::feeds
