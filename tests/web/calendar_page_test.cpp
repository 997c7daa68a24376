// The calendars and feeds that others subscribe to.
#include "web/calendar_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "digest/signed_link.h"
#include "tests/support/fakes.h"
#include "tests/support/temporary_folder.h"
#include "web/addresses.h"
#include "web/hits_for_all.h"
#include "web/routes.h"

namespace fundwatch::web {
namespace {

using testing::HasSubstr;
using testing::Not;

const Instant kNow = parse_iso8601("2027-02-15T08:00:00Z").value();

class CalendarPageTest : public testing::Test {
 protected:
  CalendarPageTest() {
    clock.set(kNow);
    config.mail.from = "bevakning@asf.example";
    store.signing_keys.add(digest::new_signing_key(kNow - std::chrono::days{100}));
    Profile profile;
    profile.name = "finansiering";
    profile.title.swedish = "Bidrag att söka";
    profile.terms = {{"bidrag"}};
    profile_ = store.profiles.save(profile, "Kim", kNow).id;
    Source feed;
    feed.name = "Region";
    feed.url = "https://region.example/feed";
    source_ = store.sources.save(feed);
    Subscriber anna;
    anna.email = "anna@asf.example";
    anna.consented_at = kNow;
    anna_ = store.subscribers.save(anna).value();
  }

  CaseId add(const std::string& title, Review review = Review::none, const Place& place = {},
             Day last_day = std::chrono::year{2027} / 2 / 26) {
    Item item;
    item.source = source_;
    item.key = title;
    item.title = title;
    item.url = "https://region.example/" + item.key;
    item.deadline = DueDate{last_day, std::nullopt, false};
    item.place = place;
    const ItemId id = store.items.put(item, kNow).id;
    store.hits.replace(id, {profile_}, {{.profile = profile_, .profile_version = 1, .score = 1}},
                       kNow);
    for (const Hit& hit : store.hits.newest_of(profile_, 100)) {
      if (hit.item == id) store.hits.review(hit.id, review);
    }
    return store.items.find(id)->case_id;
  }

  std::string calendar_path() {
    const std::string token = digest::token_of({digest::LinkPurpose::calendar, anna_, {}, kNow},
                                               store.signing_keys.all());
    return "/k/" + token + ".ics";
  }

  Reply get(const std::string& path) {
    Request request;
    request.path = path;
    return answer({store, config, calendar, clock, guard, services}, request);
  }

  tests::TemporaryFolder folder;
  store::Store store{folder / "fundwatch.db"};
  config::Config config;
  Calendar calendar;
  tests::FakeClock clock;
  LoginGuard guard;
  Services services;
  ProfileId profile_{};
  SourceId source_{};
  SubscriberId anna_{};
};

TEST_F(CalendarPageTest, AReaderHasWhatInterestsThemAndTheNetworksMeetings) {
  const CaseId checks = add("checkar");
  add("annat");
  store.answers.save({anna_, checks, AnswerKind::interested, {}, kNow});
  store.meetings.add({.title = "Nätverksträff", .starts = kNow + std::chrono::days(3)}, kNow);
  const Reply reply = get(calendar_path());
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(reply.content_type, "text/calendar; charset=utf-8");
  EXPECT_THAT(reply.body, HasSubstr("SUMMARY:Sista dag: checkar"));
  EXPECT_THAT(reply.body, HasSubstr("SUMMARY:Nätverksträff"));
  EXPECT_THAT(reply.body, Not(HasSubstr("annat")));
}

TEST_F(CalendarPageTest, WhatTheyAppliedForOrDeclinedLeavesTheirCalendar) {
  const CaseId checks = add("checkar");
  store.answers.save({anna_, checks, AnswerKind::interested, {}, kNow});
  store.answers.save({anna_, checks, AnswerKind::applied, {}, kNow});
  EXPECT_THAT(get(calendar_path()).body, Not(HasSubstr("checkar")));
}

TEST_F(CalendarPageTest, NobodyElsesLinkOpensIt) {
  const std::string path = calendar_path();
  EXPECT_EQ(get("/k/" + std::string(40, 'A') + ".ics").status, 404);
  EXPECT_EQ(get(path.substr(0, path.size() - 4)).status, 404);
  const std::string settings =
      digest::token_of({digest::LinkPurpose::settings, anna_, {}, kNow}, store.signing_keys.all());
  EXPECT_EQ(get("/k/" + settings + ".ics").status, 404);
  store.subscribers.remove("anna@asf.example");
  EXPECT_EQ(get(path).status, 404);
}

TEST_F(CalendarPageTest, TheNetworkHasWhatItsProfilesFoundInTheCounty) {
  config.place.county = "SE313";
  add("checkar");
  add("avfardad", Review::dismissed);
  add("malmo", Review::none, {"Malmö", {"SE224"}});
  const Reply reply = get("/kalender.ics");
  EXPECT_THAT(reply.body, HasSubstr("checkar"));
  EXPECT_THAT(reply.body, Not(HasSubstr("avfardad")));
  EXPECT_THAT(reply.body, Not(HasSubstr("malmo")));
}

TEST_F(CalendarPageTest, TheNetworkHasTheNearestOfMoreThanTheLimit) {
  for (std::size_t i = 0; i < kCalendarCasesMax; ++i) {
    add("senare" + std::to_string(i), Review::none, {}, std::chrono::year{2027} / 4 / 1);
  }
  add("snart", Review::none, {}, std::chrono::year{2027} / 2 / 17);
  const std::string body = get("/kalender.ics").body;
  EXPECT_THAT(body, HasSubstr("snart"));
  EXPECT_THAT(body, Not(HasSubstr("senare" + std::to_string(kCalendarCasesMax - 1))));
}

TEST_F(CalendarPageTest, AnEventIsThereThoughItsLastDayIsLongOver) {
  const CaseId id = add("kurs", Review::none, {}, std::chrono::year{2026} / 12 / 1);
  Item item = store.cases.speaker(id);
  item.event_date = std::chrono::year{2027} / 2 / 20;
  store.corrections.save(item);
  EXPECT_THAT(get("/kalender.ics").body, HasSubstr("kurs"));
}

TEST_F(CalendarPageTest, OfWhatIsOverTheLatestIsThere) {
  for (std::size_t i = 0; i < kCalendarCasesMax; ++i) {
    add("langesedan" + std::to_string(i), Review::none, {}, std::chrono::year{2027} / 1 / 10);
  }
  add("nyss", Review::none, {}, std::chrono::year{2027} / 2 / 14);
  EXPECT_THAT(get("/kalender.ics").body, HasSubstr("nyss"));
}

TEST_F(CalendarPageTest, AProfileIsAFeedInTwoForms) {
  config.web.public_url = "https://bevakning.example";
  add("checkar");
  add("avfardad", Review::dismissed);
  const Reply atom = get("/flode/finansiering.atom");
  EXPECT_EQ(atom.content_type, "application/atom+xml; charset=utf-8");
  EXPECT_THAT(atom.body, HasSubstr("<title>checkar</title>"));
  EXPECT_THAT(atom.body, HasSubstr("https://bevakning.example/flode/finansiering.atom"));
  EXPECT_THAT(atom.body, Not(HasSubstr("avfardad")));
  const Reply json = get("/flode/finansiering.json");
  EXPECT_EQ(json.content_type, "application/feed+json; charset=utf-8");
  EXPECT_THAT(json.body, HasSubstr("\"share_text\":\"checkar. Sista dag: fredag 26 februari"));
  EXPECT_EQ(get("/flode/finansiering").status, 404);
  EXPECT_EQ(get("/flode/nagot.atom").status, 404);
  EXPECT_EQ(get("/flode/.atom").status, 404);
}

}  // namespace
}  // namespace fundwatch::web
