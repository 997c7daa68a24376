#include "web/api_corrections.h"

#include "tests/web/api_support.h"
#include "web/item_correction.h"

namespace fundwatch::tests {
namespace {

using std::chrono::year;
using testing::IsEmpty;
using web::Method;
using web::Reply;

class ApiCorrectionsTest : public ApiTest {
 protected:
  ApiCorrectionsTest() {
    be(Role::coordinator);
    add_source("region");
    seed_profile();
    id = add_hit("Bidrag", year{2027} / 2 / 20);
  }

  std::string path() const { return "hits/" + std::to_string(static_cast<std::int64_t>(id)); }
  json::value correct(const std::string& body) {
    const Reply reply = ask(Method::post, path() + "/correction", body);
    EXPECT_EQ(reply.status, 200) << reply.body;
    return parsed(reply);
  }
  Reply undo() { return ask(Method::post, path() + "/correction/undo", "{}"); }
  // Which field of the body is refused.
  std::string refused(const std::string& body) {
    const Reply reply = ask(Method::post, path() + "/correction", body);
    EXPECT_EQ(reply.status, 422) << body;
    const json::value field = fault(reply).at("field");
    return field.is_null() ? "" : std::string(field.as_string());
  }
  Item item() { return store.cases.speaker(id); }

  CaseId id{};
};

TEST_F(ApiCorrectionsTest, WhatIsStatedIsRightAndTheRestStays) {
  EXPECT_TRUE(get(path()).at("correction").is_null());
  const json::value hit = correct(R"({"deadline":"2027-03-05T16:00:00+01:00",
      "amount":{"value":250000},"municipality":" Hofors "})");
  EXPECT_EQ(hit.at("item").at("deadline"), "2027-03-05T16:00:00+01:00");
  EXPECT_EQ(hit.at("correction"), json::parse(R"({
      "deadline":{"read":"2027-02-20","right":"2027-03-05T16:00:00+01:00"},
      "amount":{"read":null,"right":{"value":250000,"currency":"SEK"}},
      "municipality":{"read":null,"right":"Hofors"}})"));
  EXPECT_EQ(item().place.municipality, "Hofors");
  correct(R"({"event_date":"2027-03-11"})");
  EXPECT_EQ(item().event_date, Day(year{2027} / 3 / 11));
  EXPECT_EQ(item().deadline->day, Day(year{2027} / 3 / 5));
  correct(R"({"deadline":null,"amount":null,"municipality":null,"event_date":null})");
  EXPECT_FALSE(item().deadline);
  EXPECT_FALSE(item().amount);
  EXPECT_EQ(get(path()).at("correction"),
            json::parse(R"({"deadline":{"read":"2027-02-20","right":null}})"));
}

TEST_F(ApiCorrectionsTest, IsTakenBack) {
  correct(R"({"deadline":"2027-03-05","municipality":"Hofors"})");
  const Reply reply = undo();
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(parsed(reply).at("item").at("deadline"), "2027-02-20");
  EXPECT_TRUE(parsed(reply).at("correction").is_null());
  EXPECT_EQ(item().place.municipality, "");
  EXPECT_EQ(store.audit.page(0, 1).at(0).detail, "as it was read");
  EXPECT_EQ(undo().status, 409);
}

TEST_F(ApiCorrectionsTest, IsRecordedAsByThePage) {
  correct(R"({"municipality":"Hofors"})");
  const store::AuditEntry by_program = store.audit.page(0, 1).at(0);
  log_in(Role::coordinator);
  post("/traffar/" + path().substr(5), "gor=ratta&sista=2027-02-20&kommun=Ockelbo&valuta=SEK");
  const store::AuditEntry by_page = store.audit.page(0, 1).at(0);
  EXPECT_EQ(item().place.municipality, "Ockelbo");
  EXPECT_EQ(by_program.action + by_program.subject, by_page.action + by_page.subject);
}

TEST_F(ApiCorrectionsTest, WhatNoFactCanBeIsRefusedByItsField) {
  EXPECT_EQ(refused(R"({"deadline":"26/2"})"), "deadline");
  EXPECT_EQ(refused(R"({"deadline":7})"), "deadline");
  EXPECT_EQ(refused(R"({"deadline":""})"), "deadline");
  EXPECT_EQ(refused(R"({"event_date":"2027-02-30"})"), "event_date");
  EXPECT_EQ(refused(R"({"amount":250000})"), "amount");
  EXPECT_EQ(refused(R"({"amount":{"value":1.5}})"), "amount.value");
  EXPECT_EQ(refused(R"({"amount":{}})"), "amount.value");
  EXPECT_EQ(refused(R"({"amount":{"value":-1}})"), "amount.value");
  EXPECT_EQ(refused(R"({"amount":{"value":1,"currency":"kr"}})"), "amount.currency");
  EXPECT_EQ(refused(R"({"amount":{"value":1,"sum":2}})"), "amount.sum");
  EXPECT_EQ(refused(R"({"municipality":["Hofors"]})"), "municipality");
  EXPECT_EQ(refused(R"({"title":"a"})"), "title");
  EXPECT_EQ(refused("{}"), "");
  EXPECT_TRUE(store.corrections.find(item().id).is_empty());
  EXPECT_THAT(store.audit.page(0, 10), IsEmpty());
}

TEST_F(ApiCorrectionsTest, HaveTheLimitsOfThePage) {
  const auto amount = [](std::int64_t value) {
    return R"({"amount":{"value":)" + std::to_string(value) + "}}";
  };
  correct(amount(web::kCorrectedAmountMax));
  EXPECT_EQ(refused(amount(web::kCorrectedAmountMax + 1)), "amount.value");
  const std::string place(web::kMunicipalityCorrectedCharactersMax, 'a');
  correct(R"({"municipality":")" + place + R"("})");
  EXPECT_EQ(refused(R"({"municipality":"b)" + place + R"("})"), "municipality");
  EXPECT_EQ(item().place.municipality, place);
}

TEST_F(ApiCorrectionsTest, AreOfHitsAndForCoordinators) {
  EXPECT_EQ(ask(Method::post, "hits/99/correction", R"({"deadline":null})").status, 404);
  EXPECT_EQ(ask(Method::post, "hits/99/correction/undo", "{}").status, 404);
  EXPECT_EQ(ask(Method::get, path() + "/correction").status, 405);
  be(Role::reader);
  EXPECT_EQ(ask(Method::post, path() + "/correction", R"({"deadline":null})").status, 403);
  EXPECT_EQ(undo().status, 403);
  EXPECT_TRUE(item().deadline);
}

}  // namespace
}  // namespace fundwatch::tests
