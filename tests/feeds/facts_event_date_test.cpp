#include "feeds/facts/event_date.h"

#include <string>
#include <vector>

#include "feeds/facts/deadline.h"
#include "tests/feeds/facts_support.h"

namespace fundwatch::feeds {
namespace {

std::string event_date(const std::string& title, const std::string& text) {
  Item item = item_with(text, title);
  const ItemWords words(item);
  const auto deadline = find_deadline(item, words, written_in_october(), kStockholm);
  if (deadline) item.deadline = deadline->due;
  const auto day = find_event_date(item, words, kStockholm.day(written_in_october()));
  return day ? iso_day(*day) : "-";
}

struct Case {
  std::string title;
  std::string text;
  std::string expected;
};

void expect_all(const std::vector<Case>& cases) {
  for (const Case& one : cases) {
    EXPECT_EQ(event_date(one.title, one.text), one.expected) << one.title << " | " << one.text;
  }
}

TEST(FactsEventDate, IsTheDayOfWhatOneMayJoin) {
  expect_all({
      {"Frukostträff om inköp",
       "Torsdagen den 19 november ses vi kl 7.45–9.30. Anmäl dig senast "
       "den 10 november.",
       "2026-11-19"},
      {"NÄTVERKSTRÄFF I LULEÅ 12 NOVEMBER", "Välkommen den 12–13 november!", "2026-11-12"},
      {"Workshop on social procurement",
       "The workshop takes place on 3–4 December 2026. "
       "Registration closes on 13 November 2026.",
       "2026-12-03"},
      {"Webbinarium: mät nyttan", "Tid: torsdag 22 oktober 2026, 09.00–11.00. Kostnadsfritt.",
       "2026-10-22"},
      {"Utbildning i fyra delar",
       "Den första den 25 november. Anmälan är öppen till och med den 15 "
       "november.",
       "2026-11-25"},
      {"Lunchseminarium om arbete", "Välkommen torsdagen den 11 mars klockan 12–13.", "2027-03-11"},
  });
}

TEST(FactsEventDate, IsNoneWhereTheEventIsAPart) {
  expect_all({
      {"Utlysning: stöd till sociala företag",
       "Ansök senast 1 december. Välkommen på informationsträff den 20 oktober.", "-"},
      {"Upphandling av städning", "Visning den 20 oktober. Välkomna att lämna anbud.", "-"},
      {"Kurs i trädgård", "Anmäl dig senast den 20 oktober.", "-"},
      {"Kurs i trädgård", "Välkommen! Senast uppdaterad 6 oktober 2026.", "-"},
      {"Kommunen antog en plan", "Beslutet fattades den 12 oktober. Välkommen att läsa.", "-"},
  });
}

}  // namespace
}  // namespace fundwatch::feeds
