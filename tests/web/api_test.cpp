#include "web/api.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "tests/support/places.h"
#include "tests/web/api_support.h"
#include "web/api_profiles.h"
#include "web/api_subscribers.h"
#include "web/profile_draft.h"
#include "web/routes.h"
#include "web/source_page.h"
#include "web/subscription_pages.h"

namespace fundwatch::web {
namespace {

namespace json = boost::json;

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using tests::ApiTest;

TEST_F(ApiTest, IsForThoseWithATokenThatIsGood) {
  Reply reply = ask(Method::get, "hits");
  EXPECT_EQ(reply.status, 401);
  EXPECT_EQ(header(reply, "WWW-Authenticate"), "Bearer");
  be(Role::reader);
  EXPECT_EQ(ask(Method::get, "hits").status, 200);
  EXPECT_EQ(header(ask(Method::get, "hits"), "Cache-Control"), "no-store");
  store.tokens.revoke(account_id, token_id, clock.now());
  reply = ask(Method::get, "hits");
  EXPECT_EQ(reply.status, 401);
  EXPECT_THAT(header(reply, "WWW-Authenticate"), HasSubstr("invalid_token"));
  bearer = "fw_0";
  EXPECT_EQ(ask(Method::get, "hits").status, 401);
}

TEST_F(ApiTest, CookiesOfALoginOpenNothing) {
  log_in(Role::sysadmin);
  EXPECT_EQ(DeskTest::get("/api/v1/sources").status, 401);
}

TEST_F(ApiTest, AReaderChangesNothing) {
  seed_profile();
  add_source("a");
  const CaseId hit = add_hit("Bidrag");
  be(Role::reader);
  const std::string number = std::to_string(static_cast<std::int64_t>(hit));
  for (const std::string& path :
       {"hits/" + number + "/review", std::string("items"), std::string("sources"),
        std::string("sources/1"), std::string("sources/1/remove"), std::string("profiles"),
        std::string("profiles/finansiering"), std::string("profiles/finansiering/tune")}) {
    EXPECT_EQ(ask(Method::post, path, "{}").status, 403) << path;
  }
  EXPECT_THAT(store.audit.page(0, 10), IsEmpty());
}

TEST_F(ApiTest, SaysWhatIsWrongWithARequest) {
  seed_profile();
  be(Role::coordinator);
  EXPECT_EQ(ask(Method::get, "nothing").status, 404);
  EXPECT_EQ(ask(Method::get, "hits/7/review/more").status, 404);
  Reply reply = ask(Method::get, "items");
  EXPECT_EQ(reply.status, 405);
  EXPECT_EQ(header(reply, "Allow"), "POST");
  EXPECT_EQ(header(ask(Method::other, "sources"), "Allow"), "GET, HEAD, POST");
  reply = ask(Method::post, "items", "{\"url\":");
  EXPECT_EQ(reply.status, 400);
  for (const char* body : {"[]", "{} {}", ""}) {
    EXPECT_EQ(ask(Method::post, "items", body).status, 400) << body;
  }
  reply = ask(Method::post, "items", "{\"link\":\"https://a.example\"}");
  EXPECT_EQ(reply.status, 422);
  EXPECT_EQ(fault(reply).at("field"), "link");
  reply = ask(Method::post, "items", "{\"url\":7}");
  EXPECT_EQ(fault(reply).at("message"),
            "expected a text of at most 2000 characters, without control characters");
  EXPECT_EQ(ask(Method::post, "items", R"({"title":"a\u0000b"})").status, 422);
  EXPECT_EQ(fault(ask(Method::post, "items", R"({"title":"å",})")).at("position"), 13);
}

TEST_F(ApiTest, WantsItsBodiesAsJson) {
  be(Role::coordinator);
  Request request = this->request(Method::post, "/api/v1/items");
  request.authorization = "Bearer " + bearer;
  EXPECT_EQ(answer(site, request).status, 415);
}

TEST_F(ApiTest, HitsComePageByPageEachOnce) {
  seed_profile();
  add_source("a");
  for (int i = 0; i < 120; ++i) {
    add_hit("Bidrag " + std::to_string(i),
            i % 2 == 0 ? std::optional(calendar.day(clock.now())) : std::nullopt);
  }
  be(Role::reader);
  std::vector<std::int64_t> seen;
  std::string path = "hits?profil=finansiering";
  for (int pages = 0; pages < 10 && !path.empty(); ++pages) {
    const json::value page = get(path);
    for (const json::value& hit : page.at("hits").as_array()) {
      seen.push_back(hit.at("case").as_int64());
    }
    const json::value& next = page.at("next");
    path = next.is_null() ? "" : std::string(next.as_string()).substr(kApiPath.size());
  }
  EXPECT_EQ(seen.size(), 120U);
  std::ranges::sort(seen);
  EXPECT_EQ(std::ranges::adjacent_find(seen), seen.end());
  EXPECT_EQ(ask(Method::get, "hits?profil=okand").status, 404);
  for (const char* wrong : {"status=kept", "stanger=8", "efter=x", "profile=finansiering"}) {
    EXPECT_EQ(ask(Method::get, std::string("hits?") + wrong).status, 422) << wrong;
  }
}

TEST_F(ApiTest, AHitSaysWhyAndIsMarked) {
  seed_profile();
  add_source("a");
  const std::string path =
      "hits/" + std::to_string(static_cast<std::int64_t>(add_hit("Bidrag <nu>")));
  be(Role::coordinator);
  json::value hit = get(path);
  EXPECT_EQ(hit.at("item").at("title"), "Bidrag <nu>");
  EXPECT_EQ(hit.at("hits").at(0).at("terms").at(0).at("term"), "bidrag");
  EXPECT_EQ(hit.at("sources").at(0), "a");
  hit = parsed(ask(Method::post, path + "/review", R"({"review":"kept"})"));
  EXPECT_EQ(hit.at("review"), "kept");
  EXPECT_EQ(store.audit.page(0, 1).at(0).action, "hit.kept");
  EXPECT_EQ(store.audit.page(0, 1).at(0).account, "coordinator@county.example");
  EXPECT_EQ(ask(Method::post, path + "/review", R"({"review":"yes"})").status, 422);
  EXPECT_EQ(parsed(ask(Method::post, path + "/review", R"({"review":"none"})")).at("review"),
            "none");
  EXPECT_EQ(ask(Method::get, "hits/99").status, 404);
  EXPECT_EQ(ask(Method::get, "hits/7x").status, 404);
}

TEST_F(ApiTest, WhatSomebodyHeardOfIsAdded) {
  be(Role::coordinator);
  const Reply reply = ask(Method::post, "items", R"({"title":"Bidrag","text":"Sök nu."})");
  EXPECT_EQ(reply.status, 201);
  EXPECT_EQ(parsed(reply).at("case"), 5);
  EXPECT_EQ(added.at(0).text, "Sök nu.");
  EXPECT_EQ(fault(ask(Method::post, "items", "{}")).at("field"), "title");
  EXPECT_EQ(fault(ask(Method::post, "items", R"({"url":"javascript:x"})")).at("field"), "url");
  EXPECT_EQ(fault(ask(Method::post, "items", R"({"url":"https://a.example/borta"})")).at("message"),
            "answered 404");
  EXPECT_EQ(api_lane_of(this->request(Method::post, "/api/v1/items")), Lane::fetching);
}

TEST_F(ApiTest, SourcesAreAddedChangedAndRemoved) {
  be(Role::coordinator);
  const Reply reply =
      ask(Method::post, "sources",
          R"({"name":"Region","url":"https://r.example/rss","kind":"rss","interval_minutes":120})");
  ASSERT_EQ(reply.status, 201) << reply.body;
  const std::string path = "sources/" + std::to_string(parsed(reply).at("id").as_int64());
  EXPECT_EQ(get("sources").at("sources").as_array().size(), 1U);
  EXPECT_EQ(parsed(ask(Method::post, path, R"({"paused":true})")).at("state"), "paused");
  EXPECT_EQ(get(path).at("name"), "Region");
  EXPECT_EQ(store.audit.page(0, 1).at(0).action, "source.pause");
  EXPECT_EQ(ask(Method::post, path, R"({"name":"Regionen"})").status, 200);
  EXPECT_THAT(store.audit.page(0, 1).at(0).detail, HasSubstr("name: Region → Regionen"));
  EXPECT_EQ(ask(Method::post, path, R"({"read_now":true,"paused":false})").status, 200);
  EXPECT_EQ(store.sources.all().front().health.next_check, clock.now());
  EXPECT_EQ(store.audit.page(0, 1).at(0).action, "source.read");
  EXPECT_EQ(ask(Method::post, path + "/remove", "{}").status, 200);
  EXPECT_EQ(ask(Method::get, path).status, 404);
}

TEST_F(ApiTest, ASourceThatCannotBeIsRefusedByItsField) {
  be(Role::coordinator);
  add_source("a");
  const auto field = [this](const std::string& body) {
    const Reply reply = ask(Method::post, "sources", body);
    EXPECT_EQ(reply.status, 422) << body;
    return std::string(fault(reply).at("field").as_string());
  };
  EXPECT_EQ(field(R"({"url":"https://b.example"})"), "name");
  EXPECT_EQ(field(R"({"name":"b","url":"file:///etc/passwd"})"), "url");
  EXPECT_EQ(field(R"({"name":"b","url":"https://b.example","kind":"telex"})"), "kind");
  EXPECT_EQ(field(R"({"name":"b","kind":"mail","url":"/var/mail"})"), "url");
  EXPECT_EQ(field(R"({"name":"b","kind":"mail","url":"https://b.example"})"), "kind");
  EXPECT_EQ(field(R"({"name":"b"})"), "url");
  for (const int minutes : {0, kIntervalMinutesMax + 1}) {
    EXPECT_EQ(field("{\"name\":\"b\",\"url\":\"https://b.example\",\"interval_minutes\":" +
                    std::to_string(minutes) + "}"),
              "interval_minutes");
  }
  EXPECT_EQ(ask(Method::post, "sources", R"({"name":"a","url":"https://b.example"})").status, 409);
  EXPECT_EQ(ask(Method::post, "sources", R"({"name":"b","url":"https://a.example/rss"})").status,
            409);
  EXPECT_EQ(store.sources.all().size(), 1U);
}

TEST_F(ApiTest, ProfilesAreSavedAsVersionsAndNothingIsOverwritten) {
  seed_profile();
  be(Role::coordinator);
  EXPECT_EQ(get("profiles").at("profiles").at(0).at("name"), "finansiering");
  const std::string terms =
      R"("terms":[{"term":"bidrag","weight":2},{"term":"svinpest","role":"veto"}])";
  Reply reply = ask(Method::post, "profiles/finansiering", "{\"based_on\":1," + terms + "}");
  ASSERT_EQ(reply.status, 201) << reply.body;
  EXPECT_EQ(parsed(reply).at("version"), 2);
  EXPECT_EQ(parsed(reply).at("terms").as_array().size(), 2U);
  reply = ask(Method::post, "profiles/finansiering", "{\"based_on\":1,\"threshold\":3}");
  EXPECT_EQ(reply.status, 409);
  EXPECT_EQ(fault(reply).at("field"), "based_on");
  EXPECT_EQ(ask(Method::post, "profiles/finansiering", "{\"threshold\":3}").status, 422);
  reply = ask(Method::post, "profiles/finansiering",
              R"({"based_on":2,"terms":[{"term":"bidrag"},{"term":"(stöd"}]})");
  EXPECT_EQ(reply.status, 422);
  EXPECT_EQ(fault(reply).at("field"), "terms[1]");
  EXPECT_TRUE(fault(reply).at("position").is_number());
  EXPECT_EQ(store.profiles.find("finansiering")->version, 2);
  EXPECT_EQ(store.audit.page(0, 1).at(0).action, "profile.save");
  EXPECT_EQ(ask(Method::get, "profiles/okand").status, 404);
}

TEST_F(ApiTest, AProfileHasNoMoreTermsThanItsPageTakes) {
  seed_profile();
  be(Role::coordinator);
  std::string terms = R"({"term":"x0"})";
  for (std::size_t i = 1; i <= kTermRowsMax; ++i) {
    terms += ",{\"term\":\"x" + std::to_string(i) + "\"}";
  }
  const Reply reply =
      ask(Method::post, "profiles/finansiering", "{\"based_on\":1,\"terms\":[" + terms + "]}");
  EXPECT_EQ(reply.status, 422);
  EXPECT_EQ(fault(reply).at("field"), "terms");
}

TEST_F(ApiTest, TuneListsOnlySomeAndCountsAll) {
  seed_profile();
  add_source("a");
  std::vector<ItemId> gained;
  for (std::size_t i = 0; i <= kTunedItemsMax; ++i) {
    add_hit("Bidrag " + std::to_string(i));
    gained.push_back(ItemId{static_cast<std::int64_t>(i + 1)});
  }
  services.tune = [&](const Profile& changed, std::optional<Instant>) -> Result<TuneResult> {
    TuneResult result;
    result.effect.gained = gained;
    result.effect.per_term.resize(changed.terms.size());
    return result;
  };
  be(Role::coordinator);
  const json::value found = parsed(ask(Method::post, "profiles/finansiering/tune", "{}"));
  EXPECT_EQ(found.at("gained").as_array().size(), kTunedItemsMax);
  EXPECT_EQ(found.at("gained_count"), kTunedItemsMax + 1);
}

TEST_F(ApiTest, ANewProfileIsNamedByItsTitle) {
  be(Role::coordinator);
  const std::string body = R"({"title":{"sv":"Tvätt och städ"},"terms":[{"term":"tvätt"}]})";
  const Reply reply = ask(Method::post, "profiles", body);
  ASSERT_EQ(reply.status, 201) << reply.body;
  EXPECT_EQ(parsed(reply).at("name"), "tvatt-och-stad");
  EXPECT_EQ(ask(Method::post, "profiles", body).status, 409);
  EXPECT_EQ(fault(ask(Method::post, "profiles", R"({"terms":[{"term":"x"}]})")).at("field"),
            "title");
}

TEST_F(ApiTest, TuneSaysAndSavesNothing) {
  seed_profile();
  be(Role::coordinator);
  const Reply reply = ask(Method::post, "profiles/finansiering/tune", R"({"threshold":2})");
  ASSERT_EQ(reply.status, 200) << reply.body;
  EXPECT_EQ(parsed(reply).at("kept"), 3);
  EXPECT_EQ(parsed(reply).at("per_week").at("after"), 1.5);
  EXPECT_EQ(store.profiles.find("finansiering")->version, 1);
}

TEST_F(ApiTest, SubscribersAreInvitedChangedAndErased) {
  seed_profile();
  be(Role::coordinator);
  const Reply reply = ask(Method::post, "subscribers",
                          R"({"email":"anna@asf.example","name":"Anna","reach":"county"})");
  ASSERT_EQ(reply.status, 201) << reply.body;
  EXPECT_EQ(parsed(reply).at("consented_at"), nullptr);  // who is invited has to confirm
  EXPECT_EQ(parsed(reply).at("profiles").as_array().size(), 1U);
  EXPECT_EQ(store.audit.page(0, 1).at(0).action, "subscriber.invite");
  const std::string path = "subscribers/" + std::to_string(parsed(reply).at("id").as_int64());
  EXPECT_EQ(parsed(ask(Method::post, path, R"({"hour":"08:30","weekday":"friday"})")).at("hour"),
            "08:30");
  EXPECT_EQ(parsed(ask(Method::post, path, R"({"paused":true})")).at("paused"), true);
  EXPECT_EQ(get(path).at("reach"), "county");
  EXPECT_EQ(ask(Method::post, path + "/remove", "{}").status, 200);
  EXPECT_EQ(store.audit.page(0, 1).at(0).action, "subscriber.remove");
  EXPECT_THAT(store.audit.page(0, 1).at(0).subject, Not(HasSubstr("anna")));
  EXPECT_EQ(ask(Method::get, path).status, 404);
}

TEST_F(ApiTest, ASubscriberThatCannotBeIsRefusedByItsField) {
  seed_profile();
  be(Role::coordinator);
  const std::string address = R"({"email":"anna@asf.example")";
  const auto field = [this](const std::string& body) {
    const Reply reply = ask(Method::post, "subscribers", body);
    EXPECT_EQ(reply.status, 422) << body;
    return std::string(fault(reply).at("field").as_string());
  };
  EXPECT_EQ(field("{}"), "email");
  EXPECT_EQ(field(R"({"email":"anna"})"), "email");
  EXPECT_EQ(field(address + R"(,"reach":"moon"})"), "reach");
  EXPECT_EQ(field(address + R"(,"language":"de"})"), "language");
  EXPECT_EQ(field(address + R"(,"weekday":"fredag"})"), "weekday");
  EXPECT_EQ(field(address + R"(,"hour":"24:00"})"), "hour");
  EXPECT_EQ(field(address + R"(,"profiles":["finansiering","x"]})"), "profiles");
  EXPECT_EQ(field(address + R"(,"profiles":[]})"), "profiles");
  EXPECT_EQ(field(address + R"(,"consented_at":"2027-01-01"})"), "consented_at");
  EXPECT_EQ(ask(Method::post, "subscribers", address + "}").status, 201);
  EXPECT_EQ(ask(Method::post, "subscribers", address + "}").status, 409);
  EXPECT_EQ(store.subscribers.all().size(), 1U);
}

TEST_F(ApiTest, NoMoreAreInvitedThanMayWaitUnconfirmed) {
  seed_profile();
  be(Role::coordinator);
  for (std::size_t i = 0; i < kUnconfirmedMax; ++i) {
    Subscriber each;
    each.email = "r" + std::to_string(i) + "@asf.example";
    static_cast<void>(store.subscribers.save(each));
  }
  const Reply reply = ask(Method::post, "subscribers", R"({"email":"anna@asf.example"})");
  EXPECT_EQ(reply.status, 409);
  EXPECT_THAT(std::string(fault(reply).at("message").as_string()), HasSubstr("not confirmed"));
  EXPECT_EQ(store.subscribers.all().size(), kUnconfirmedMax);
}

TEST_F(ApiTest, SubscribersComePageByPageEachOnce) {
  be(Role::reader);
  for (std::size_t i = 0; i <= kApiPageSubscribers; ++i) {
    Subscriber each;
    each.email = "r+" + std::to_string(i) + "@asf.example";
    static_cast<void>(store.subscribers.save(each));
  }
  const json::value first = get("subscribers");
  EXPECT_EQ(first.at("subscribers").as_array().size(), kApiPageSubscribers);
  const std::string next(first.at("next").as_string());
  const json::value last = get(next.substr(std::string("/api/v1/").size()));
  EXPECT_EQ(last.at("subscribers").as_array().size(), 1U);
  EXPECT_EQ(last.at("next"), nullptr);
}

TEST_F(ApiTest, MailingsSayWhatBecameOfTheMails) {
  be(Role::reader);
  Mail mail;
  mail.recipient = "anna@asf.example";
  mail.subject = "Veckan";
  mail.message_id = "1@a.example";
  const MailId id = store.outbox.add(mail, clock.now());
  store.outbox.defer(id, "450 later", clock.now() + std::chrono::hours(1));
  store.outbox.set_hold(store::Hold{"no relay", clock.now(), clock.now(), 1});
  const json::value all = get("mailings");
  EXPECT_EQ(all.at("queued"), 1);
  EXPECT_EQ(all.at("hold").at("reason"), "no relay");
  const json::value& told = all.at("mails").at(0);
  EXPECT_EQ(told.at("state"), "queued");
  EXPECT_EQ(told.at("answer"), "450 later");
  EXPECT_EQ(told.at("done_at"), nullptr);
  const std::string older = "mailings?fore=" + std::to_string(static_cast<std::int64_t>(id));
  EXPECT_THAT(get(older).at("mails").as_array(), IsEmpty());
  EXPECT_EQ(fault(ask(Method::get, "mailings?fore=x")).at("field"), "fore");
}

TEST_F(ApiTest, MeetingsAreAddedChangedAndCalledOff) {
  be(Role::coordinator);
  const std::string stated = R"({"title":"Träff","starts":"2027-03-04T13:00:00+01:00")";
  const Reply reply = ask(Method::post, "meetings", stated + R"(,"place":"Bollnäs"})");
  ASSERT_EQ(reply.status, 201) << reply.body;
  EXPECT_EQ(parsed(reply).at("minutes"), 60);
  const std::string path = "meetings/" + std::to_string(parsed(reply).at("id").as_int64());
  EXPECT_EQ(parsed(ask(Method::post, path, R"({"minutes":90})")).at("sequence"), 1);
  EXPECT_EQ(parsed(ask(Method::post, path, R"({"cancelled":true})")).at("cancelled"), true);
  EXPECT_EQ(store.audit.page(0, 1).at(0).action, "meeting.cancel");
  const auto field = [&](const std::string& body) {
    const Reply refused = ask(Method::post, "meetings", body);
    EXPECT_EQ(refused.status, 422) << body;
    return std::string(fault(refused).at("field").as_string());
  };
  EXPECT_EQ(field(R"({"starts":"2027-03-04T13:00:00+01:00"})"), "title");
  EXPECT_EQ(field(R"({"title":"a"})"), "starts");
  EXPECT_EQ(field(R"({"title":"a","starts":"2027-02-14T13:00:00+01:00"})"), "starts");
  EXPECT_EQ(field(R"({"title":"a","starts":"2037-02-14T13:00:00+01:00"})"), "starts");
  EXPECT_EQ(field(stated + R"(,"minutes":10081})"), "minutes");
  EXPECT_EQ(field(stated + R"(,"minutes":0})"), "minutes");
  EXPECT_EQ(field(stated + R"(,"link":"javascript:0"})"), "link");
  EXPECT_EQ(ask(Method::post, "meetings/99", "{}").status, 404);
}

TEST_F(ApiTest, MeetingsAndTheReportAreThere) {
  be(Role::reader);
  store.meetings.add({.title = "Träff", .starts = clock.now() + std::chrono::hours(30)},
                     clock.now());
  EXPECT_EQ(get("meetings").at("meetings").at(0).at("title"), "Träff");
  EXPECT_EQ(ask(Method::get, "report").status, 200);
  EXPECT_EQ(fault(ask(Method::get, "report?from=x")).at("field"), "from");
  EXPECT_EQ(fault(ask(Method::get, "report?from=2027-02-01&to=2027-01-01")).at("field"), "to");
}

TEST(ApiDocument, NamesEveryRouteAndNoOther) {
  std::ifstream file(tests::source_folder() / "docs/api.md");
  std::stringstream text;
  text << file.rdbuf();
  std::vector<std::string> named;
  for (std::string line; std::getline(text, line);) {
    if (line.starts_with("### `")) named.push_back(line.substr(5, line.size() - 6));
  }
  std::vector<std::string> routes = api_routes();
  std::ranges::sort(named);
  std::ranges::sort(routes);
  EXPECT_EQ(named, routes);
}

}  // namespace
}  // namespace fundwatch::web
