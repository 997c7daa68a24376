#include "web/api_goals.h"

#include "tests/web/api_support.h"
#include "web/goal_notes.h"

namespace fundwatch::tests {
namespace {

using testing::IsEmpty;
using testing::SizeIs;
using web::Method;
using web::Reply;

// It is 15 February 2027.
class ApiGoalsTest : public ApiTest {
 protected:
  ApiGoalsTest() { be(Role::coordinator); }

  json::array goals(const std::string& query = "") {
    return get("goals" + query).at("goals").as_array();
  }
  std::string refused(const std::string& body) {
    const Reply reply = ask(Method::post, "goals", body);
    EXPECT_EQ(reply.status, 422) << body;
    return std::string(fault(reply).at("field").as_string());
  }
  store::AuditEntry last_recorded() { return store.audit.page(0, 1).at(0); }
};

TEST_F(ApiGoalsTest, AreAddedReadAndTakenAway) {
  const Reply reply = ask(Method::post, "goals",
                          R"({"goal":"policy","text":" Policy  <antagen> ","day":"2027-01-20",
              "municipality":"Hofors"})");
  EXPECT_EQ(reply.status, 201);
  const std::string id = std::to_string(parsed(reply).at("id").as_int64());
  EXPECT_EQ(goals(), json::parse(R"([{"id":)" + id + R"(,"goal":"policy","day":"2027-01-20",
      "municipality":"Hofors","text":"Policy <antagen>"}])"));
  EXPECT_EQ(ask(Method::post, "goals/" + id + "/remove", "{}").status, 200);
  EXPECT_EQ(last_recorded().action, "goal.remove");
  EXPECT_THAT(goals(), IsEmpty());
  EXPECT_EQ(ask(Method::post, "goals/" + id + "/remove", "{}").status, 404);
  EXPECT_EQ(ask(Method::post, "goals/x/remove", "{}").status, 404);
}

TEST_F(ApiGoalsTest, AreThoseOfThisYearUnlessDaysAreStated) {
  const auto add = [this](const std::string& day) {
    ask(Method::post, "goals", R"({"goal":"partnership","text":"a","day":")" + day + R"("})");
  };
  add("2026-12-31");
  add("2027-01-01");
  EXPECT_EQ(parsed(ask(Method::post, "goals", R"({"goal":"partnership","text":"a"})")).at("day"),
            "2027-02-15");
  EXPECT_THAT(goals(), SizeIs(2));
  EXPECT_THAT(goals("?from=2026-01-01&to=2026-12-31"), SizeIs(1));
  EXPECT_EQ(fault(ask(Method::get, "goals?from=2027-02-01&to=2027-01-01")).at("field"), "to");
  EXPECT_EQ(fault(ask(Method::get, "goals?from=x")).at("field"), "from");
}

TEST_F(ApiGoalsTest, AreRecordedAsByThePage) {
  ask(Method::post, "goals", R"({"goal":"policy","text":"Antagen"})");
  const store::AuditEntry by_program = last_recorded();
  log_in(Role::coordinator);
  post("/uppfoljning", "gor=mal&mal=policy&text=Antagen&dag=2027-02-15");
  EXPECT_EQ(by_program.action + by_program.subject,
            last_recorded().action + last_recorded().subject);
}

TEST_F(ApiGoalsTest, WhatCannotBeIsRefusedByItsField) {
  EXPECT_EQ(refused(R"({"text":"a"})"), "goal");
  EXPECT_EQ(refused(R"({"goal":"peace","text":"a"})"), "goal");
  EXPECT_EQ(refused(R"({"goal":"policy"})"), "text");
  EXPECT_EQ(refused(R"({"goal":"policy","text":"a","day":"i går"})"), "day");
  EXPECT_EQ(refused(R"({"goal":"policy","text":"a","year":2027})"), "year");
  const std::string text(web::kGoalTextCharactersMax, 'a');
  EXPECT_EQ(refused(R"({"goal":"policy","text":"b)" + text + R"("})"), "text");
  const std::string place(web::kGoalPlaceCharactersMax + 1, 'a');
  EXPECT_EQ(refused(R"({"goal":"policy","text":"a","municipality":")" + place + R"("})"),
            "municipality");
  EXPECT_THAT(store.follow_up.notes(), IsEmpty());
  EXPECT_EQ(ask(Method::post, "goals", R"({"goal":"policy","text":")" + text + R"("})").status,
            201);
}

TEST_F(ApiGoalsTest, AReaderOnlyReads) {
  ask(Method::post, "goals", R"({"goal":"policy","text":"a"})");
  be(Role::reader);
  EXPECT_THAT(goals(), SizeIs(1));
  EXPECT_EQ(ask(Method::post, "goals", R"({"goal":"policy","text":"b"})").status, 403);
  EXPECT_EQ(ask(Method::post, "goals/1/remove", "{}").status, 403);
  EXPECT_THAT(store.follow_up.notes(), SizeIs(1));
}

}  // namespace
}  // namespace fundwatch::tests
