#include "web/month_page.h"

#include "tests/web/inbox_support.h"
#include "web/case_days.h"

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

class FullMonthTest : public MonthPageTest {
 protected:
  FullMonthTest() {
    for (std::size_t i = 0; i < web::kDayCasesMax; ++i) {
      add_case(std::to_string(i), year{2027} / 3 / 2);
    }
  }
};

TEST_F(FullMonthTest, WhatClosedBeforeTheMonthLeavesRoomForTheMonth) {
  add_case("april", year{2027} / 4 / 2);
  EXPECT_THAT(get("/kalender?manad=2027-04").body, HasSubstr("Utlysning april"));
}

TEST_F(FullMonthTest, AMonthThatIsCutSaysHowManyThereAre) {
  EXPECT_THAT(get("/kalender?manad=2027-03").body, Not(HasSubstr("note warn")));
  const CaseId last = add_case("sist", year{2027} / 3 / 31);
  const std::string page = get("/kalender?manad=2027-03").body;
  EXPECT_THAT(page, AllOf(HasSubstr("301 har sin dag i mars 2027. Här visas de 300 som kommer"),
                          HasSubstr("301 stängde de tre månaderna före april 2027. Bara de 300"),
                          HasSubstr("allt står i inkorgen"), Not(HasSubstr("Utlysning sist"))));
  Account account = store.accounts.find("coordinator@asf.example").value();
  account.language = Language::english;
  store.accounts.update(account);
  EXPECT_THAT(get("/kalender?manad=2027-03").body,
              AllOf(HasSubstr("301 have their day in March 2027. The 300 that come first"),
                    HasSubstr("Nothing is lost: everything is in the inbox")));
  post("/traffar/" + number(last), "svar=avfarda");
  EXPECT_THAT(get("/kalender?manad=2027-03").body, Not(HasSubstr("note warn")));
}

class MeetingTest : public InboxPageTest {
 protected:
  static std::string form(const std::string& day, const std::string& begins,
                          const std::string& ends) {
    return "gor=mote&titel=N%C3%A4tverkstr%C3%A4ff+%3Cb%3E&dag=" + day + "&borjar=" + begins +
           "&slutar=" + ends + "&plats=Bolln%C3%A4s&lank=https%3A%2F%2Fa.example%2Fm";
  }
  Meeting only() { return store.meetings.since(clock.now()).at(0); }
};

TEST_F(MeetingTest, IsAddedByHandAndStandsInTheMonth) {
  EXPECT_EQ(header(post("/kalender", form("2027-03-04", "13%3A00", "15%3A30")), "Location"),
            "/kalender?sparat=1");
  EXPECT_EQ(only().length, std::chrono::minutes(150));
  EXPECT_EQ(iso8601_utc(only().starts), "2027-03-04T12:00:00Z");
  EXPECT_EQ(store.audit.page(0, 1).at(0).action, "meeting.add");
  EXPECT_THAT(get("/kalender?sparat=1").body,
              AllOf(HasSubstr("Träffen är sparad"), HasSubstr("id=\"d2027-03-04\""),
                    HasSubstr("kl. 13.00–15.30"), HasSubstr("Nätverksträff &lt;b&gt;"),
                    HasSubstr("Nätverkets träff"), HasSubstr("Bollnäs")));
}

TEST_F(MeetingTest, IsChangedAndCalledOff) {
  post("/kalender", form("2027-03-04", "13%3A00", ""));
  EXPECT_EQ(only().length, std::chrono::minutes(60));
  const std::string id = std::to_string(static_cast<std::int64_t>(only().id));
  EXPECT_THAT(get("/kalender?mote=" + id).body,
              AllOf(HasSubstr("Ändra träffen"), HasSubstr("value=\"2027-03-04\""),
                    HasSubstr("value=\"14:00\"")));
  post("/kalender", form("2027-03-05", "09%3A00", "10%3A00") + "&mote=" + id);
  EXPECT_EQ(only().sequence, 1);
  EXPECT_EQ(store.audit.page(0, 1).at(0).action, "meeting.edit");
  EXPECT_EQ(header(post("/kalender", "installd=" + id), "Location"), "/kalender?installd=1");
  EXPECT_TRUE(only().is_cancelled);
  EXPECT_EQ(post("/kalender", "installd=" + id).status, 303);  // twice is once
  EXPECT_EQ(only().sequence, 2);
  EXPECT_THAT(get("/kalender").body,
              AllOf(HasSubstr("Inställd"), Not(HasSubstr("id=\"d2027-03-05\""))));
}

TEST_F(MeetingTest, OfWhichSomethingIsWrongIsNotSavedAndNothingTypedIsLost) {
  for (const auto& [faulty, field] : std::vector<std::pair<std::string, std::string>>{
           {form("2027-02-30", "13%3A00", ""), "dag"},
           {form("2027-02-14", "13%3A00", ""), "dag"},     // yesterday
           {form("2030-03-04", "13%3A00", ""), "dag"},     // more than three years ahead
           {form("2027-03-04", "25%3A00", ""), "borjar"},  //
           {form("2027-03-04", "13%3A00", "13%3A00"), "borjar"}}) {
    const Reply reply = post("/kalender", faulty);
    EXPECT_EQ(reply.status, 422) << faulty;
    EXPECT_THAT(reply.body,
                AllOf(HasSubstr("href=\"#f-" + field + "\""), HasSubstr("value=\"Bollnäs\"")));
  }
  const std::string time = "gor=mote&dag=2027-03-04&borjar=13%3A00&lank=javascript%3A0&titel=";
  EXPECT_THAT(post("/kalender", time + std::string(201, 'a')).body,
              AllOf(HasSubstr("href=\"#f-titel\""), HasSubstr("href=\"#f-lank\"")));
  EXPECT_TRUE(store.meetings.since(clock.now()).empty());
}

TEST_F(MeetingTest, AReaderOnlyReads) {
  log_in(Role::reader);
  EXPECT_EQ(post("/kalender", form("2027-03-04", "13%3A00", "")).status, 403);
  EXPECT_THAT(get("/kalender").body, Not(HasSubstr("Lägg in en träff")));
}

}  // namespace
}  // namespace fundwatch::tests
