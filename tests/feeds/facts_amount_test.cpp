#include "feeds/facts/amount.h"

#include <string>
#include <vector>

#include "feeds/facts/money.h"
#include "tests/feeds/facts_support.h"

namespace fundwatch::feeds {
namespace {

std::string shown(const Amount& amount) {
  return std::to_string(amount.value) + " " + amount.currency;
}

std::string sums(const std::string& text) {
  std::string result;
  for (const Sum& sum : sums_in(words_of(text))) {
    if (!result.empty()) result += "; ";
    if (sum.from) result += std::to_string(*sum.from) + "-";
    result += shown(sum.amount);
  }
  return result;
}

struct Case {
  std::string text;
  std::string expected;
};

TEST(FactsMoney, IsReadInTheFormsPeopleWrite) {
  const std::vector<Case> cases{
      {"250 000 kronor", "250000 SEK"},
      {"250\u00A0000 kr", "250000 SEK"},
      {"1 900 000 kr.", "1900000 SEK"},
      {"1,2 miljoner kronor", "1200000 SEK"},
      {"2,5 milj. kr", "2500000 SEK"},
      {"640 MSEK", "640000000 SEK"},
      {"900 tkr", "900000 SEK"},
      {"6 mnkr", "6000000 SEK"},
      {"3,2 mkr", "3200000 SEK"},
      {"två miljoner kronor", "2000000 SEK"},
      {"en halv miljon kronor", "500000 SEK"},
      {"287 miljarder kronor", "287000000000 SEK"},
      {"1 000 000,00 SEK", "1000000 SEK"},
      {"SEK 50,000", "50000 SEK"},
      {"EUR 300 000", "300000 EUR"},
      {"EUR 1.5 million", "1500000 EUR"},
      {"€30,000", "30000 EUR"},
      {"NOK 1.5 million", "1500000 NOK"},
      {"25,000 euros", "25000 EUR"},
      {"5 000:-", "5000 SEK"},
      {"10 000 norska kronor", "10000 NOK"},
      {"1 0 0 0 0 0 kr", "100000 SEK"},
      {"22 miljoner till sociala företag", "22000000 SEK"},
      {"22 miljoner invånare", ""},
      {"250 deltagare", ""},
      {"den 5 mars 2027", ""},
      {"mellan 400 000 och 1 500 000 kronor", "400000-1500000 SEK"},
      {"mellan 10 och 40 miljoner kronor", "10000000-40000000 SEK"},
      {"50 000–750 000 kronor", "50000-750000 SEK"},
      {"mellan 500 000 och 2 miljoner kronor", "500000-2000000 SEK"},
      {"EUR 3–4 million", "3000000-4000000 EUR"},
      {"150 000 – 600 000 SEK", "150000-600000 SEK"},
      {"99999999999999999999 kr", ""},
  };
  for (const Case& one : cases) EXPECT_EQ(sums(one.text), one.expected) << one.text;
}

TEST(FactsMoney, BeyondAllMeasureIsDoubtful) {
  const auto absurd = sums_in(words_of("900 000 miljarder kronor"));
  ASSERT_EQ(absurd.size(), 1U);
  EXPECT_TRUE(absurd[0].amount.is_doubtful);
  EXPECT_FALSE(sums_in(words_of("64 miljoner kronor"))[0].amount.is_doubtful);
}

TEST(FactsMoney, IsLookedForUpToALimit) {
  std::string text;
  for (std::size_t i = 0; i < kSumsMax + 10; ++i) text += "5 000 kr, ";
  EXPECT_EQ(sums_in(words_of(text)).size(), kSumsMax);
}

std::string amount_of(const std::string& text, const std::string& title = "") {
  const auto amount = find_amount(ItemWords(item_with(text, title)));
  return amount ? shown(*amount) : "-";
}

void expect_all(const std::vector<Case>& cases) {
  for (const Case& one : cases) EXPECT_EQ(amount_of(one.text), one.expected) << one.text;
}

TEST(FactsAmount, IsWhatOneApplicantCanGetBeforeWhatThereIsInAll) {
  expect_all({
      {"Ansök om högst 250 000 kronor.", "250000 SEK"},
      {"Sök upp till 500 000 kronor för att pröva en idé.", "500000 SEK"},
      {"Utlysningen omfattar 22 miljoner kronor.", "22000000 SEK"},
      {"Totalt finns 800 000 kronor att söka.", "800000 SEK"},
      {"Ansökan: sammanlagt finns 2,5 miljoner kronor och varje sökande kan få högst 300 000 "
       "kronor.",
       "300000 SEK"},
      {"Total budget för utlysningen är 14 miljoner kronor, och enskilda projekt kan få mellan "
       "400 000 och 1 500 000 kronor.",
       "1500000 SEK"},
      {"Bidrag ges med mellan 10 och 40 miljoner kronor per projekt.", "40000000 SEK"},
      {"The maximum grant is EUR 30 000 and covers half of the costs.", "30000 EUR"},
      {"Grants of up to SEK 50,000 are available.", "50000 SEK"},
      {"Stiftelsen delar varje vår ut omkring fyra miljoner kronor. Ansök nu.", "4000000 SEK"},
      {"Lånebeloppet är högst 750 000 kronor.", "750000 SEK"},
  });
}

TEST(FactsAmount, OfAProcurementIsItsValue) {
  expect_all({
      {"Anbud: Uppskattat värde 1 900 000 kr.", "1900000 SEK"},
      {"Upphandling. Kontraktsvärdet beräknas till 88 miljoner kronor.", "88000000 SEK"},
      {"Anbudsgivaren ska ha minst 150 miljoner kronor i årsomsättning. Uppskattat värde är 640 "
       "MSEK.",
       "640000000 SEK"},
      {"Avrop upp till 3 miljoner kronor per objekt. Takvolymen för ramavtalet är 160 miljoner "
       "kronor.",
       "160000000 SEK"},
      {"Estimated value excluding VAT: 3 400 000 SEK. Tenders by e-mail.", "3400000 SEK"},
      {"Estimated value per lot: 150 000 – 600 000 SEK. Tenders welcome.", "-"},
      {"Direktupphandling. Behovet uppskattas till 120 000 kronor per år.", "120000 SEK"},
  });
}

TEST(FactsAmount, IsNotMoneyThatIsNotOnOffer) {
  expect_all({
      {"Anmälan: deltagaravgift 1 600 kronor.", "-"},
      {"Ansökan. Företaget omsätter 4 miljoner kronor.", "-"},
      {"Gränsen för direktupphandling höjs till 850 000 kronor.", "-"},
      {"Krav i upphandlingen: ansvarsförsäkring på 20 miljoner kronor.", "-"},
      {"Föreningen beviljades bidrag om 300 000 kronor.", "-"},
      {"Bolaget hade skulder på elva miljoner kronor, enligt ansökan.", "-"},
      {"Uthyres: hyra 9 500 kronor per månad.", "-"},
      {"Sök bidrag på 500 kronor.", "-"},
  });
}

TEST(FactsAmount, NeedsNoText) { EXPECT_EQ(amount_of(""), "-"); }

}  // namespace
}  // namespace fundwatch::feeds
