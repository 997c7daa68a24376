#include "web/month_page.h"

#include "tests/web/inbox_support.h"

namespace fundwatch::tests {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class MonthPageTest : public InboxPageTest {};

TEST_F(MonthPageTest, ShowsLastDaysAndEventsOfThisMonth) {
  add_case("a", year{2027} / 2 / 19);
  add_case("b", year{2027} / 3 / 2);
  EXPECT_THAT(
      get("/kalender").body,
      AllOf(HasSubstr("<h1>2 dagar att hålla i februari och mars 2027</h1>"),
            HasSubstr("<a href=\"#d2027-02-19\">19"), HasSubstr("id=\"d2027-02-19\""),
            HasSubstr("Utlysning a"), HasSubstr("Utlysning b"), HasSubstr("<td class=\"today\">15"),
            HasSubstr("mån"), HasSubstr("lör"), HasSubstr("<span class=\"muted\">7</span>")));
  EXPECT_THAT(get("/kalender?manad=2027-03").body,
              AllOf(HasSubstr("Utlysning b"), Not(HasSubstr("Utlysning a"))));
  EXPECT_THAT(get("/kalender?manad=2027-13").body, HasSubstr("Februari 2027"));
}

TEST_F(MonthPageTest, AnEventStandsOnItsDayAndOnTheLastDayToRegister) {
  const CaseId id = add_case("kurs", year{2027} / 2 / 26);
  Item item = store.cases.speaker(id);
  item.event_date = year{2027} / 3 / 11;
  store.corrections.save(item);
  EXPECT_THAT(get("/kalender").body, HasSubstr("Sista dag · "));
  EXPECT_THAT(get("/kalender?manad=2027-03").body,
              AllOf(HasSubstr("Träff · "), HasSubstr("Torsdag 11")));
}

TEST_F(MonthPageTest, WhatWasDismissedIsNotThere) {
  const CaseId id = add_case("a", year{2027} / 2 / 19);
  post("/traffar/" + number(id), "svar=avfarda");
  EXPECT_THAT(get("/kalender").body, HasSubstr("<h1>Inget inlagt i februari och mars 2027</h1>"));
}

}  // namespace
}  // namespace fundwatch::tests
