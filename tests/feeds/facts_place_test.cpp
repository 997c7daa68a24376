#include "feeds/facts/place.h"

#include <string>
#include <vector>

#include "feeds/facts/municipalities.h"
#include "tests/feeds/facts_support.h"

namespace fundwatch::feeds {
namespace {

std::string place_of(const std::string& title, const std::string& text,
                     const std::string& publisher = "") {
  const Place place =
      find_place(ItemWords(item_with(text, title)),
                 {.publisher = publisher, .url = "", .kind = AnnouncementKind::event});
  std::string shown = place.municipality;
  for (const std::string& code : place.nuts) shown += (shown.empty() ? "" : " ") + code;
  return shown.empty() ? "-" : shown;
}

struct Case {
  std::string title;
  std::string text;
  std::string expected;
};

void expect_all(const std::vector<Case>& cases) {
  for (const Case& one : cases) {
    EXPECT_EQ(place_of(one.title, one.text), one.expected) << one.title << " | " << one.text;
  }
}

TEST(FactsPlace, KnowsEveryMunicipalityAndItsGenitive) {
  for (const Municipality& each : municipalities()) {
    const std::string name(each.name);
    const std::string genitive = name.ends_with('s') || name.ends_with('x') ? name : name + "s";
    const std::string nuts(county_of(each).nuts);
    EXPECT_EQ(place_of("", genitive + " kommun söker anbud."), name + " " + nuts);
    EXPECT_EQ(place_of("", "Vi ses i " + name + "."), name + " " + nuts);
  }
}

TEST(FactsPlace, IsTheMunicipalityThatIsNamed) {
  expect_all({
      {"", "Sundsvalls kommun upphandlar städning.", "Sundsvall SE321"},
      {"", "Stockholms stad söker aktörer.", "Stockholm SE110"},
      {"", "Official name: Västerås stad. Legal type: Local authority.", "Västerås SE125"},
      {"Anbudsskola i Karlstad", "Välkommen!", "Karlstad SE311"},
      {"Nordic award goes to Gothenburg project", "", "Göteborg SE232"},
      {"", "Malung-Sälens kommun inbjuder.", "Malung-Sälen SE312"},
      {"", "Upplands-Bro kommun inbjuder.", "Upplands-Bro SE110"},
      {"", "Lilla Edets kommun inbjuder.", "Lilla Edet SE232"},
      {"", "SÖDERTÄLJE KOMMUN inbjuder.", "Södertälje SE110"},
      {"", "Marks kommun söker någon som lagar gardiner.", "Mark SE232"},
  });
}

TEST(FactsPlace, IsNotNamedInPassing) {
  expect_all({
      {"", "Beslutet kan överprövas hos Förvaltningsrätten i Falun.", "-"},
      {"", "En forskare från Umeå universitet talar.", "-"},
      {"", "Vi säljer mark och varor. Vara eller inte vara.", "-"},
      {"", "Systrarna Berg serverar glass. Nora Lund bakar.", "-"},
      {"", "Länsstyrelsen i Örebro län utlyser medel.", "SE124"},
      {"", "Deltagare kommer från Luleå.", "-"},
      {"", "Buyers from Helsinki, Aarhus and Gothenburg present.", "-"},
  });
}

TEST(FactsPlace, OfSeveralIsNone) {
  expect_all({
      {"Träffar i Luleå och Umeå", "", "-"},
      {"", "Gymkedjan finns i Varberg och Kungsbacka.", "-"},
      {"", "Avesta kommun och Falu kommun. Ludvika kommun deltar.", "-"},
  });
}

TEST(FactsPlace, OfABuyerCountsBeforeOthers) {
  EXPECT_EQ(place_of("", "Upphandlande myndighet: Kalmar kommun. Även Nybro kommun får avropa."),
            "Kalmar SE213");
}

TEST(FactsPlace, IsThePublishersIfTheWordsNameNone) {
  EXPECT_EQ(place_of("Kommunen bjuder in till dialog", "Vi vill veta mer.", "Kalmar kommun"),
            "Kalmar SE213");
  EXPECT_EQ(place_of("Ny utlysning", "Sök nu.", "Coompanion Västernorrland"), "-");
}

TEST(FactsPlace, CanStandInTheAddress) {
  const auto municipality = [](const std::string& url) {
    return find_place(ItemWords(Item{}), {.publisher = "", .url = url}).municipality;
  };
  EXPECT_EQ(municipality("https://www.harnosand.se/foretag"), "Härnösand");
  EXPECT_EQ(municipality("https://portal.example/karlskrona/ledningsnat"), "Karlskrona");
  EXPECT_EQ(municipality("https://mark.example/vara"), "");
  EXPECT_EQ(municipality("https://www.kommunnytt.example/"), "");
}

TEST(FactsPlace, CountiesAreRegions) {
  expect_all({
      {"", "Region Gävleborg utlyser medel.", "SE313"},
      {"", "Gävleborgs län.", "SE313"},
      {"", "Föreningar i Norrbottens län kan söka.", "SE332"},
      {"", "Aktörer i Skåne kan söka.", "SE224"},
      {"", "Region Stockholm upphandlar.", "SE110"},
      {"", "Kalmar län.", "SE213"},
      {"", "Place of performance: SE331.", "SE331"},
      {"", "Västra Götalandsregionen utlyser medel.", "SE232"},
  });
}

}  // namespace
}  // namespace fundwatch::feeds
