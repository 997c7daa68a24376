// Weeks of a webhook whose receiver is well, fails, goes, and is killed at, with the real daemon.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "daemon/schedule.h"
#include "daemon/webhook_post.h"
#include "daemon/webhook_rounds.h"
#include "tests/scenarios/world.h"

namespace fundwatch::tests {
namespace {

using namespace std::chrono_literals;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

constexpr const char* kUrl = "https://hook.example/in";
constexpr const char* kKarin = "karin@asf.example";
const store::WebhookAddress kAddress{kUrl, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"};

class WebhookWeeks : public testing::Test {
 protected:
  // One post as the receiver got it.
  struct Got {
    Instant at{};
    std::string id;
    std::string body;
    int status = 0;
  };

  WebhookWeeks() {
    world.set_coordinator(kKarin);
    world.fetcher.serve_by(kUrl, [this](const feeds::Request& asked) { return answer(asked); });
    Source source;
    source.name = "Tillväxt";
    source.url = "https://a.example/rss";
    world.store().sources.save(source);
    Profile draft;
    draft.name = "finansiering";
    draft.title = {"Bidrag att söka", ""};
    draft.terms = {{.text = "utlysning"}};
    profile = world.store().profiles.save(draft, "test", world.clock.now()).id;
    publish("Utlysning från förr");
    hours(3);
    world.store().webhooks.set(profile, kAddress, world.clock.now());
  }

  feeds::Answer answer(const feeds::Request& asked) {
    const Instant now = world.clock.now();
    const std::string id = daemon::message_id_of(asked);
    const std::string& body = asked.payload.value().bytes;
    const auto signature = digest::webhook_signature({id, now, body}, kAddress.secret);
    EXPECT_THAT(asked.headers,
                testing::Contains(feeds::HeaderField{"webhook-signature", signature.value()}));
    const auto own = status_of.find(id);
    got.push_back({now, id, body, own == status_of.end() ? status : own->second});
    feeds::Answer given{Error{Stage::fetch, "the receiver's words"}};
    given.status = got.back().status;
    given.fault = feeds::Fault::status;
    given.retry_after = retry_after;
    return given;
  }

  void publish(const std::string& title) {
    titles.push_back(title);
    std::string items;
    for (const std::string& each : titles) {
      items += "<item><guid>" + each + "</guid><title>" + each +
               "</title><link>https://a.example/" +
               std::to_string(std::ranges::find(titles, each) - titles.begin()) +
               "</link><description>Sök nu.</description></item>";
    }
    world.fetcher.serve(
        "https://a.example/rss",
        {.status = 200,
         .content_type = "application/rss+xml",
         .body = "<rss version=\"2.0\"><channel><title>r</title>" + items + "</channel></rss>"});
  }

  void hours(int count) { world.play(world.clock.now() + std::chrono::hours(count)); }
  store::Webhook webhook() { return world.store().webhooks.find(profile).value(); }
  int queued() { return world.store().webhooks.queued(profile); }
  std::ptrdiff_t delivered() const {
    return std::ranges::count_if(got, [](const Got& each) { return each.status / 100 == 2; });
  }

  World world{parse_iso8601("2027-02-10T08:00:00Z").value()};
  ProfileId profile{};
  int status = 204;
  std::map<std::string, int> status_of;  // by webhook-id, where it differs
  std::optional<std::chrono::seconds> retry_after;
  std::vector<Got> got;
  std::vector<std::string> titles;
};

TEST_F(WebhookWeeks, EachNewHitIsPostedOnceAndNoneFromBefore) {
  publish("Utlysning ett");
  publish("Annat");
  hours(3);
  publish("Utlysning två");
  hours(24 * 7);
  ASSERT_THAT(got, SizeIs(2));
  EXPECT_THAT(got[0].body,
              AllOf(HasSubstr(R"("type":"hit.found")"), HasSubstr(R"("profile":"finansiering")"),
                    HasSubstr(R"("title":"Utlysning ett")"),
                    HasSubstr(R"("text":"Bidrag att söka: Utlysning ett\nhttps://a.example/1")")));
  EXPECT_NE(got[0].id, got[1].id);
  EXPECT_EQ(queued(), 0);
  EXPECT_EQ(webhook().answer, "answered 204");
  EXPECT_THAT(world.mails_to(kKarin), IsEmpty());
}

TEST_F(WebhookWeeks, AReceiverThatFailsIsTriedAgainWithTheSameIdUntilItIsWell) {
  status = 500;
  publish("Utlysning ett");
  publish("Utlysning två");
  hours(6);
  // At once, and after 1, 5, 15, 60 and 180 minutes: one post each, whatever else waits.
  ASSERT_GE(got.size(), 5U);
  EXPECT_LE(got.size(), 6U);
  for (std::size_t i = 1; i < got.size(); ++i) {
    EXPECT_EQ(got[i].id, got[0].id);
    EXPECT_EQ(got[i].at, got[i - 1].at + daemon::webhook_retry_after(profile, static_cast<int>(i)));
  }
  EXPECT_TRUE(webhook().failing_since);
  status = 200;
  hours(24);
  EXPECT_EQ(delivered(), 2);
  EXPECT_FALSE(webhook().failing_since);
  EXPECT_THAT(world.mails_to(kKarin), IsEmpty());
}

TEST_F(WebhookWeeks, AfterFourDaysItIsGivenUpAndToldOnceAndTheNextHitIsTried) {
  status = 503;
  publish("Utlysning ett");
  hours(24 * 4);
  EXPECT_EQ(queued(), 1);
  hours(24);
  EXPECT_EQ(queued(), 0);
  EXPECT_EQ(webhook().lost, 1);
  const std::size_t tried = got.size();
  EXPECT_LE(tried, 16U);
  ASSERT_THAT(world.mails_to(kKarin), SizeIs(1));
  EXPECT_THAT(world.mails_to(kKarin)[0], AllOf(HasSubstr("hook.example"), HasSubstr("En träff")));
  publish("Utlysning två");
  hours(24 * 7);
  EXPECT_GT(got.size(), tried);
  EXPECT_EQ(webhook().lost, 2);
  EXPECT_THAT(world.mails_to(kKarin), SizeIs(1)) << "it is the same fault";
  status = 200;
  publish("Utlysning tre");
  hours(24);
  EXPECT_EQ(delivered(), 1);
  status = 503;
  publish("Utlysning fyra");
  hours(24 * 6);
  EXPECT_THAT(world.mails_to(kKarin), SizeIs(2)) << "it is another";
}

TEST_F(WebhookWeeks, AReceiverThatIsGoneIsSwitchedOffAndToldOnce) {
  status = 410;
  publish("Utlysning ett");
  hours(24);
  publish("Utlysning två");
  hours(24 * 7);
  EXPECT_THAT(got, SizeIs(1));
  EXPECT_EQ(webhook().state, store::WebhookState::gone);
  EXPECT_EQ(queued(), 0);
  ASSERT_THAT(world.mails_to(kKarin), SizeIs(1));
  EXPECT_THAT(world.mails_to(kKarin)[0], HasSubstr("stängt av"));
}

TEST_F(WebhookWeeks, OneThatIsRefusedDoesNotHoldTheOthersUp) {
  publish("Utlysning ett");
  hours(3);
  status = 400;
  publish("Utlysning dålig");
  hours(3);
  status_of[got.back().id] = 400;
  status = 200;
  publish("Utlysning två");
  hours(3);
  EXPECT_EQ(delivered(), 2);
  EXPECT_EQ(queued(), 1);
  hours(24 * 5);
  EXPECT_EQ(queued(), 0);
  EXPECT_EQ(webhook().lost, 1);
  EXPECT_THAT(world.mails_to(kKarin), SizeIs(1));
}

TEST_F(WebhookWeeks, ItWaitsAsLongAsItIsAskedTo) {
  status = 429;
  retry_after = 5h;
  publish("Utlysning ett");
  hours(3);
  ASSERT_THAT(got, SizeIs(1));
  const Instant first = got[0].at;
  status = 200;
  hours(24);
  ASSERT_THAT(got, SizeIs(2));
  EXPECT_EQ(got[1].at, first + 5h);
}

TEST_F(WebhookWeeks, KilledAfterItWasPostedTheSameIdIsPostedAgain) {
  publish("Utlysning ett");
  world.kill_at(daemon::Point::sent, 0);
  hours(3);
  EXPECT_TRUE(world.was_killed());
  ASSERT_THAT(got, SizeIs(2));
  EXPECT_EQ(got[0].id, got[1].id);
  EXPECT_EQ(queued(), 0);
  hours(24 * 7);
  EXPECT_THAT(got, SizeIs(2));
}

TEST_F(WebhookWeeks, KilledAnywhereElseItIsPostedOnce) {
  for (const auto point : {daemon::Point::commit, daemon::Point::committed, daemon::Point::send,
                           daemon::Point::marked}) {
    got.clear();
    publish("Utlysning " + std::to_string(static_cast<int>(point)));
    world.kill_at(point, 0);
    hours(3);
    EXPECT_TRUE(world.was_killed());
    EXPECT_THAT(got, SizeIs(1)) << static_cast<int>(point);
  }
}

TEST_F(WebhookWeeks, KilledWhileItIsToldItIsToldOnce) {
  status = 500;
  publish("Utlysning ett");
  world.kill_at(daemon::Point::outbox, 0);
  hours(24 * 7);
  EXPECT_TRUE(world.was_killed());
  EXPECT_THAT(world.mails_to(kKarin), SizeIs(1));
  EXPECT_EQ(webhook().lost, 1);
}

TEST_F(WebhookWeeks, WhatWasDismissedMeanwhileAndWhatIsElsewhereIsNotPosted) {
  world.configure([](config::Config& config) { config.place.county = "SE313"; });
  status = 500;
  publish("Utlysning ett");
  publish("Utlysning två");
  publish("Utlysning till den som har sitt säte i Region Skåne");
  hours(1);
  ASSERT_EQ(queued(), 3);
  world.store().hits.each(world.clock.now() - 2h, [&](const Hit& hit) {
    if (hit.item == ItemId{2}) world.store().hits.review(hit.id, Review::dismissed);
  });
  status = 200;
  hours(24);
  EXPECT_EQ(delivered(), 1);
  EXPECT_THAT(got.back().body, HasSubstr("Utlysning två"));
  EXPECT_EQ(queued(), 0);
}

TEST_F(WebhookWeeks, AFullQueueIsPostedOverTicks) {
  for (int i = 0; i < daemon::kWebhookPostsPerTickMax + 5; ++i) {
    publish("Utlysning nummer " + std::to_string(i));
  }
  hours(3);
  EXPECT_EQ(delivered(), daemon::kWebhookPostsPerTickMax + 5);
}

TEST_F(WebhookWeeks, WhileTheNetworkIsDownNothingCountsAsFailed) {
  Source other;
  other.name = "Annan";
  other.url = "https://b.example/rss";
  world.store().sources.save(other);
  publish("Utlysning ett");
  status = 500;
  hours(3);
  const std::size_t tried = got.size();
  world.fetcher.set_network(FakeFetcher::Network::down);
  hours(24 * 3);
  world.fetcher.set_network(FakeFetcher::Network::up);
  status = 200;
  hours(24);
  EXPECT_GT(got.size(), tried);
  EXPECT_EQ(delivered(), 1);
}

}  // namespace
}  // namespace fundwatch::tests
