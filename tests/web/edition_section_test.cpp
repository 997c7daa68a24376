#include "web/edition_section.h"

#include "tests/web/inbox_support.h"

namespace fundwatch::tests {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

// It is Monday of week 7, 09.00: the mail of week 7 went at 07.00.
class EditionSectionTest : public InboxPageTest {
 protected:
  store::Edition edition(int week) { return store.editions.of({2027, week}); }
};

TEST_F(EditionSectionTest, OffersTheWeeksToCome) {
  EXPECT_THAT(get("/utskick").body,
              AllOf(HasSubstr("Mejlet vecka 8"), HasSubstr("På sin dag, måndag"),
                    HasSubstr("?vecka=2027-W17#"), Not(HasSubstr("?vecka=2027-W18#")),
                    Not(HasSubstr("?vecka=2027-W07#"))));
  EXPECT_THAT(get("/utskick?vecka=2027-W12").body, HasSubstr("Mejlet vecka 12"));
  EXPECT_THAT(get("/utskick?vecka=2031-W12").body, HasSubstr("Mejlet vecka 8"));
}

TEST_F(EditionSectionTest, LinesOfHerOwnAreSavedAndTakenAway) {
  const std::string week = "vecka=2027-W09&nar=vanligt&rader=";
  EXPECT_EQ(header(post("/utskick", week + "Hej+%3Cb%3E%0A%0Aalla"), "Location"),
            "/utskick?sparat=1&vecka=2027-W09");
  EXPECT_EQ(edition(9).note, "Hej <b>\n\nalla");
  EXPECT_EQ(store.audit.page(0, 1).at(0).action, "edition.change");
  EXPECT_EQ(store.audit.page(0, 1).at(0).detail, "as usual, note");
  EXPECT_THAT(get("/utskick?vecka=2027-W09").body,
              AllOf(HasSubstr(">\nHej &lt;b&gt;"), HasSubstr(">Skrivna<")));
  post("/utskick", week);
  EXPECT_EQ(edition(9).note, "");
}

TEST_F(EditionSectionTest, AWeekIsHeldBroughtForwardAndResumed) {
  post("/utskick", "vecka=2027-W08&rader=&nar=hoppa&dagar=1");
  EXPECT_TRUE(edition(8).is_held);
  EXPECT_THAT(get("/utskick").body, HasSubstr("<b>Hoppas över."));
  post("/utskick", "vecka=2027-W08&rader=&nar=tidigare&dagar=3");
  EXPECT_FALSE(edition(8).is_held);
  EXPECT_EQ(edition(8).days_earlier, 3);
  EXPECT_THAT(get("/utskick").body, HasSubstr("<b>fredag"));
  for (const std::string days : {"0", "7", "x"}) {
    const Reply reply = post("/utskick", "vecka=2027-W08&rader=Hej&nar=tidigare&dagar=" + days);
    EXPECT_EQ(reply.status, 422) << days;
    EXPECT_THAT(reply.body, AllOf(HasSubstr("href=\"#v-nar\""), HasSubstr(">\nHej<")));
    EXPECT_EQ(edition(8).days_earlier, 3) << days;
  }
  post("/utskick", "vecka=2027-W08&rader=&nar=vanligt");
  EXPECT_EQ(edition(8).days_earlier, 0);
}

TEST_F(EditionSectionTest, TheNextMailIsSaidAsItReallyGoes) {
  Subscriber anna;
  anna.email = "anna@asf.example";
  anna.consented_at = clock.now();
  const SubscriberId id = store.subscribers.save(anna).value();
  store.subscribers.set_next_digest(id, *parse_iso8601("2027-02-22T07:00:00+01:00"));
  EXPECT_THAT(get("/utskick").body, HasSubstr("Nästa mejl går måndag 22\u00A0februari"));
  post("/utskick", "vecka=2027-W08&rader=&nar=tidigare&dagar=3");
  EXPECT_THAT(get("/utskick").body, HasSubstr("Nästa mejl går fredag 19\u00A0februari"));
  post("/utskick", "vecka=2027-W08&rader=&nar=hoppa");
  EXPECT_THAT(get("/utskick").body, HasSubstr("Nästa mejl går måndag 1\u00A0mars"));
}

TEST_F(EditionSectionTest, NoDayIsOfferedThatIsOver) {
  clock.set(*parse_iso8601("2027-02-20T12:00:00+01:00"));  // Saturday
  log_in(Role::coordinator);
  EXPECT_THAT(get("/utskick").body,
              AllOf(HasSubstr("<option value=\"2\">"), Not(HasSubstr("<option value=\"3\">"))));
  // From a page that was left open since Friday.
  EXPECT_EQ(post("/utskick", "vecka=2027-W08&rader=&nar=tidigare&dagar=3").status, 422);
  EXPECT_EQ(edition(8).days_earlier, 0);
  clock.set(*parse_iso8601("2027-02-22T05:00:00+01:00"));  // the same day, before the mail
  log_in(Role::coordinator);
  EXPECT_THAT(get("/utskick").body, Not(HasSubstr("value=\"tidigare\"")));
}

TEST_F(EditionSectionTest, LinesThatAreTooLongComeBackAsTheyWereTyped) {
  const std::string note(store::kNoteCharactersMax, 'a');
  EXPECT_EQ(post("/utskick", "vecka=2027-W08&nar=vanligt&rader=" + note).status, 303);
  const Reply reply = post("/utskick", "vecka=2027-W08&nar=hoppa&rader=b" + note);
  EXPECT_EQ(reply.status, 422);
  EXPECT_THAT(reply.body, AllOf(HasSubstr("href=\"#v-rader\""), HasSubstr(">\nb" + note)));
  EXPECT_EQ(edition(8).note, note);
  EXPECT_FALSE(edition(8).is_held);
}

// From a page that was left open while the mail of week 8 went.
TEST_F(EditionSectionTest, LinesForAMailThatHasGoneAreNotTheNextOnes) {
  store.editions.set_note({2027, 9}, "Det som redan stod");
  clock.set(*parse_iso8601("2027-02-22T09:00:00+01:00"));
  log_in(Role::coordinator);
  const std::string lines = "&nar=hoppa&rader=Till+vecka+8";
  Reply reply = post("/utskick", "vecka=2027-W08" + lines);
  EXPECT_EQ(reply.status, 422);
  EXPECT_THAT(reply.body, AllOf(HasSubstr("mejlet har gått"), HasSubstr("ersätter det raderna"),
                                HasSubstr("href=\"#vecka\""), HasSubstr(">\nTill vecka 8<"),
                                HasSubstr("name=\"vecka\" value=\"2027-W09\"")));
  EXPECT_EQ(edition(9).note, "Det som redan stod");
  EXPECT_FALSE(edition(9).is_held);
  EXPECT_THAT(store.audit.page(0, 10), testing::IsEmpty());
  store.editions.set_note({2027, 9}, "");
  reply = post("/utskick", "vecka=skräp" + lines);
  EXPECT_EQ(reply.status, 422);
  EXPECT_THAT(reply.body, HasSubstr("om det ska med i mejlet vecka 9"));
  EXPECT_EQ(post("/utskick", "vecka=2027-W09" + lines).status, 303);
  EXPECT_EQ(edition(9).note, "Till vecka 8");
}

TEST_F(EditionSectionTest, AReaderOnlyReads) {
  log_in(Role::reader);
  EXPECT_EQ(post("/utskick", "vecka=2027-W08&nar=hoppa&rader=").status, 403);
  EXPECT_THAT(get("/utskick").body, AllOf(HasSubstr("Vecka 8"), Not(HasSubstr("Spara veckan"))));
}

}  // namespace
}  // namespace fundwatch::tests
