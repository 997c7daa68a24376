#include "digest/reminder.h"

#include "digest/case_events.h"
#include "digest/compose.h"
#include "digest/message.h"
#include "tests/digest/golden.h"
#include "tests/digest/sample.h"

namespace fundwatch::digest {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

Entry entry(int number, const std::string& title, const char* last_day) {
  const Calendar calendar;
  const std::vector<Profile> profiles = tests::sample_profiles();
  Candidate candidate = tests::candidate(number, title, "Bidrag för sociala företag.", "sociala");
  candidate.item.deadline = DueDate{tests::day(last_day), {}};
  const Occasion occasion{.now = tests::today(),
                          .calendar = &calendar,
                          .profiles = &profiles,
                          .interests = {candidate}};
  Entry result = entry_of(candidate, Language::swedish, occasion);
  result.answer_url = "https://bevakning.example/s/" + std::to_string(number);
  return result;
}

ReminderMail mail() {
  ReminderMail mail;
  mail.subscriber = tests::sample_subscriber();
  mail.composed_at = tests::today();
  mail.interests = {entry(1, "Skötsel av grönytor", "2027-02-18"),
                    entry(2, "Social innovation för fler i arbete", "2027-03-01")};
  mail.unanswered = {entry(3, "Kafé i Kulturhuset", "2027-02-19")};
  mail.unanswered[0].is_of_interest = false;
  mail.settings_url = "https://bevakning.example/p/SETTINGS";
  mail.unsubscribe_url = "https://bevakning.example/a/LEAVE";
  mail.calendar_url = "https://bevakning.example/k/CALENDAR.ics";
  return mail;
}

Rendering rendered(const ReminderMail& mail) {
  return render_reminder(mail, tests::sample_config(), Calendar(), Mode::real);
}

TEST(Reminder, TellsWhatClosesAndAsksWhetherTheyHaveApplied) {
  const Rendering rendering = rendered(mail());
  tests::expect_golden("reminder_sv.txt",
                       "Subject: " + rendering.subject + "\n\n" + rendering.text);
  tests::expect_golden("reminder_sv.html", rendering.html);
  EXPECT_LT(rendering.html.find("Vi har sökt"), rendering.html.find("Inte för oss"));
}

TEST(Reminder, OfOneThingSaysItInTheSubject) {
  ReminderMail one = mail();
  one.unanswered.clear();
  one.interests.pop_back();
  EXPECT_EQ(rendered(one).subject, "3 dagar kvar: Skötsel av grönytor");
  one.interests = {entry(1, std::string(300, 'x'), "2027-02-15")};
  EXPECT_LE(rendered(one).subject.size(), 80U);
  EXPECT_THAT(rendered(one).text, HasSubstr("1 stänger i dag."));
}

TEST(Reminder, IsInTheReadersLanguageAndSaysNothingOfCoverage) {
  ReminderMail english = mail();
  english.subscriber.language = Language::english;
  const Rendering rendering = rendered(english);
  EXPECT_EQ(rendering.subject, "Reminder: 3 close within 14 days");
  EXPECT_THAT(rendering.text, HasSubstr("YOU HAVE NOT ANSWERED (1)"));
  EXPECT_THAT(rendering.text, Not(HasSubstr("COVERAGE")));
}

// ------------------------------------------------- what stands in calendars

EventContext context(const Calendar& calendar) {
  return {Language::swedish, "asf.example", &calendar};
}

TEST(CaseEvents, ACaseHasItsLastDayAndItsEventUnderNamesThatStay) {
  const Calendar calendar;
  Candidate candidate = tests::candidate(12, "Träff om bidrag", "Text", "Text");
  candidate.version = 3;
  candidate.item.deadline = DueDate{tests::day("2027-02-26"), tests::at("2027-02-26T15:00:00Z")};
  candidate.item.event_date = tests::day("2027-03-04");
  const auto events = events_of(candidate, context(calendar));
  ASSERT_THAT(events, SizeIs(2));
  EXPECT_EQ(events[0].uid, "case-12-last-day@asf.example");
  EXPECT_EQ(events[0].summary, "Sista dag kl. 16.00: Träff om bidrag");
  EXPECT_EQ(events[0].sequence, 2);
  EXPECT_EQ(events[1].uid, "case-12-event@asf.example");
  EXPECT_EQ(events[1].day, tests::day("2027-03-04"));
}

TEST(CaseEvents, DoubtfulDaysAreLeftOutAndUnsafeLinksToo) {
  const Calendar calendar;
  Candidate candidate = tests::candidate(1, "Bidrag", "Text", "Text");
  candidate.item.deadline = DueDate{tests::day("2027-02-26"), {}, true};
  EXPECT_THAT(events_of(candidate, context(calendar)), SizeIs(0));
  candidate.item.deadline->is_doubtful = false;
  candidate.item.url = "https://a.example/\r\nX-EVIL:1";
  const auto events = events_of(candidate, context(calendar));
  EXPECT_EQ(events.at(0).url.find('\n'), std::string::npos);
}

TEST(CaseEvents, AMeetingThatIsCalledOffSaysSo) {
  const Calendar calendar;
  const Meeting meeting{.id = MeetingId{3},
                        .title = "Nätverksträff",
                        .starts = tests::at("2027-03-04T12:00:00Z"),
                        .length = std::chrono::minutes(90),
                        .place = "Bollnäs",
                        .sequence = 2,
                        .is_cancelled = true};
  const CalendarEvent event = event_of(meeting, context(calendar));
  const std::string file = calendar_file({"Träffar", tests::today(), std::span(&event, 1)});
  EXPECT_THAT(file, HasSubstr("UID:meeting-3@asf.example\r\n"));
  EXPECT_THAT(file, HasSubstr("SEQUENCE:2\r\n"));
  EXPECT_THAT(file, HasSubstr("STATUS:CANCELLED\r\n"));
  EXPECT_THAT(file, HasSubstr("DTSTART;TZID=Europe/Stockholm:20270304T130000\r\n"));
}

// ----------------------------------------------- the weekly mail's new parts

Digest with_everything() {
  const Calendar calendar;
  const std::vector<Profile> profiles = tests::sample_profiles();
  Candidate interest = tests::candidate(8, "Skötsel av grönytor, område Norr", "Gräs.", "Gräs");
  interest.item.deadline = DueDate{tests::day("2027-04-08"), tests::at("2027-04-08T21:59:00Z")};
  Candidate soon = tests::candidate(9, "Tvätt av arbetskläder", "Tvätt.", "Tvätt");
  soon.item.deadline = DueDate{tests::day("2027-02-19"), {}};
  const Meeting meeting{.id = MeetingId{1},
                        .title = "Nätverksträff i Hälsingland",
                        .starts = tests::at("2027-03-11T09:00:00Z"),
                        .place = "Folkets hus, Bollnäs"};
  const Occasion occasion{.now = tests::today(),
                          .calendar = &calendar,
                          .profiles = &profiles,
                          .interests = {interest, soon},
                          .meetings = {meeting},
                          .network = "Nätverket i Gävleborg"};
  Digest digest =
      compose(tests::sample_subscriber(), tests::sample_candidates(), {15, {}}, occasion, {});
  digest.note = "Hej allihop!\n\nGlöm inte träffen i Bollnäs.\n<b>Karin</b>";
  digest.settings_url = "https://bevakning.example/p/SETTINGS";
  digest.unsubscribe_url = "https://bevakning.example/a/LEAVE";
  digest.calendar_url = "https://bevakning.example/k/CALENDAR.ics";
  return digest;
}

TEST(Digest, HasNoteInterestsMeetingsAndCalendarInBothParts) {
  const Rendering rendering =
      render(with_everything(), tests::sample_config(), Calendar(), Mode::real);
  tests::expect_golden("digest_everything_sv.txt",
                       "Subject: " + rendering.subject + "\n\n" + rendering.text);
  tests::expect_golden("digest_everything_sv.html", rendering.html);
}

TEST(Digest, WhatComesAgainEveryWeekIsNoNews) {
  Digest digest = with_everything();
  std::erase_if(digest.sections, [](const Section& section) {
    return section.kind != SectionKind::closing_later && section.kind != SectionKind::events;
  });
  for (Section& section : digest.sections) {
    std::erase_if(section.entries, [](const Entry& e) { return e.origin == Origin::hit; });
  }
  EXPECT_FALSE(has_news(digest));
  const Rendering rendering = render(digest, tests::sample_config(), Calendar(), Mode::real);
  EXPECT_THAT(rendering.subject, HasSubstr("Inget nytt den här veckan"));
  EXPECT_THAT(rendering.text, HasSubstr("STÄNGER SENARE (PÅMINNELSER) (1)"));
  digest.has_new_meeting = true;
  EXPECT_TRUE(has_news(digest));
}

TEST(Digest, InterestsAndMeetingsAreBoundedAndTakeNobodysPlace) {
  const Calendar calendar;
  const std::vector<Profile> profiles = tests::sample_profiles();
  Occasion occasion{.now = tests::today(), .calendar = &calendar, .profiles = &profiles};
  for (int i = 100; i < 150; ++i) {
    Candidate interest = tests::candidate(i, "Intresse", "Text", "Text");
    interest.item.deadline = DueDate{tests::day("2027-04-08"), {}};
    occasion.interests.push_back(interest);
    occasion.meetings.push_back({.title = "Träff", .starts = tests::at("2027-03-11T09:00:00Z")});
  }
  config::Digest limits;
  limits.items_max = 2;
  const Digest digest =
      compose(tests::sample_subscriber(), tests::sample_candidates(), {15, {}}, occasion, limits);
  std::size_t hits = 0;
  std::size_t others = 0;
  for (const Section& section : digest.sections) {
    for (const Entry& each : section.entries) ++(each.origin == Origin::hit ? hits : others);
  }
  EXPECT_EQ(hits, 2U);
  EXPECT_EQ(others, kInterestsShownMax + kMeetingsShownMax);
  EXPECT_EQ(digest.waiting, 5);
}

TEST(Message, CarriesTheCalendarBesideTheText) {
  Rendering rendering = rendered(mail());
  rendering.calendar = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n";
  const Mail sent = make_message(rendering, tests::sample_subscriber(),
                                 {"a@b.example", tests::today(), {}, {}}, tests::sample_config());
  EXPECT_THAT(sent.bytes, HasSubstr("Content-Type: multipart/mixed; boundary="));
  EXPECT_THAT(sent.bytes, HasSubstr("Content-Type: multipart/alternative;"));
  EXPECT_THAT(sent.bytes, HasSubstr("Content-Type: text/calendar; charset=utf-8; method=PUBLISH"));
  EXPECT_THAT(sent.bytes, HasSubstr("filename=slutdatum.ics"));
  EXPECT_LT(sent.bytes.size(), 200'000U);
}

}  // namespace
}  // namespace fundwatch::digest
