// What no editor would print, all finders at once: huge, empty, mixed and mangled texts.
#include <gmock/gmock.h>

#include "base/calendar.h"
#include "feeds/facts/facts.h"
#include "tests/feeds/facts_support.h"

namespace fundwatch::feeds {
namespace {

using testing::ElementsAre;

Item found_in(const std::string& text, const std::string& title = "") {
  Item item = item_with(text, title);
  find_facts(item, {.publisher = "", .seen = written_in_october()}, kStockholm);
  return item;
}

std::string last_day(const Item& item) { return item.deadline ? iso_day(item.deadline->day) : "-"; }

TEST(FactsHostile, AMegabyteHasTheFactsOfItsBeginning) {
  std::string text =
      "Anbud senast 15 december 2026. Uppskattat värde 250 000 kronor. CPV 90911200. Upphandlingen "
      "är reserverad enligt 4 kap. 18 § LOU.\n";
  while (text.size() < 2'000'000)
    text += "Den 3 i 4 kap. 18 § sägs mycket om kr och CPV, inte mer. ";
  const Item item = found_in(text, "Städning i Gävle kommun");
  EXPECT_EQ(last_day(item), "2026-12-15");
  EXPECT_EQ(item.amount->value, 250'000);
  EXPECT_EQ(item.place.municipality, "Gävle");
  EXPECT_EQ(item.notice->reserved, Reserved::sheltered);
  EXPECT_THAT(item.notice->cpv, ElementsAre("90911200"));
}

TEST(FactsHostile, AMegabyteWithoutSpacesOrSentencesIsRead) {
  EXPECT_FALSE(found_in(std::string(1'000'000, 'a')).deadline);
  EXPECT_FALSE(found_in(std::string(1'000'000, '1')).deadline);
  EXPECT_FALSE(found_in(std::string(1'000'000, '.')).deadline);
  std::string reserved;
  while (reserved.size() < 1'000'000) reserved += "reserverad inte ";
  EXPECT_FALSE(found_in(reserved).notice);
}

TEST(FactsHostile, NothingIsFoundInNothing) {
  EXPECT_EQ(found_in("").deadline, std::nullopt);
  const Item item = found_in("", " \n ");
  EXPECT_FALSE(item.deadline || item.amount || item.event_date || item.notice);
  EXPECT_EQ(item.place, Place{});
  EXPECT_EQ(item.status, CallStatus::unknown);
}

TEST(FactsHostile, LanguagesMayBeMixed) {
  const Item item = found_in(
      "Call for tenders. Upphandlande myndighet: Sundsvalls kommun. Deadline for receipt of "
      "tenders: "
      "5 December 2026 at 12.00. Kontraktet är reserverat, cf. Article 20.",
      "Sweden – Cleaning services – Lokalvård");
  EXPECT_EQ(last_day(item), "2026-12-05");
  EXPECT_EQ(item.place.municipality, "Sundsvall");
  EXPECT_EQ(item.notice->reserved, Reserved::sheltered);
}

TEST(FactsHostile, ScansKeepTheirFacts) {
  const Item item = found_in(
      "Sista  anbudsdag:\u00A015\u2009december   2026 .  Uppskattat värde :  1\u00A0250\u2009000  "
      "kr "
      ".  Upp\u00ADhandlingen är  reserverad  enligt 4  kap .  18  §  LOU .");
  EXPECT_EQ(last_day(item), "2026-12-15");
  EXPECT_EQ(item.amount->value, 1'250'000);
  EXPECT_EQ(item.notice->reserved, Reserved::sheltered);
}

TEST(FactsHostile, AbsurdDaysAndSumsAreDoubtful) {
  const Item item = found_in("Ansök senast 15 mars 2099 om högst 900 000 000 000 000 kronor.");
  EXPECT_TRUE(item.deadline && item.deadline->is_doubtful);
  EXPECT_TRUE(item.amount && item.amount->is_doubtful);
  for (const char* text : {"Ansök senast 31 februari 2027.", "Ansök senast 45 mars 2027.",
                           "Ansök senast 0 0 0.", "Ansök senast 99/99."}) {
    EXPECT_EQ(last_day(found_in(text)), "-") << text;
  }
}

}  // namespace
}  // namespace fundwatch::feeds
