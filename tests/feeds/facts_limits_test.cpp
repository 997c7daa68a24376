#include "feeds/facts/limits.h"

#include <gmock/gmock.h>

#include "feeds/facts/countries.h"
#include "tests/feeds/facts_support.h"

namespace fundwatch::feeds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> limits(const std::string& text, const std::string& title = "") {
  return find_limits(ItemWords(item_with(text, title)));
}

TEST(FactsLimits, AreTheRegionsToWhichWordsLimit) {
  EXPECT_THAT(limits("", "Utvecklingsbidrag – endast aktörer i Skåne"), ElementsAre("SE224"));
  EXPECT_THAT(limits("Sökande ska ha sitt säte i Dalarnas län."), ElementsAre("SE312"));
  EXPECT_THAT(limits("Stödet riktar sig till föreningar i Bollnäs kommun."), ElementsAre("SE313"));
  EXPECT_THAT(limits("Only organisations based in Region Skåne can apply."), ElementsAre("SE224"));
  EXPECT_THAT(limits("Endast föreningar i Region Skåne och Region Halland."),
              ElementsAre("SE224", "SE231"));
}

TEST(FactsLimits, AreNoneWhereAPlaceIsOnlyNamed) {
  for (const char* text : {"Region Skåne delar ut medel till hela landet.",
                           "Endast digitala ansökningar. Region Skåne.",
                           "Bidrag till sociala företag i hela Sverige.", ""}) {
    EXPECT_THAT(limits(text), IsEmpty()) << text;
  }
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
