#include "feeds/facts/limits.h"

#include <gmock/gmock.h>

#include "feeds/facts/countries.h"
#include "tests/feeds/facts_support.h"

namespace fundwatch::feeds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> limits(const std::string& text, const std::string& title = "") {
  const Item item = item_with(text, title);
  return find_limits(item, ItemWords(item));
}

TEST(FactsLimits, AreTheRegionsToWhichWordsLimit) {
  EXPECT_THAT(limits("", "Utvecklingsbidrag – endast aktörer i Skåne"), ElementsAre("SE224"));
  EXPECT_THAT(limits("Sökande ska ha sitt säte i Dalarnas län."), ElementsAre("SE312"));
  EXPECT_THAT(limits("Stödet riktar sig till föreningar i Bollnäs kommun."), ElementsAre("SE313"));
  EXPECT_THAT(limits("Only organisations based in Region Skåne can apply."), ElementsAre("SE224"));
  EXPECT_THAT(limits("Endast föreningar i Region Skåne och Region Halland."),
              ElementsAre("SE224", "SE231"));
}

TEST(FactsLimits, AreThePlacesOfThoseWhoMayApply) {
  EXPECT_THAT(limits("Ideella föreningar i Västernorrland kan söka."), ElementsAre("SE321"));
  EXPECT_THAT(limits("Nu kan företag i Region Skåne söka stöd."), ElementsAre("SE224"));
  EXPECT_THAT(limits("Associations in Scania may apply."), ElementsAre("SE224"));
  EXPECT_THAT(limits("Föreningar i hela Sverige kan söka hos Region Skåne."), IsEmpty());
  EXPECT_THAT(limits("Kontoret i Region Skåne. Alla kan söka."), IsEmpty());
}

TEST(FactsLimits, AreNoneWhereAPlaceIsOnlyNamed) {
  for (const char* text : {"Region Skåne delar ut medel till hela landet.",
                           "Endast digitala ansökningar. Region Skåne.",
                           "Bidrag till sociala företag i hela Sverige.", ""}) {
    EXPECT_THAT(limits(text), IsEmpty()) << text;
  }
}

TEST(FactsLimits, ARegionWithoutANameIsThatOfTheItem) {
  Item item = item_with("Endast föreningar med säte i länet kan söka.", "Bidrag");
  EXPECT_THAT(find_limits(item, ItemWords(item)), ElementsAre(kUnnamedRegion));
  item.place.nuts = {"SE313"};
  EXPECT_THAT(find_limits(item, ItemWords(item)), ElementsAre("SE313"));
  EXPECT_THAT(limits("Föreningar i andra län kan inte söka."), ElementsAre(kUnnamedRegion));
  EXPECT_THAT(limits("Stödet är bara för leaderområdets fyra kommuner."),
              ElementsAre(kUnnamedRegion));
  EXPECT_THAT(limits("Endast kommuner kan söka."), IsEmpty());
}

TEST(FactsLimits, ACallIsForTheCountryInItsTitle) {
  for (const char* title : {"Grants for Scottish charities", "Nytt stöd till norska kooperativ",
                            "Social enterprise fund opens in Northern Ireland"}) {
    EXPECT_THAT(limits("", title), testing::SizeIs(1)) << title;
  }
  for (const char* title :
       {"Stöd till samarbete mellan svenska och norska kooperativ", "A call in polish and more",
        "Nordic grants: Finland and Denmark", "Bidrag till sociala företag på en island"}) {
    EXPECT_THAT(limits("", title), IsEmpty()) << title;
  }
  Item item = item_with("", "Studieresa till norska kooperativ");
  item.kind = AnnouncementKind::event;
  EXPECT_THAT(find_limits(item, ItemWords(item)), IsEmpty());
}

TEST(FactsCountries, AreWhatTitlesBeginWith) {
  const auto country = [](const std::string& title) {
    const auto found = country_in_title(words_of(title));
    return std::string(found.value_or(""));
  };
  EXPECT_EQ(country("Finland – Cleaning services – Siivouspalvelut"), "FI");
  EXPECT_EQ(country("Spain: new law on work integration"), "ES");
  EXPECT_EQ(country("Danmark - Rengøring"), "DK");
  for (const char* title : {"Sweden – Cleaning services", "Norge-dagen firas", "Finland", "",
                            "Nytt från Finland – om social ekonomi"}) {
    EXPECT_EQ(country(title), "") << title;
  }
}

}  // namespace
}  // namespace fundwatch::feeds
