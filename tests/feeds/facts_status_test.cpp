#include "feeds/facts/status.h"

#include <string>
#include <vector>

#include "base/names.h"
#include "feeds/facts/facts.h"
#include "tests/feeds/facts_support.h"

namespace fundwatch::feeds {
namespace {

Item read(const std::string& title, const std::string& text) {
  Item item = item_with(text, title);
  find_facts(item, {.publisher = "", .seen = written_in_october()}, kStockholm);
  return item;
}

struct Case {
  std::string title;
  std::string text;
  std::string status;
};

TEST(FactsStatus, SaysHowItStandsWithACall) {
  const std::vector<Case> cases{
      {"Bidrag att söka", "Sista ansökningsdag 1 december.", "open"},
      {"Sök innovationscheck", "Vi tar emot ansökningar löpande.", "open"},
      {"Kommande utlysning om arbete", "Utlysningen öppnar i februari.", "forthcoming"},
      {"Förlängd ansökningstid", "Ansökningstiden är nu förlängd till den 30 november.",
       "extended"},
      {"AVBRUTEN: Reserverad upphandling", "Inga anbud kom in.", "cancelled"},
      {"Upphandling av café", "Kommunen har beslutat att avbryta upphandlingen.", "cancelled"},
      {"Call cancelled", "The call is withdrawn.", "cancelled"},
      {"Beviljade projekt 2026", "Grattis till tolv sociala företag.", "results"},
      {"Tilldelning: återbruk av möbler", "Två leverantörer klara.", "results"},
      {"Contract award notice: cleaning", "The contract was awarded.", "results"},
      {"Stöd till föreningar", "Ansökan är stängd för i år.", "closed"},
      {"Nya tvättmaskiner", "Boende får kortare tvättid.", "unknown"},
  };
  for (const Case& one : cases) {
    EXPECT_EQ(name_of(read(one.title, one.text).status), one.status) << one.title;
  }
}

TEST(FactsStatus, WhatIsCancelledHasNoLastDayAndNoAmount) {
  const Item item = read("INSTÄLLD: utlysning", "Ansök senast 1 december om högst 50 000 kronor.");
  EXPECT_FALSE(item.deadline);
  EXPECT_TRUE(item.deadline_text.empty());
  EXPECT_FALSE(item.amount);
}

TEST(FactsStatus, AFutureLastDaySpeaksAgainstResults) {
  const Item item = read("Sex projekt beviljades stöd – sök till nästa omgång",
                         "Nästa omgång: sista ansökningsdag 1 december.");
  EXPECT_EQ(item.status, CallStatus::open);
  EXPECT_TRUE(item.deadline);
}

TEST(Facts, LeaveWhatTheFeedSaid) {
  Item item = item_with("Sista ansökningsdag 1 december. Högst 50 000 kronor. Gävle kommun.");
  item.deadline = DueDate{Day{std::chrono::year(2027), std::chrono::month(1), std::chrono::day(2)}};
  item.amount = Amount{1, "EUR"};
  item.place = {"Falun", {"SE312"}};
  const Item said = item;
  find_facts(item, {.publisher = "", .seen = written_in_october()}, kStockholm);
  EXPECT_EQ(item.deadline, said.deadline);
  EXPECT_TRUE(item.deadline_text.empty());
  EXPECT_EQ(item.amount, said.amount);
  EXPECT_EQ(item.place, said.place);
}

TEST(Facts, AreThoseOfTheDayOfPublishing) {
  Item item = item_with("Sista ansökningsdag 1 mars.");
  item.published = written_in_october();
  find_facts(item, {.publisher = "", .seen = written_in_october() + std::chrono::days(300)},
             kStockholm);
  ASSERT_TRUE(item.deadline);
  EXPECT_EQ(iso_day(item.deadline->day), "2027-03-01");
}

}  // namespace
}  // namespace fundwatch::feeds
