#include "feeds/facts/reservation.h"

#include <gmock/gmock.h>

#include "base/names.h"
#include "feeds/facts/cpv.h"
#include "feeds/facts/facts.h"
#include "tests/feeds/facts_support.h"

namespace fundwatch::feeds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Reservation reservation(const std::string& text, const std::string& title = "") {
  const Item item = item_with(text, title);
  return find_reservation(item, ItemWords(item));
}

struct Case {
  const char* text;
  const char* whom;
};

TEST(FactsReservation, IsForWhomTheGroundSays) {
  for (const Case& each : {
           Case{"Deltagandet är reserverat enligt 4 kap. 18 § LOU.", "res-ws"},
           Case{"Reservation: 4 kap 18§ LOU.", "res-ws"},
           Case{"Kontraktet reserveras enligt 19 kap. 25 § LOU.", "res-pub-ser"},
           Case{"Kontraktet reserveras enligt 19 kap. 25 a § LOU.", "ideburen"},
           Case{"Kontraktet reserveras enligt 19 kap. 25a § LOU.", "ideburen"},
           Case{"Avtalet är reserverat för idéburna organisationer.", "ideburen"},
           Case{"Upphandlingen är reserverad för skyddade verkstäder.", "res-ws"},
           Case{"UPPHANDLINGEN ÄR RESERVERAD ENLIGT 4 KAP. 18 §.", "res-ws"},
           Case{"Upphandlingen är re\u00ADserverad för sociala företag.", "res-ws"},
           Case{"Reserverat kontrakt.", "res-ws"},
           Case{"Ett anbudsområde är reserverat för leverantörer med social målsättning.",
                "res-ws"},
           Case{"Kommunen överväger att reservera kontraktet.", "res-ws"},
           Case{"Participation is reserved to sheltered workshops (Article 20).", "res-ws"},
           Case{"The contract is reserved for organisations under Article 77.", "res-pub-ser"},
           Case{"This is a reserved contract.", "res-ws"},
       }) {
    EXPECT_EQ(name_of(reservation(each.text).whom), each.whom) << each.text;
  }
}

TEST(FactsReservation, IsNoneWhereItIsDeniedOrOnlyTalkedOf) {
  for (const char* text :
       {"Upphandlingen är inte reserverad.", "Kontraktet är ej reserverat enligt 4 kap. 18 § LOU.",
        "Reserved participation: no.", "Reserved participation: none",
        "Participation is not reserved.", "No reserved participation.",
        "Bestämmelsen om reserverat kontrakt i 4 kap. 18 § gäller inte.",
        "Reglerna om reserverade kontrakt ska ses över.", "Two reserved contracts were studied.",
        "Vi reserverar oss för ändringar i avtalet.", "Två ledamöter reserverade sig.",
        "Vi reserverar fem platser för nystartade.", "Bussen går kl. 4.18 från kap. 19.",
        "Personuppgifter hanteras enligt artikel 20.", ""}) {
    EXPECT_EQ(reservation(text).whom, Reserved::none) << text;
    EXPECT_EQ(reservation(text).ground, "") << text;
  }
}

TEST(FactsReservation, AnUnrelatedNegationDeniesNothing) {
  EXPECT_EQ(reservation("Kontraktet är reserverat och kan inte sökas av andra.").whom,
            Reserved::sheltered);
  EXPECT_EQ(reservation("Del A är inte reserverad. Del B är reserverad för sociala företag.").whom,
            Reserved::sheltered);
}

TEST(FactsReservation, GroundIsTheSentenceThatCites) {
  const Reservation found = reservation(
      "Vi köper städ. Deltagandet är reserverat enligt 19 kap. 25 a § LOU. Anbud senast i maj.",
      "Städ, reserverad upphandling");
  EXPECT_EQ(found.whom, Reserved::idea_based);
  EXPECT_EQ(found.ground, "Deltagandet är reserverat enligt 19 kap. 25 a § LOU.");
  const std::string cited = "Kontraktet är reserverat enligt 4 kap. 18 §" + std::string(5000, 'x');
  EXPECT_LE(reservation(cited).ground.size(), kGroundCharactersMax + 8);
}

TEST(FactsReservation, IsOfProcurementsAndNotOfWhatTellsOfThem) {
  const auto noticed = [](const std::string& title, const std::string& text) {
    Item item = item_with(text, title);
    item.published = written_in_october();
    find_facts(item, {.publisher = "", .seen = written_in_october()}, kStockholm);
    return item.notice.has_value();
  };
  EXPECT_TRUE(noticed("Tvätt, reserverad", "Anbud ska vara inne 2 november."));
  EXPECT_FALSE(noticed("Webbinarium om reserverad upphandling",
                       "Webbinarium 22 oktober. Anmäl dig! "
                       "Vi talar om anbud."));
  EXPECT_FALSE(noticed("Läsarfrågan", "Är platsen reserverad för mig?"));
}

std::vector<std::string> cpv(const std::string& text) {
  return find_cpv(ItemWords(item_with(text)));
}

TEST(FactsCpv, CodesStandAfterTheirName) {
  EXPECT_THAT(cpv("CPV 50850000."), ElementsAre("50850000"));
  EXPECT_THAT(cpv("CPV-koder: 90910000-9 Städning, 90911200-8 Byggnadsstädning; 90910000-9"),
              ElementsAre("90910000", "90911200"));
  EXPECT_THAT(cpv("Main classification (cpv): 77310000 Planting and maintenance of green areas"),
              ElementsAre("77310000"));
}

TEST(FactsCpv, OtherNumbersAreNone) {
  for (const char* text : {"Ring 90910000.", "CPV 9091000", "CPV 909100001", "CPV 01234567",
                           "CPV anges i bilaga. Diarienumret är långt och står efter många andra "
                           "ord i samma stycke som handlar om annat: 90910000"}) {
    EXPECT_THAT(cpv(text), IsEmpty()) << text;
  }
}

TEST(FactsCpv, AreFewWhateverTheText) {
  std::string text = "CPV";
  for (int i = 0; i < 1000; ++i) text += " " + std::to_string(90000000 + i);
  EXPECT_EQ(cpv(text).size(), kCpvCodesMax);
}

TEST(FactsNotice, WhatTheSourceStatesStays) {
  Item item = item_with("Upphandlingen är reserverad enligt 4 kap. 18 § LOU. CPV 50850000. Anbud!");
  item.notice = Notice{.id = "n", .cpv = {"90910000"}};
  find_facts(item, {.publisher = "", .seen = written_in_october()}, kStockholm);
  EXPECT_EQ(item.notice, (Notice{.id = "n", .cpv = {"90910000"}}));
  item.notice = Notice{.cpv = {"90910000"}};
  find_facts(item, {.publisher = "", .seen = written_in_october()}, kStockholm);
  EXPECT_EQ(item.notice->reserved, Reserved::sheltered);
  EXPECT_THAT(item.notice->cpv, ElementsAre("90910000"));
}

}  // namespace
}  // namespace fundwatch::feeds
