// Weeks of publications by the services that are asked in pages, with the real daemon: what is
// told, told once, changed, and missed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "base/calendar.h"
#include "base/url.h"
#include "tests/scenarios/world.h"
#include "tests/support/services.h"

namespace fundwatch::tests {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kTedUrl = "https://api.ted.example/v3/notices/search";
constexpr const char* kSediaUrl = "https://sedia.example/search?apiKey=SEDIA&text=***";
constexpr const char* kVinnovaUrl = "https://vinnova.example/api";

HttpRequest http_request_of(const feeds::Request& request) {
  const auto url = parse_url(request.url);
  HttpRequest asked{.method = request.payload ? "POST" : "GET"};
  asked.target = url->path + (url->query.empty() ? "" : "?" + url->query);
  if (request.payload) {
    asked.headers["content-type"] = request.payload->content_type;
    asked.body = request.payload->bytes;
  }
  return asked;
}

feeds::Answer answer_of(const ServiceAnswer& served, const feeds::Request& request) {
  feeds::Answer answer{Response{.final_url = request.url, .status = 200, .body = served.body}};
  answer.status = served.status;
  if (served.status == 200) return answer;
  answer.response = Error{Stage::fetch, "the server answered " + std::to_string(served.status)};
  answer.fault = feeds::Fault::status;
  answer.refusal = served.body;
  return answer;
}

class ServiceWeeks : public testing::Test {
 protected:
  ServiceWeeks() {
    world.fetcher.serve_by(kTedUrl, [this](const feeds::Request& request) {
      return answer_of(ted.answer(http_request_of(request)), request);
    });
    world.fetcher.serve_by("https://sedia.example/", [this](const feeds::Request& request) {
      return answer_of(sedia.answer(http_request_of(request)), request);
    });
    world.fetcher.serve_by(kVinnovaUrl, [this](const feeds::Request& request) {
      return answer_of(vinnova.answer(http_request_of(request)), request);
    });
    Profile profile;
    profile.name = "upphandling";
    profile.title = {"Upphandling", "Procurement"};
    profile.terms = {{.text = "städning"}, {.text = "utlysning"}};
    world.store().profiles.save(profile, "test", world.clock.now());
    Subscriber subscriber;
    subscriber.email = kAnna;
    subscriber.profiles = {"upphandling"};
    subscriber.moment = {std::chrono::Monday, std::chrono::hours(7)};
    subscriber.since = world.clock.now();
    subscriber.consented_at = subscriber.since;
    EXPECT_TRUE(world.store().subscribers.save(subscriber).ok());
  }

  SourceId add(SourceKind kind, const std::string& url, const std::string& query) {
    Source source;
    source.name = "Tjänsten";
    source.kind = kind;
    source.url = url;
    source.query = query;
    source.interval = std::chrono::hours(6);
    return world.store().sources.save(source);
  }
  SourceId add_ted() { return add(SourceKind::ted, kTedUrl, "place-of-performance IN (SE313)"); }
  Source source(SourceId id) { return world.store().sources.find(id).value(); }
  void days(int count) { world.play(world.clock.now() + std::chrono::days(count)); }
  std::string today() const { return iso_day(world.calendar.day(world.clock.now())); }
  std::vector<std::string> mails() const { return world.mails_to(kAnna); }

  std::ptrdiff_t mails_that_tell(const std::string& title) const {
    return std::ranges::count_if(
        mails(), [&](const std::string& mail) { return mail.find(title) != std::string::npos; });
  }

  const std::string kAnna = "anna@asf.example";
  World world{*parse_iso8601("2026-11-16T08:00:00Z")};  // a Monday
  TedService ted;
  SediaService sedia;
  VinnovaService vinnova;
};

TEST_F(ServiceWeeks, EveryNoticeIsToldOnceWhateverThePages) {
  const SourceId id = add_ted();
  ted.set_page_notices_max(3);
  for (int week = 0; week < 6; ++week) {
    for (int day = 0; day < 7; ++day) {
      const std::string number = std::to_string(900000 + week * 10 + day) + "-2026";
      if (day < 5) ted.publish({.number = number, .title = "Städning " + number, .day = today()});
      days(1);
    }
  }
  days(1);
  EXPECT_EQ(world.store().items.count(), 30);
  EXPECT_EQ(source(id).health.state, SourceState::ok);
  ASSERT_EQ(mails().size(), 6U);
  for (const char* title : {"Städning 900000-2026", "Städning 900024-2026", "Städning 900054"}) {
    EXPECT_EQ(mails_that_tell(title), 1) << title;
  }
}

TEST_F(ServiceWeeks, AChangeNoticeIsANewVersionOfItsCase) {
  const std::string original = "c4c415ee-ac08-4465-8fa6-57568cf69462";
  add_ted();
  ted.publish({.number = "900001-2026",
               .title = "Städning av skolor",
               .day = today(),
               .id = original + "-01",
               .deadline = "2026-12-18"});
  days(8);
  ASSERT_EQ(mails().size(), 1U);
  ted.publish({.number = "900777-2026",
               .title = "Städning av skolor, ny sista dag",
               .day = today(),
               .id = "71397268-6c47-4f2f-8ab0-f41a26138f81-01",
               .changes = original,
               .deadline = "2027-01-15"});
  days(7);
  EXPECT_EQ(world.store().items.find(ItemId{1})->case_id,
            world.store().items.find(ItemId{2})->case_id);
  ASSERT_EQ(mails().size(), 2U) << "a moved deadline is told";
  EXPECT_THAT(mails().back(), HasSubstr("15 januari 2027"));
}

TEST_F(ServiceWeeks, APageThatFailsStoresNothingAndNothingIsMissedLater) {
  const SourceId id = add_ted();
  ted.set_page_notices_max(1);
  ted.publish({.number = "1-2026", .title = "Städning ett", .day = today()});
  ted.publish({.number = "2-2026", .title = "Städning två", .day = today()});
  ted.set_mood(TedService::Mood::tokens_expire);
  days(1);
  EXPECT_EQ(world.store().items.count(), 0);
  EXPECT_THAT(source(id).health.error, HasSubstr("The iteration token has expired"));
  EXPECT_FALSE(source(id).health.last_success);
  ted.set_mood(TedService::Mood::well);
  days(2);
  EXPECT_EQ(world.store().items.count(), 2);
  EXPECT_EQ(source(id).health.state, SourceState::ok);
}

TEST_F(ServiceWeeks, AServiceThatWrapsAroundEnds) {
  const SourceId id = add_ted();
  ted.set_page_notices_max(1);
  ted.set_mood(TedService::Mood::wraps_around);
  ted.publish({.number = "1-2026", .title = "Städning ett", .day = today()});
  ted.publish({.number = "2-2026", .title = "Städning två", .day = today()});
  days(1);
  EXPECT_EQ(world.store().items.count(), 2);
  EXPECT_EQ(source(id).health.state, SourceState::ok);
}

TEST_F(ServiceWeeks, NothingIsMissedWhileTheMachineWasOff) {
  add_ted();
  days(1);
  for (int day = 0; day < 30; ++day) {
    ted.publish({.number = std::to_string(day) + "-2026", .title = "Städning", .day = today()});
    world.clock.set(world.clock.now() + std::chrono::days(1));
  }
  days(1);
  EXPECT_EQ(world.store().items.count(), 30);
}

TEST_F(ServiceWeeks, WhoUsedToGiveItemsAndGivesNoneIsSilent) {
  const SourceId id = add_ted();
  for (int week = 0; week < 8; ++week) {
    ted.publish({.number = std::to_string(week) + "-2026", .title = "Städning", .day = today()});
    days(7);
  }
  EXPECT_EQ(source(id).health.state, SourceState::ok);
  days(16);
  EXPECT_EQ(source(id).health.state, SourceState::silent);
  EXPECT_THAT(source(id).health.error, HasSubstr("nothing new since"));
}

TEST_F(ServiceWeeks, ATopicOfTheEuIsToldOnceAndInOneLanguage) {
  const SourceId id =
      add(SourceKind::sedia, kSediaUrl, R"({"bool":{"must":[{"terms":{"type":["1"]}}]}})");
  for (int i = 0; i < 150; ++i) {
    sedia.publish({.identifier = "ESF-" + std::to_string(i), .title = "Utlysning"});
  }
  days(15);
  EXPECT_EQ(world.store().items.count(), 150);
  EXPECT_EQ(source(id).health.failures, 0) << source(id).health.error;
}

TEST_F(ServiceWeeks, ARoundOfVinnovaSaysWhatItsCallSays) {
  add(SourceKind::vinnova, kVinnovaUrl, "");
  vinnova.put_call("2025-1",
                   R"({"Diarienummer":"2025-1","Titel":"Social innovation","Publik":1,)"
                   R"("Beskrivning":"En utlysning för sociala företag."})",
                   "2025-05-01");
  vinnova.put_round("2026-2",
                    R"({"Diarienummer":"2026-2","DiarienummerUtlysning":"2025-1","Titel":"Hösten",)"
                    R"("Publik":1,"Stangningsdatum":"2027-01-19T14:00:00"})",
                    "2026-11-10");
  days(8);
  ASSERT_EQ(world.store().items.count(), 1);
  EXPECT_EQ(world.store().items.find(ItemId{1})->text, "En utlysning för sociala företag.");
  ASSERT_EQ(mails().size(), 1U);
  EXPECT_THAT(mails().front(), HasSubstr("19 januari 2027"));
}

// Dies at every point of a visit in pages: the items are there once, and told once.
TEST_F(ServiceWeeks, KilledOnTheWayLosesAndRepeatsNothing) {
  using daemon::Point;
  add_ted();
  ted.set_page_notices_max(1);
  const std::vector<std::string> titles{"Städning av hallar", "Städning av skolor",
                                        "Städning av badhus", "Städning av kontor"};
  const std::vector<Point> points{Point::fetched, Point::commit, Point::committed, Point::queued};
  for (std::size_t i = 0; i < points.size(); ++i) {
    ted.publish({.number = std::to_string(i) + "-2026", .title = titles[i], .day = today()});
    world.kill_at(points[i], 0);
    days(7);
    EXPECT_TRUE(world.was_killed());
  }
  days(7);
  EXPECT_EQ(world.store().items.count(), 4);
  for (const std::string& title : titles) EXPECT_EQ(mails_that_tell(title), 1) << title;
}

}  // namespace
}  // namespace fundwatch::tests
