#include "web/api_profile_versions.h"

#include <boost/json/serialize.hpp>

#include "tests/web/api_support.h"
#include "web/api.h"
#include "web/profile_trial.h"
#include "web/profile_versions.h"

namespace fundwatch::tests {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using web::Lane;
using web::Method;
using web::Reply;

class ApiProfileVersionsTest : public ApiTest {
 protected:
  static inline const std::string kPath = "profiles/finansiering";

  ApiProfileVersionsTest() {
    be(Role::coordinator);
    add_source("region");
    seed_profile();
  }
  // Saved by the one who asks.
  void save(double weight, const std::string& reason = "") {
    const std::string body = R"({"based_on":)" + std::to_string(version()) + R"(,"reason":")" +
                             reason + R"(","terms":[{"term":"bidrag","weight":)" +
                             std::to_string(weight) + "}]}";
    const Reply reply = ask(Method::post, kPath, body);
    EXPECT_EQ(reply.status, 201) << reply.body;
  }
  int version() { return store.profiles.find("finansiering")->version; }
  json::array versions() { return get(kPath + "/versions").at("versions").as_array(); }
  Reply propose(const std::string& body) { return ask(Method::post, kPath + "/proposals", body); }
  // Six hits that say the same beside "bidrag", which people dismissed, among others.
  void dismiss_hits() {
    for (int i = 0; i < 6; ++i) {
      const CaseId id = add_hit("bidrag mot svinpest " + std::to_string(i));
      add_hit("bidrag till annat mot " + std::to_string(i));
      store.reviews.mark({id}, {.at = clock.now(), .author = "Kim", .review = Review::dismissed});
    }
  }
  // The same text with more to say, as a program asks for it.
  Reply try_on(const std::string& text, const std::string& more = "") {
    return ask(Method::post, kPath + "/try", R"({"text":")" + text + "\"" + more + "}");
  }
};

TEST_F(ApiProfileVersionsTest, SayWhoChangedWhatAndWhy) {
  save(3, "för få");
  EXPECT_EQ(json::value(versions()), json::parse(R"([
      {"version":2,"at":"2027-02-15T08:00:00Z","author":"Kim","reason":"för få",
       "removed":["2  bidrag"],"added":["3  bidrag"]},
      {"version":1,"at":"2027-02-15T08:00:00Z","author":"test","reason":null,
       "removed":null,"added":null}])"));
  EXPECT_EQ(get(kPath + "?version=1").at("terms").at(0).at("weight"), 2.0);
  EXPECT_EQ(get(kPath + "?version=1").at("version"), 1);
  for (const std::string wrong : {"0", "3", "x", "-1", "4294967297", ""}) {
    EXPECT_EQ(ask(Method::get, kPath + "?version=" + wrong).status, 404) << wrong;
  }
  EXPECT_EQ(ask(Method::get, "profiles/okand/versions").status, 404);
}

TEST_F(ApiProfileVersionsTest, AreTheNewestOfMany) {
  for (std::size_t i = 0; i < web::kVersionsShownMax; ++i) save(3 + static_cast<double>(i % 2));
  const json::array told = versions();
  ASSERT_THAT(told, SizeIs(web::kVersionsShownMax));
  EXPECT_EQ(told.back().at("version"), 2);
  EXPECT_EQ(told.back().at("removed").at(0), "2  bidrag");
}

TEST_F(ApiProfileVersionsTest, AnOldOneIsSavedAgain) {
  save(3);
  const Reply reply = ask(Method::post, kPath + "/revert", R"({"version":1,"based_on":2})");
  EXPECT_EQ(reply.status, 201);
  EXPECT_EQ(parsed(reply).at("version"), 3);
  EXPECT_EQ(parsed(reply).at("terms").at(0).at("weight"), 2.0);
  EXPECT_EQ(versions()[0].at("reason"), "Återgick till version 1");
  EXPECT_EQ(store.audit.page(0, 1).at(0).detail, "version 3: Återgick till version 1");
  EXPECT_EQ(ask(Method::post, kPath + "/revert", R"({"version":3,"based_on":3})").status,
            200);  // it is so
  for (const std::string wrong : {"9", "0", "\"1\"", "4294967297", "1,\"a\":2"}) {
    const std::string body = R"({"based_on":3,"version":)" + wrong + "}";
    EXPECT_EQ(ask(Method::post, kPath + "/revert", body).status, 422) << wrong;
  }
  EXPECT_EQ(ask(Method::post, kPath + "/revert", R"({"based_on":3})").status, 422);
  for (const std::string old : {"", R"(,"based_on":2)", R"(,"based_on":4294967299)"}) {
    const Reply refused = ask(Method::post, kPath + "/revert", R"({"version":1)" + old + "}");
    EXPECT_EQ(refused.status, old.empty() ? 422 : 409) << old;
    EXPECT_EQ(fault(refused).at("field"), "based_on");
  }
  EXPECT_EQ(version(), 3);
  EXPECT_EQ(ask(Method::post, "profiles/okand/revert", R"({"version":1})").status, 404);
}

TEST_F(ApiProfileVersionsTest, WhatMarksProposeIsToldAndTakenUp) {
  EXPECT_THAT(get(kPath + "/proposals").at("proposals").as_array(), IsEmpty());
  dismiss_hits();
  EXPECT_EQ(get(kPath).at("marks"), json::parse(R"({"kept":0,"dismissed":6})"));
  const json::value told = get(kPath + "/proposals");
  EXPECT_EQ(told.at("version"), 1);
  EXPECT_EQ(told.at("proposals").at(0),
            json::parse(R"({"kind":"add_veto","term":"svinpest","dismissed":6,"of":6})"));
  EXPECT_THAT(json::serialize(told), HasSubstr(R"("kind":"weaken_term","term":"bidrag")"));
  Reply reply =
      propose(R"({"kind":"add_veto","term":"svinpest","based_on":1,"reason":"smittskydd"})");
  ASSERT_EQ(reply.status, 201) << reply.body;
  EXPECT_EQ(parsed(reply).at("terms").at(1),
            json::parse(R"({"term":"svinpest","weight":0.0,"role":"veto"})"));
  EXPECT_EQ(store.audit.page(0, 1).at(0).detail, "version 2: smittskydd");
  reply = propose(R"({"kind":"weaken_term","term":"bidrag","based_on":2})");
  ASSERT_EQ(reply.status, 201) << reply.body;
  EXPECT_EQ(parsed(reply).at("terms").at(0).at("weight"), 1.0);
}

TEST_F(ApiProfileVersionsTest, AProposalThatCannotBeTakenUpIsRefused) {
  const auto refused = [this](const std::string& body) {
    const Reply reply = propose(body);
    EXPECT_EQ(reply.status, 422) << body;
    return std::string(fault(reply).at("field").as_string());
  };
  EXPECT_EQ(refused(R"({"term":"a","based_on":1})"), "kind");
  EXPECT_EQ(refused(R"({"kind":"remove","term":"a","based_on":1})"), "kind");
  EXPECT_EQ(refused(R"({"kind":"add_veto","term":" ","based_on":1})"), "term");
  EXPECT_EQ(refused(R"({"kind":"add_veto","term":"(bidrag","based_on":1})"), "term");
  EXPECT_EQ(refused(R"({"kind":"weaken_term","term":"lån","based_on":1})"), "term");
  EXPECT_EQ(refused(R"({"kind":"add_veto","term":"a","based_on":1,"weight":2})"), "weight");
  EXPECT_EQ(propose(R"({"kind":"add_veto","term":"a","based_on":2})").status, 409);
  EXPECT_EQ(refused(R"({"kind":"add_veto","term":"a"})"), "based_on");
  EXPECT_EQ(version(), 1);
  EXPECT_THAT(store.audit.page(0, 10), IsEmpty());
  EXPECT_EQ(ask(Method::get, "profiles/okand/proposals").status, 404);
  EXPECT_EQ(ask(Method::post, "profiles/okand/proposals", "{}").status, 404);
}

TEST_F(ApiProfileVersionsTest, AProfileIsTriedOnAText) {
  const json::value told = parsed(try_on("Nya bidrag\\nSök nu."));
  EXPECT_EQ(told.at("threshold"), 1.0);
  EXPECT_EQ(told.at("hit").at("profile"), "finansiering");
  EXPECT_EQ(told.at("hit").at("score"), 2.0);
  EXPECT_EQ(told.at("hit").at("terms").at(0).at("text"), "bidrag");
  EXPECT_EQ(told.at("hit").at("terms").at(0).at("field"), "title");
  EXPECT_TRUE(parsed(try_on("Något annat")).at("hit").is_null());
  const std::string changed = R"(,"threshold":3,"terms":[{"term":"annat","weight":4}])";
  EXPECT_EQ(parsed(try_on("Något annat", changed)).at("hit").at("score"), 4.0);
  EXPECT_EQ(version(), 1);
  EXPECT_THAT(store.audit.page(0, 10), IsEmpty());
}

TEST_F(ApiProfileVersionsTest, ATextThatIsNoneAndARuleThatIsNoneAreRefused) {
  const auto refused = [](const Reply& reply) {
    EXPECT_EQ(reply.status, 422) << reply.body;
    return std::string(fault(reply).at("field").as_string());
  };
  EXPECT_EQ(refused(try_on(" ")), "text");
  EXPECT_EQ(refused(ask(Method::post, kPath + "/try", "{}")), "text");
  EXPECT_EQ(refused(try_on("a", R"(,"terms":[{"term":"(bidrag"}])")), "terms[0]");
  const std::string text(web::kTriedCharactersMax, 'a');
  EXPECT_EQ(try_on(text).status, 200);
  EXPECT_EQ(refused(try_on("b" + text)), "text");
  EXPECT_EQ(ask(Method::post, "profiles/okand/try", R"({"text":"a"})").status, 404);
}

TEST_F(ApiProfileVersionsTest, AReaderReadsVersionsAlone) {
  be(Role::reader);
  EXPECT_THAT(versions(), SizeIs(1));
  EXPECT_EQ(ask(Method::get, kPath + "/proposals").status, 403);
  for (const std::string path : {"/revert", "/proposals", "/try"}) {
    EXPECT_EQ(ask(Method::post, kPath + path, R"({"version":1})").status, 403) << path;
  }
}

TEST_F(ApiProfileVersionsTest, WhatTakesItsTimeIsAnsweredOnThePool) {
  const auto lane = [this](Method method, const std::string& path) {
    return web::api_lane_of(request(method, "/api/v1/" + kPath + path));
  };
  EXPECT_EQ(lane(Method::get, "/versions"), Lane::page);
  EXPECT_EQ(lane(Method::get, "/proposals"), Lane::tuning);
  EXPECT_EQ(lane(Method::post, "/proposals"), Lane::tuning);
  EXPECT_EQ(lane(Method::post, "/try"), Lane::tuning);
}

}  // namespace
}  // namespace fundwatch::tests
