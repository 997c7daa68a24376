#include "feeds/facts/deadline.h"

#include <string>
#include <vector>

#include "tests/feeds/facts_support.h"

namespace fundwatch::feeds {
namespace {

std::optional<StatedDeadline> deadline_of(const Item& item) {
  return find_deadline(item, ItemWords(item), written_in_october(), kStockholm);
}

std::string shown(const std::optional<StatedDeadline>& deadline) {
  if (!deadline) return "-";
  if (!deadline->due.at) return iso_day(deadline->due.day);
  return kStockholm.iso8601(*deadline->due.at).substr(0, 16);
}

struct Case {
  std::string text;
  std::string deadline;  // "-" is none
};

// All are written on 5 October 2026.
void expect_all(const std::vector<Case>& cases) {
  for (const Case& one : cases) {
    EXPECT_EQ(shown(deadline_of(item_with(one.text))), one.deadline) << one.text;
  }
}

TEST(FactsDeadline, IsNamedByALabel) {
  expect_all({
      {"Sista ansökningsdag: 15 mars 2027. Beslut i maj.", "2027-03-15"},
      {"Sista ansökningsdag är den 14 februari 2027.", "2027-02-14"},
      {"Sista ansökningsdag\n15 mars 2027\nSå ansöker du", "2027-03-15"},
      {"Sista ansökningsdatum 31/1 2027", "2027-01-31"},
      {"Sista dag för anbud: 2026-12-14 kl. 23:59.", "2026-12-14T23:59"},
      {"Sista dag att lämna anbud: 27.11.2026.", "2026-11-27"},
      {"Sista anbudsdag 2026-11-30", "2026-11-30"},
      {"Sista anbudsdag måndag 8 februari 2027 kl 12.", "2027-02-08T12:00"},
      {"Anbudsdag: 5 november 2026.", "2026-11-05"},
      {"SISTA DAG FÖR ANMÄLAN ÄR DEN 28 OKTOBER.", "2026-10-28"},
      {"Sista anmälningsdag är fredag 13 november.", "2026-11-13"},
      {"Sista dag att söka är 15 januari 2027 kl. 16.", "2027-01-15T16:00"},
      {"Sista ansökningstid: 2027-04-13 kl 14:00. Beslut senast 2027-06-18.", "2027-04-13T14:00"},
      {"Sista svarsdag är den 3 november.", "2026-11-03"},
      {"Slutdatum för ansökan: 1 december.", "2026-12-01"},
      {"Deadline: 14 April 2027 17:00 Brussels time.", "2027-04-14T17:00"},
      {"Deadline for submission of proposals is 3 March 2027.", "2027-03-03"},
      {"Deadline for receipt of tenders: 09/11/2026 23:59:00 (UTC+1).", "2026-11-09T23:59"},
      {"Application deadline: April 14, 2027.", "2027-04-14"},
      {"The closing date for applications is Friday 12 February 2027.", "2027-02-12"},
      {"OSA senast 20 oktober.", "2026-10-20"},
      {"O.s.a. den 20 oktober till Lisa.", "2026-10-20"},
      {"Tidsfrist för mottagande av anbud: 2026-11-20 12:00", "2026-11-20T12:00"},
      {"The cut-off date is 1 December 2026.", "2026-12-01"},
      {"Den 5 november är sista dag för anbud.", "2026-11-05"},
      {"1 December is the deadline for applications.", "2026-12-01"},
  });
}

TEST(FactsDeadline, IsALimitOnWhatReadersDo) {
  expect_all({
      {"Ansökan ska vara oss tillhanda senast den 1 november 2026.", "2026-11-01"},
      {"Anbud ska ha inkommit senast 2026-11-05.", "2026-11-05"},
      {"Anbud skall vara kommunen till handa senast 2026-11-22.", "2026-11-22"},
      {"Vi behöver din anmälan senast den 10 november, ange gärna allergier.", "2026-11-10"},
      {"Ansök med cv och personligt brev senast 2026-10-31.", "2026-10-31"},
      {"Anbudet ska vara inlämnat i e-Avrop senast kl 23.59 den 6 november 2026.",
       "2026-11-06T23:59"},
      {"Offert ska ha kommit in senast onsdagen den 7 oktober 2026 klockan 12.00.",
       "2026-10-07T12:00"},
      {"Senast kl. 14.00 fredagen den 4 december ska ansökan vara inne.", "2026-12-04T14:00"},
      {"Ansökan ska vara inne kl. 16.00 fredagen den 23 oktober 2026.", "2026-10-23T16:00"},
      {"Anbud ska vara inkomna den 7 december 2026 före midnatt.", "2026-12-07T23:59"},
      {"Anbudet ska vara kommunen till handa 30 november 2026.", "2026-11-30"},
      {"Öppet för ansökningar t.o.m. 28 februari.", "2027-02-28"},
      {"Anmälan är öppen till och med söndagen den 15 november.", "2026-11-15"},
      {"Anmäl dig senast 12/11.", "2026-11-12"},
      {"Lämna din anmälan senast den 12/2.", "2027-02-12"},
      {"Anbud kan lämnas fram till den 19 februari 2027.", "2027-02-19"},
      {"Vi vill ha ert svar senast den 18 dec. 2026.", "2026-12-18"},
      {"Anbudet ska lämnas elektroniskt senast den 16 febr. 2027.", "2027-02-16"},
      {"Boka din tid genom att mejla senast den 25 oktober.", "2026-10-25"},
      {"Intresserade hör av sig till Anna senast den 24 oktober.", "2026-10-24"},
      {"Skicka en skiss på fyra sidor. Vi behöver den senast onsdag 14 oktober 2026 klockan 16:30.",
       "2026-10-14T16:30"},
      {"Svara på frågorna i formuläret och skicka in det, senast den 12 november 2026.",
       "2026-11-12"},
      {"Senast den 3 november ska ansökan ha kommit in.", "2026-11-03"},
      {"Submissions are made on the portal by 14 April 2027.", "2027-04-14"},
      {"Apply by 1 December.", "2026-12-01"},
      {"Tenders must be received no later than 12 noon on 20 November 2026.", "2026-11-20T12:00"},
      {"Please register by Friday 6 November at 5 p.m.", "2026-11-06T17:00"},
      {"Proposals may be submitted until 30 November 2026, 23:59 CET.", "2026-11-30T23:59"},
      {"Register before you forget; the form stays open until 8 November.", "2026-11-08"},
      {"Ansök senast den första november.", "2026-11-01"},
      {"Ansök senast den 1:a november.", "2026-11-01"},
      {"Ansökan skickas in senast 15:e november 2026", "2026-11-15"},
      {"Ansök senast 20261101.", "2026-11-01"},
      {"Nominera senast den 30 NOVEMBER!", "2026-11-30"},
      {"Ansökan kan göras t o m den 9 nov.", "2026-11-09"},
      {"Begäran: interested parties should submit an expression of interest by 2 November 2026.",
       "2026-11-02"},
  });
}

TEST(FactsDeadline, IsWhereSomethingCloses) {
  expect_all({
      {"Vi har två ansökningsomgångar: den första stänger 16 november 2026 och den andra 19 april "
       "2027.",
       "2026-11-16"},
      {"Utlysningen öppnar den 15 februari 2027 och stänger den 11 maj 2027 kl. 16.00.",
       "2027-05-11T16:00"},
      {"Fönstret stänger fredagen den 23 oktober klockan 16.", "2026-10-23T16:00"},
      {"Anbudstiden går ut den 21 november 2026.", "2026-11-21"},
      {"Ansökningstiden löper ut den 21 november.", "2026-11-21"},
      {"Registration closes on 13 November 2026.", "2026-11-13"},
      {"Applications close 1 December 2026.", "2026-12-01"},
      {"The application window closes on 30 October 2026 at 12:00 CET.", "2026-10-30T12:00"},
      {"The call opened on 12 October and the online form closes on Friday, 15 January 2027 at "
       "noon.",
       "2027-01-15T12:00"},
      {"Den 20 november stänger ansökan.", "2026-11-20"},
      {"Applications are due 5 November.", "2026-11-05"},
      {"Butiken stänger den 5 november.", "-"},
  });
}

TEST(FactsDeadline, IsTheLastDayOfARange) {
  expect_all({
      {"Fönstret är öppet mellan den 17 augusti och den 14 oktober 2026.", "2026-10-14"},
      {"Ansökningsperioden är 1–29 november 2026 och ansökan stänger kl. 14.00 sista dagen.",
       "2026-11-29T14:00"},
      {"Sök mellan 1 och 29 november.", "2026-11-29"},
      {"Ansökningstid: 1 december 2026 – 31 januari 2027", "2027-01-31"},
      {"Ansökan är öppen från den 1 november till den 30 november.", "2026-11-30"},
      {"Applications are open 3–24 November 2026.", "2026-11-24"},
  });
}

TEST(FactsDeadline, IsTheExtendedOne) {
  expect_all({
      {"Medlen kunde först sökas till den 31 oktober. Ansökningstiden är nu förlängd till den 30 "
       "november 2026.",
       "2026-11-30"},
      {"Ansökningstiden har förlängts till den 30 november.", "2026-11-30"},
      {"Anbudstiden förlängs från den 20 oktober till den 3 november.", "2026-11-03"},
      {"The deadline for applications has been extended to 15 January 2027.", "2027-01-15"},
      {"Ansök senast 20 oktober. Uppdatering: ny sista ansökningsdag är den 3 november.",
       "2026-11-03"},
      {"Avtalet förlängs till den 31 mars 2028.", "-"},
      {"Anbudstiden kan komma att förlängas.", "-"},
  });
}

TEST(FactsDeadline, OfADayBeforeIsTheDayBefore) {
  expect_all({
      {"Ansökan ska vara inne före den 18 november.", "2026-11-17"},
      {"Anmäl dig innan 1 december.", "2026-11-30"},
      {"Apply before 1 March 2027.", "2027-02-28"},
      {"Vi behöver din anmälan före kl 12 den 8 november.", "2026-11-08T12:00"},
  });
}

TEST(FactsDeadline, StandsOnTheClocksThatAreNamed) {
  expect_all({
      {"Deadline: 29 January 2027 at 16:15 Finnish time.", "2027-01-29T15:15"},
      {"Deadline: 29 January 2027, 16:15 (EET)", "2027-01-29T15:15"},
      {"Deadline 29 January 2027 5 pm UK time", "2027-01-29T18:00"},
      {"Deadline: 29 January 2027 23:30 UTC.", "2027-01-30T00:30"},
      {"Deadline for receipt of tenders: 15/06/2027 10:00:00 (UTC+3)", "2027-06-15T09:00"},
      {"Deadline: 15 June 2027 17:00 CET.", "2027-06-15T17:00"},
      {"Deadline: 2027-06-15T15:00:00Z", "2027-06-15T17:00"},
      {"Sista ansökningsdag 15 juni 2027 kl 17.00 svensk tid", "2027-06-15T17:00"},
  });
}

TEST(FactsDeadline, IsTheNextOfSeveral) {
  expect_all({
      {"Sista ansökningsdagar: 1 mars 2026, 15 november 2026 och 1 mars 2027.", "2026-11-15"},
      {"Ansök senast 1 oktober 2026 eller senast 1 februari 2027.", "2027-02-01"},
      {"Anmäl dig till informationsmötet senast 12 oktober. Ansökan ska vara inne senast 2 "
       "november.",
       "2026-11-02"},
  });
}

TEST(FactsDeadline, IsInTheYearThatIsMeant) {
  expect_all({
      {"Ansök senast 5 oktober.", "2026-10-05"},
      {"Ansök senast 15 januari.", "2027-01-15"},
      {"Ansök senast måndag 15 februari.", "2027-02-15"},  // a Monday in 2027
      {"Ansök senast den 20 september.", "-"},             // just past, not in a year
      {"Ansök senast onsdagen den 30 september.", "-"},    // a Wednesday in 2026
      {"Ansök senast 29 februari 2027.", "-"},             // no such day
  });
}

TEST(FactsDeadline, IsNotADayOfSomethingElse) {
  expect_all({
      {"Frågor ställs senast den 23 november.", "-"},
      {"Eventuella frågor om anbudet inkommer skriftligen senast den 23 november.", "-"},
      {"Questions about the tender may be submitted until 3 November.", "-"},
      {"Motioner ska vara styrelsen till handa senast 15 november.", "-"},
      {"Du kan lämna synpunkter till och med den 15 november.", "-"},
      {"Remissvar ska lämnas senast den 1 december.", "-"},
      {"Beslut lämnas senast den 1 december 2026.", "-"},
      {"Uppdraget ska redovisas senast den 30 september 2027.", "-"},
      {"Leverantören ska kunna börja senast 1 maj 2027.", "-"},
      {"Leverans ska ske före 1 april 2027.", "-"},
      {"Anbudsgivaren är bunden av sitt anbud till och med 30 juni 2027.", "-"},
      {"Tenders must be valid until 30 June 2027.", "-"},
      {"Avtalsspärren löper ut den 14 december.", "-"},
      {"Ansökan öppnar den 1 december 2026.", "-"},
      {"Opening date: 7 December 2026.", "-"},
      {"Early bird until 1 November: register at half the price.", "-"},
      {"Senast uppdaterad 11 januari 2027.", "-"},
      {"Välkommen på frukost torsdagen den 17 november kl 7.45–9.30.", "-"},
      {"Projektet ska vara klart senast den 31 december 2027.", "-"},
      {"Bidraget får användas till den 31 december 2027.", "-"},
      {"Avtalet gäller från den 1 mars 2027 till och med den 28 februari 2029.", "-"},
      {"Kommunen återkommer med förslag senast i juni 2027.", "-"},
      {"Ansökningar tas emot löpande.", "-"},
      {"Ansök senast vecka 7.", "-"},
      {"Site visit: 12 January 2027, 09:00.", "-"},
      {"Vi öppnar 24/7 för ansökningar.", "-"},
  });
}

TEST(FactsDeadline, OfThePastIsNone) {
  expect_all({
      {"Sista ansökningsdag var den 1 september 2026.", "-"},
      {"Anbudstiden löpte ut den 30 oktober 2025.", "-"},
      {"Sista anbudsdag: 2026-10-04", "-"},
  });
}

TEST(FactsDeadline, DoesNotStandBesideTheMatter) {
  expect_all({
      {"Planen antogs i går.\nRelaterade nyheter: Ny tidtabell. Sök kulturstipendium senast 15 "
       "januari.",
       "-"},
      {"Läs också: Sök stipendium senast 15 januari.", "-"},
  });
}

TEST(FactsDeadline, IsReadInScannedAndMangledText) {
  expect_all({
      {"Sista ansökningsdag 2 5 november 2 0 2 6", "2026-11-25"},
      {"Anbud senast 2026\u201111\u201108", "2026-11-08"},
      {"Sista ansökningsdag:\u00A015\u00A0mars\u00A02027", "2027-03-15"},
      {"Sista anso\u0308kningsdag 15 mars 2027", "2027-03-15"},
      {"Sista ansök\u00ADningsdag 15 mars 2027", "2027-03-15"},
  });
}

TEST(FactsDeadline, CanStandInTheTitle) {
  const Item item =
      item_with("Totalt finns 800 000 kronor.", "Stöd till fiske – sök senast 1 december");
  EXPECT_EQ(shown(deadline_of(item)), "2026-12-01");
}

TEST(FactsDeadline, TakesTheHourFromWhereItStands) {
  const Item item = item_with("Ansökan ska vara inne senast den 1 december 2026 kl. 14.",
                              "Sök senast 1 december");
  EXPECT_EQ(shown(deadline_of(item)), "2026-12-01T14:00");
}

TEST(FactsDeadline, IsQuotedWhole) {
  const auto quoted = [](const std::string& text) {
    const auto deadline = deadline_of(item_with(text));
    return deadline ? deadline->text : "";
  };
  EXPECT_EQ(quoted("Läs mer. Sista ansökningsdag: 15 mars 2027. Beslut i maj."),
            "Sista ansökningsdag: 15 mars 2027");
  EXPECT_EQ(
      quoted("Anbud ska ha inkommit senast fredagen den 13 november 2026 kl. 12.00 till oss."),
      "Anbud ska ha inkommit senast fredagen den 13 november 2026 kl. 12.00");
  EXPECT_EQ(quoted("The maximum is EUR 30 000. Deadline: 29 January 2027 at 16:15 Finnish time."),
            "Deadline: 29 January 2027 at 16:15 Finnish time");
}

TEST(FactsDeadline, FarAheadIsDoubtful) {
  const auto absurd = deadline_of(item_with("Sista ansökningsdag: 15 mars 2099."));
  ASSERT_TRUE(absurd);
  EXPECT_TRUE(absurd->due.is_doubtful);
  const auto sane = deadline_of(item_with("Sista ansökningsdag: 15 mars 2027."));
  ASSERT_TRUE(sane);
  EXPECT_FALSE(sane->due.is_doubtful);
  const auto both =
      deadline_of(item_with("Sista ansökningsdag: 15 mars 3027. Ansök senast 15 mars 2027."));
  EXPECT_EQ(shown(both), "2027-03-15");
}

TEST(FactsDeadline, NeedsNoText) { EXPECT_FALSE(deadline_of(Item{})); }

TEST(FactsDeadline, IsFoundInAMegabyte) {
  std::string text;
  while (text.size() < 900'000) text += "Ansök gärna om stöd till föreningar den 3 mars ";
  text += ". Sista ansökningsdag: 15 mars 2027.";
  EXPECT_TRUE(deadline_of(item_with("Sista ansökningsdag: 15 mars 2027. " + text)));
  EXPECT_FALSE(deadline_of(item_with(text)));  // more dates than are looked at
}

}  // namespace
}  // namespace fundwatch::feeds
