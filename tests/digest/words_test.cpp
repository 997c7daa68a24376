#include "digest/words.h"

#include <set>

#include "tests/digest/sample.h"

namespace fundwatch::digest {
namespace {

using tests::day;

// With ordinary spaces, to be read here.
std::string plain(std::string text) {
  for (auto at = text.find("\u00A0"); at != std::string::npos; at = text.find("\u00A0")) {
    text.replace(at, 2, " ");
  }
  return text;
}

const Words kSwedish(Language::swedish);
const Words kEnglish(Language::english);

TEST(Words, SaysDays) {
  EXPECT_EQ(plain(kSwedish.day(day("2027-02-26"))), "fredag 26 februari 2027");
  EXPECT_EQ(plain(kEnglish.day(day("2027-02-26"))), "Friday 26 February 2027");
  EXPECT_EQ(plain(kSwedish.day(day("2026-12-06"))), "söndag 6 december 2026");
  EXPECT_EQ(plain(kSwedish.day_of_year(day("2027-03-12"))), "fredag 12 mars");
}

TEST(Words, SaysTimes) {
  const LocalTime noon = Calendar().local(tests::at("2027-02-19T12:05:00+01:00"));
  EXPECT_EQ(plain(kSwedish.day_with_time(noon)), "fredag 19 februari 2027 kl. 12.05");
  EXPECT_EQ(plain(kEnglish.day_with_time(noon)), "Friday 19 February 2027 at 12:05");
}

TEST(Words, KeepsNumbersAndUnitsOnOneLine) {
  EXPECT_EQ(kSwedish.amount({250'000, "SEK"}), "250\u00A0000\u00A0kr");
  EXPECT_EQ(kSwedish.day_of_year(day("2027-03-12")), "fredag 12\u00A0mars");
  EXPECT_EQ(kSwedish.days_left(11), "11\u00A0dagar kvar");
}

TEST(Words, CountsDays) {
  EXPECT_EQ(plain(kSwedish.days_left(0)), "i dag");
  EXPECT_EQ(plain(kSwedish.days_left(1)), "1 dag kvar");
  EXPECT_EQ(plain(kSwedish.days_left(11)), "11 dagar kvar");
  EXPECT_EQ(plain(kSwedish.days_ahead(0)), "i dag");
  EXPECT_EQ(plain(kSwedish.days_ahead(8)), "om 8 dagar");
  EXPECT_EQ(plain(kEnglish.days_left(1)), "1 day left");
  EXPECT_EQ(plain(kEnglish.days_ahead(2)), "in 2 days");
}

TEST(Words, SaysWeeksOfISO8601) {
  EXPECT_EQ(plain(kSwedish.week(day("2027-02-15"))), "vecka 7");
  EXPECT_EQ(plain(kSwedish.week(day("2027-01-03"))), "vecka 53");  // the week of its Thursday
  EXPECT_EQ(plain(kEnglish.week(day("2027-01-04"))), "week 1");
}

TEST(Words, SaysPastDaysAsPeopleDo) {
  const Day today = day("2027-02-15");
  EXPECT_EQ(plain(kSwedish.past_day(today, today)), "i dag");
  EXPECT_EQ(plain(kSwedish.past_day(day("2027-02-14"), today)), "i går");
  EXPECT_EQ(plain(kSwedish.past_day(day("2027-02-09"), today)), "tisdag");
  EXPECT_EQ(plain(kSwedish.past_day(day("2027-02-08"), today)), "måndag 8 februari");
  EXPECT_EQ(plain(kEnglish.past_day(day("2027-02-14"), today)), "yesterday");
}

TEST(Words, SaysAmounts) {
  EXPECT_EQ(plain(kSwedish.amount({0, "SEK"})), "0 kr");
  EXPECT_EQ(plain(kSwedish.amount({999, "SEK"})), "999 kr");
  EXPECT_EQ(plain(kSwedish.amount({1'000, "SEK"})), "1 000 kr");
  EXPECT_EQ(plain(kSwedish.amount({12'345'678, "EUR"})), "12 345 678 euro");
  EXPECT_EQ(plain(kSwedish.amount({5'000, "NOK"})), "5 000 NOK");
  EXPECT_EQ(plain(kSwedish.amount({-5'000, "SEK"})), "−5 000 kr");
  EXPECT_EQ(plain(kEnglish.amount({1'200'000, "SEK"})), "SEK 1,200,000");
}

TEST(Words, ListsParts) {
  EXPECT_EQ(kSwedish.list({}), "");
  EXPECT_EQ(kSwedish.list({"a"}), "a");
  EXPECT_EQ(kSwedish.list({"a", "b", "c"}), "a, b och c");
  EXPECT_EQ(plain(kSwedish.list({"a", "b", "c", "d"}, 2)), "a, b och 2 till");
  EXPECT_EQ(kEnglish.list({"a", "b"}, 2), "a and b");
}

TEST(Words, QuotesAsTheLanguageDoes) {
  EXPECT_EQ(kSwedish.quoted("bidrag"), "”bidrag”");
  EXPECT_EQ(kEnglish.quoted("bidrag"), "“bidrag”");
}

TEST(Words, RaisesTheFirstLetter) {
  EXPECT_EQ(capitalised("i Gävle"), "I Gävle");
  EXPECT_EQ(capitalised("återbruk"), "Återbruk");
  EXPECT_EQ(capitalised(""), "");
}

TEST(Phrases, FillsEachNameOnceAndLooksNoFurther) {
  EXPECT_EQ(fill("{a} och {b}", {{"a", "{b}"}, {"b", "2"}}), "{b} och 2");
}

TEST(PhrasesDeathTest, HoldsThatEveryNameIsFilled) { EXPECT_DEATH(fill("{a}", {}), "filling"); }

// The names in braces of a phrase.
std::set<std::string> names_in(std::string_view phrase) {
  std::set<std::string> names;
  for (auto open = phrase.find('{'); open != std::string_view::npos;
       open = phrase.find('{', open + 1)) {
    names.emplace(phrase.substr(open, phrase.find('}', open) - open));
  }
  return names;
}

TEST(Phrases, OfBothLanguagesTakeTheSameFillings) {
  const Phrases& swedish = swedish_phrases();
  const Phrases& english = english_phrases();
  for (const auto member :
       {&Phrases::day, &Phrases::day_with_time, &Phrases::subject, &Phrases::outage,
        &Phrases::outage_since, &Phrases::outage_dead, &Phrases::never_read, &Phrases::astray,
        &Phrases::silent, &Phrases::because_of, &Phrases::day_and_left, &Phrases::day_and_source,
        &Phrases::with_source, &Phrases::unsubscribe, &Phrases::event_with_last_day,
        &Phrases::preview_with_day}) {
    EXPECT_EQ(names_in(swedish.*member), names_in(english.*member)) << swedish.*member;
  }
  for (const auto member : {&Phrases::waiting, &Phrases::coverage, &Phrases::outages_more,
                            &Phrases::read_again, &Phrases::days_left, &Phrases::days_ahead}) {
    EXPECT_EQ(names_in((swedish.*member).one), names_in((english.*member).one));
    EXPECT_EQ(names_in((swedish.*member).many), names_in((english.*member).many));
  }
}

}  // namespace
}  // namespace fundwatch::digest
