#include "web/hit_page.h"

#include "tests/web/inbox_support.h"

namespace fundwatch::tests {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class HitPageTest : public InboxPageTest {
 protected:
  HitPageTest() { id = add_case("a", year{2027} / 2 / 26); }

  std::string address() const { return "/traffar/" + number(id); }
  Item item() const { return store.cases.speaker(id); }

  CaseId id{};
};

TEST_F(HitPageTest, TellsFactsReasonsSourcesAndHistory) {
  EXPECT_THAT(get(address()).body,
              AllOf(HasSubstr("<h1>Utlysning a</h1>"), HasSubstr("<b>11 dagar kvar</b>"),
                    HasSubstr("version 1, gav <b>1 poäng</b>. Gränsen är 1."),
                    HasSubstr("”bidrag”"), HasSubstr("Nu finns <mark>bidrag</mark> till a."),
                    HasSubstr("Först sedd hos Region &lt;Gävleborg&gt;"),
                    HasSubstr("Ingen har svarat än.")));
  EXPECT_EQ(get("/traffar/99").status, 404);
  EXPECT_EQ(get("/traffar/x").status, 404);
  EXPECT_EQ(get("/traffar/").status, 404);
}

TEST_F(HitPageTest, NotesStandWithTheirAuthor) {
  post(address(), "gor=anteckna&till=traff&anteckning=Ringde+<upphandlaren>.");
  EXPECT_THAT(get(address()).body,
              AllOf(HasSubstr("<b>Kim</b>"), HasSubstr("Ringde &lt;upphandlaren&gt;.")));
  EXPECT_EQ(post(address(), "gor=anteckna&till=traff&anteckning=+").status, 422);
}

TEST_F(HitPageTest, ACorrectionCountsAtOnceAndIsRecorded) {
  const Reply reply = post(address(),
                           "gor=ratta&sista=2027-03-05&klockan=16.00&traffdag=&belopp=250+000"
                           "&valuta=SEK&kommun=Bolln%C3%A4s");
  EXPECT_EQ(header(reply, "Location"), address() + "?rattat=1");
  EXPECT_EQ(item().deadline->day, year{2027} / 3 / 5);
  EXPECT_EQ(item().deadline->at, calendar.instant(year{2027} / 3 / 5, std::chrono::hours(16)));
  EXPECT_EQ(item().amount->value, 250'000);
  EXPECT_EQ(item().place.municipality, "Bollnäs");
  EXPECT_EQ(store.audit.page(0, 1).at(0).action, "hit.correct");
  EXPECT_THAT(get(address() + "?rattat=1").body,
              AllOf(HasSubstr("Rättelsen är sparad."), HasSubstr("250 000")));
}

TEST_F(HitPageTest, ACorrectionIsTakenBack) {
  EXPECT_THAT(get(address()).body, Not(HasSubstr("value=\"ta-tillbaka\"")));
  post(address(), "gor=ratta&sista=2027-03-05&valuta=SEK&kommun=Ockelbo");
  EXPECT_THAT(get(address()).body, HasSubstr("value=\"ta-tillbaka\""));
  const Reply reply = post(address(), "gor=ta-tillbaka");
  EXPECT_EQ(header(reply, "Location"), address() + "?tillbaka=1");
  EXPECT_EQ(item().deadline->day, year{2027} / 2 / 26);
  EXPECT_EQ(store.audit.page(0, 9).at(0).detail, "as it was read");
  const std::size_t recorded = store.audit.page(0, 9).size();
  EXPECT_EQ(header(post(address(), "gor=ta-tillbaka"), "Location"), address());  // again
  EXPECT_EQ(store.audit.page(0, 9).size(), recorded);
  EXPECT_THAT(get(address() + "?tillbaka=1").body, AllOf(HasSubstr("Rättelsen är tillbakatagen."),
                                                         Not(HasSubstr("value=\"ta-tillbaka\""))));
}

TEST_F(HitPageTest, WhatIsWronglyTypedIsKeptAndSaidWhere) {
  const Reply reply =
      post(address(), "gor=ratta&sista=26/2&klockan=kl+4&belopp=mycket&valuta=kr&kommun=Ockelbo");
  EXPECT_EQ(reply.status, 422);
  EXPECT_THAT(reply.body, AllOf(HasSubstr("id=\"fel\""), HasSubstr("href=\"#r-sista\""),
                                HasSubstr("value=\"26/2\""), HasSubstr("value=\"mycket\""),
                                HasSubstr("value=\"Ockelbo\""), HasSubstr("aria-invalid")));
  EXPECT_EQ(item().deadline->day, year{2027} / 2 / 26);
}

TEST_F(HitPageTest, AnswersOfSubscribersAreNamed) {
  Subscriber anna;
  anna.email = "anna@asf.example";
  anna.organisation = "Kooperativet Länken";
  anna.consented_at = clock.now();
  const SubscriberId subscriber = store.subscribers.save(anna).value();
  store.answers.save({subscriber, id, AnswerKind::applied, 50'000, clock.now()});
  EXPECT_THAT(get(address()).body, AllOf(HasSubstr("Kooperativet Länken"), HasSubstr("Har sökt")));
  EXPECT_THAT(get("/").body, HasSubstr("1 har sökt"));
}

TEST_F(HitPageTest, WhatPeopleDidStandsInTheHistory) {
  post(address(), "svar=avfarda&till=traff");
  EXPECT_THAT(get(address()).body, AllOf(HasSubstr("Avfärdad av Kim"), HasSubstr("Behåll"),
                                         Not(HasSubstr("value=\"avfarda\""))));
  EXPECT_EQ(header(post("/inkorg", "angra=1&till=traff"), "Location"), address() + "?angrat=1");
}

class AdditionPageTest : public InboxPageTest {
 protected:
  AdditionPageTest() {
    services.add_by_hand = [this](const web::HandEntry& entry) -> Result<web::HandAdded> {
      entries.push_back(entry);
      if (entry.url == "https://away.example/") return Error{Stage::fetch, "404"};
      return web::HandAdded{CaseId{7}, entry.title, hits};
    };
  }
  std::vector<web::HandEntry> entries;
  int hits = 1;
};

TEST_F(AdditionPageTest, ATextIsAddedAndShown) {
  const Reply reply = post("/lagg-till", "lank=&rubrik=Tips&text=Nya+bidrag%0ASista+dag");
  EXPECT_EQ(header(reply, "Location"), "/traffar/7?tillagd=1");
  ASSERT_EQ(entries.size(), 1U);
  EXPECT_EQ(entries[0].text, "Nya bidrag\nSista dag");
  EXPECT_EQ(entries[0].source_name, "Samordnaren");
  EXPECT_EQ(store.audit.page(0, 1).at(0).action, "hit.add");
}

TEST_F(AdditionPageTest, WhatCannotBeReadIsSaidAndKept) {
  EXPECT_EQ(post("/lagg-till", "lank=&rubrik=&text=").status, 422);
  EXPECT_EQ(post("/lagg-till", "lank=javascript:x&rubrik=a&text=").status, 422);
  EXPECT_EQ(post("/lagg-till", "lank=&rubrik=&text=bara+text").status, 422);
  EXPECT_TRUE(entries.empty());
  const Reply reply = post("/lagg-till", "lank=https://away.example/&rubrik=Tips&text=");
  EXPECT_THAT(reply.body,
              AllOf(HasSubstr("Sidan gick inte att läsa: 404."),
                    HasSubstr("value=\"https://away.example/\""), HasSubstr("value=\"Tips\"")));
}

TEST_F(AdditionPageTest, WhatFitsNoProfileIsSaidSo) {
  hits = 0;
  EXPECT_EQ(header(post("/lagg-till", "rubrik=Tips&text=x"), "Location"),
            "/traffar/7?utan-traff=1");
  const CaseId id = add_case("b");
  EXPECT_THAT(get("/traffar/" + number(id) + "?utan-traff=1").body,
              HasSubstr("passar ingen profil"));
}

}  // namespace
}  // namespace fundwatch::tests
