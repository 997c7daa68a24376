#include "feeds/facts/kind.h"

#include <string>
#include <vector>

#include "base/names.h"
#include "feeds/facts/facts.h"
#include "tests/feeds/facts_support.h"

namespace fundwatch::feeds {
namespace {

std::string kind_of(const std::string& title, const std::string& text) {
  const Item item = item_with(text, title);
  return std::string(name_of(find_kind(item, ItemWords(item))));
}

struct Case {
  std::string title;
  std::string text;
  std::string expected;
};

void expect_all(const std::vector<Case>& cases) {
  for (const Case& one : cases) EXPECT_EQ(kind_of(one.title, one.text), one.expected) << one.title;
}

TEST(KindTest, EachKindIsKnownByTitleAndText) {
  expect_all({
      {"Utlysning: Jobb åt fler", "Sista ansökningsdag är den 3 mars. Vem kan söka? Föreningar.",
       "call"},
      {"Lokalvård i tre skolor", "Anbud ska ha inkommit senast 3 mars. Avtalstid två år.",
       "procurement"},
      {"Nätverksträff om upphandling", "Anmäl dig senast 3 mars. Träffen är kostnadsfri.", "event"},
      {"Ny policy för sociala företag", "Fullmäktige antog policyn i går.", "decision"},
      {"Rapport: så växer kooperativen", "Rapporten bygger på en enkät.", "report"},
      {"Handledare sökes till vårt kafé", "Tillsvidareanställning, heltid. Skicka ditt cv.",
       "vacancy"},
      {"Call for proposals: jobs for all", "Applicants may apply for grants until 3 March.",
       "call"},
  });
}

TEST(KindTest, WhatATitleNamesFirstIsWhatTheRestIsAbout) {
  expect_all({
      {"Webbinarium om utlysningen Jobb åt fler", "Anmäl dig. Sista ansökningsdag är 3 mars.",
       "event"},
      {"Upphandling av utbildning i ledarskap", "Anbud lämnas senast 3 mars.", "procurement"},
  });
}

TEST(KindTest, CompoundsAreKnownByTheirEnds) {
  expect_all({{"Höstens lunchseminarium", "Anmälan görs senast 3 mars.", "event"},
              {"Skolornas nya verksamhetsbidrag", "Föreningar kan söka.", "call"}});
}

TEST(KindTest, OtherWordsWithTheSameEndsAreNone) {
  expect_all({{"Byggbolag firar femtio år", "Alla är glada.", "unknown"},
              {"Kaféet i konkurs", "Ägaren är ledsen.", "unknown"},
              {"Loppis på fredag", "Kom i tid.", "unknown"}});
}

TEST(KindTest, MeetingsOffersAndProposalsAreKnownByOtherWordsToo) {
  expect_all(
      {{"Lunchsnack om reserverad upphandling", "Gratis. Länk skickas efter anmälan.", "event"},
       {"Sweden – Relocation services", "Buyer: Kalmar kommun. Tenders due 10 March.",
        "procurement"},
       {"Samråd inför upphandling av tvätt", "Anbud väntas i höst.", "procurement"},
       {"Regeringen föreslår höjt lönebidrag", "Ändringen föreslås gälla från 2028.", "decision"},
       {"Vi anställer: butikschef", "Lön enligt avtal.", "vacancy"}});
}

TEST(KindTest, OneWordInPassingIsNotEnough) {
  expect_all({{"Tio år med väveriet", "Väveriet fick ett bidrag och höll en kurs.", "unknown"},
              {"", "", "unknown"}});
}

TEST(KindTest, AnOfficialNoticeIsAProcurementWhateverItSays) {
  Item item = item_with("Kursen är öppen för alla. Anmäl dig.", "Kurs i ledarskap");
  item.notice = Notice{.id = "1-2027"};
  EXPECT_EQ(find_kind(item, ItemWords(item)), AnnouncementKind::procurement);
}

TEST(KindTest, DecisionsReportsAndVacanciesOfferNoMoney) {
  Item item = item_with("Fullmäktige antog policyn, som omfattar bidrag på högst 200 000 kronor.",
                        "Ny policy för sociala företag");
  find_facts(item, {.publisher = "", .seen = written_in_october()}, kStockholm);
  EXPECT_EQ(item.kind, AnnouncementKind::decision);
  EXPECT_FALSE(item.amount);
  EXPECT_FALSE(item.deadline);
}

}  // namespace
}  // namespace fundwatch::feeds
