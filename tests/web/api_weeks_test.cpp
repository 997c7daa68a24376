#include "web/api_weeks.h"

#include "tests/web/api_support.h"

namespace fundwatch::tests {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using web::Method;
using web::Reply;

// It is Monday of week 7, 09.00: the mail of week 7 went at 07.00.
class ApiWeeksTest : public ApiTest {
 protected:
  ApiWeeksTest() { be(Role::coordinator); }

  json::value change(const std::string& week, const std::string& body) {
    const Reply reply = ask(Method::post, "weeks/" + week, body);
    EXPECT_EQ(reply.status, 200) << reply.body;
    return parsed(reply);
  }
  // Which field of the body is refused.
  std::string refused(const std::string& week, const std::string& body) {
    const Reply reply = ask(Method::post, "weeks/" + week, body);
    EXPECT_EQ(reply.status, 422) << body;
    return std::string(fault(reply).at("field").as_string());
  }
  std::string message(const std::string& week, const std::string& body) {
    return std::string(fault(ask(Method::post, "weeks/" + week, body)).at("message").as_string());
  }
  store::Edition edition(int week) { return store.editions.of({2027, week}); }
  store::AuditEntry last_recorded() { return store.audit.page(0, 1).at(0); }
};

TEST_F(ApiWeeksTest, ListsTheWeeksToCome) {
  store.editions.hold({2027, 9});
  store.editions.set_note({2027, 9}, "Hej <b>");
  be(Role::reader);
  const json::value told = get("weeks");
  const json::array& weeks = told.at("weeks").as_array();
  ASSERT_EQ(weeks.size(), 10U);
  EXPECT_EQ(weeks[0], json::parse(R"({"week":"2027-W08","day":"2027-02-22","goes":"2027-02-22",
                                      "held":false,"days_earlier":0,"note":null})"));
  EXPECT_EQ(weeks[1], json::parse(R"({"week":"2027-W09","day":"2027-03-01","goes":null,
                                      "held":true,"days_earlier":0,"note":"Hej <b>"})"));
  EXPECT_EQ(weeks[9].at("week"), "2027-W17");
}

TEST_F(ApiWeeksTest, LinesOfHerOwnAreSavedAndTakenAway) {
  EXPECT_EQ(change("2027-W09", R"({"note":" Hej <b>\n\nalla\n"})").at("note"), "Hej <b>\n\nalla");
  EXPECT_EQ(edition(9).note, "Hej <b>\n\nalla");
  EXPECT_EQ(change("2027-W09", "{}").at("note"), "Hej <b>\n\nalla");
  EXPECT_EQ(change("2027-W09", R"({"note":""})").at("note"), nullptr);
  EXPECT_EQ(edition(9).note, "");
}

TEST_F(ApiWeeksTest, AWeekIsHeldBroughtForwardAndResumed) {
  EXPECT_EQ(change("2027-W08", R"({"held":true})").at("goes"), nullptr);
  EXPECT_TRUE(edition(8).is_held);
  EXPECT_EQ(change("2027-W08", R"({"days_earlier":3})").at("goes"), "2027-02-19");
  EXPECT_FALSE(edition(8).is_held);
  EXPECT_EQ(edition(8).days_earlier, 3);
  EXPECT_EQ(change("2027-W08", R"({"held":false})").at("days_earlier"), 3);
  EXPECT_EQ(change("2027-W08", R"({"held":true})").at("days_earlier"), 0);
  EXPECT_EQ(change("2027-W08", R"({"days_earlier":0})").at("held"), true);
  EXPECT_EQ(change("2027-W08", R"({"held":false})").at("goes"), "2027-02-22");
  EXPECT_FALSE(edition(8).is_held);
}

TEST_F(ApiWeeksTest, IsRecordedAsByThePage) {
  change("2027-W09", R"({"note":"Hej","days_earlier":2})");
  const store::AuditEntry by_program = last_recorded();
  EXPECT_EQ(by_program.account, "coordinator@county.example");
  log_in(Role::coordinator);
  post("/utskick", "vecka=2027-W09&rader=Hejsan&nar=tidigare&dagar=2");
  EXPECT_EQ(by_program.action, last_recorded().action);
  EXPECT_EQ(by_program.subject, last_recorded().subject);
  EXPECT_EQ(by_program.detail, last_recorded().detail);
  change("2027-W09", R"({"note":"Hej då"})");
  EXPECT_EQ(last_recorded().detail, "2 days earlier, note");
  change("2027-W09", R"({"held":true})");
  EXPECT_EQ(last_recorded().detail, "held");
}

TEST_F(ApiWeeksTest, LinesAreNoLongerThanThePageTakes) {
  const std::string note(store::kNoteCharactersMax, 'a');
  change("2027-W08", "{\"note\":\"" + note + "\"}");
  EXPECT_EQ(refused("2027-W08", "{\"held\":true,\"note\":\"b" + note + "\"}"), "note");
  EXPECT_EQ(edition(8).note, note);
  EXPECT_FALSE(edition(8).is_held);
}

TEST_F(ApiWeeksTest, NoMailGoesMoreThanSixDaysEarlier) {
  EXPECT_EQ(change("2027-W08", R"({"days_earlier":6})").at("goes"), "2027-02-16");
  for (const std::string days : {"-1", "7", "4294967297", "1.5", "\"2\"", "true"}) {
    EXPECT_EQ(refused("2027-W08", "{\"days_earlier\":" + days + "}"), "days_earlier") << days;
  }
  EXPECT_EQ(message("2027-W08", R"({"days_earlier":7})"),
            "expected 0 to 6: days before 2027-02-22, from today on");
  EXPECT_EQ(edition(8).days_earlier, 6);
}

TEST_F(ApiWeeksTest, NoMailIsMovedToADayThatIsOver) {
  store.editions.bring_forward({2027, 8}, 4);
  clock.set(*parse_iso8601("2027-02-20T12:00:00+01:00"));  // Saturday
  EXPECT_EQ(refused("2027-W08", R"({"days_earlier":3})"), "days_earlier");
  EXPECT_THAT(message("2027-W08", R"({"days_earlier":3})"), HasSubstr("0 to 2"));
  change("2027-W08", R"({"days_earlier":4,"note":"Hej"})");  // as it is already
  change("2027-W08", R"({"days_earlier":2})");
  EXPECT_EQ(edition(8).days_earlier, 2);
}

TEST_F(ApiWeeksTest, WhatAWeekCannotBeIsRefusedByItsField) {
  EXPECT_EQ(refused("2027-W08", R"({"held":true,"days_earlier":2})"), "days_earlier");
  EXPECT_THAT(message("2027-W08", R"({"held":true,"days_earlier":2})"), HasSubstr("state one"));
  EXPECT_EQ(refused("2027-W08", R"({"held":1})"), "held");
  EXPECT_EQ(refused("2027-W08", R"({"note":["Hej"]})"), "note");
  EXPECT_EQ(refused("2027-W08", R"({"goes":"2027-02-19"})"), "goes");
  EXPECT_THAT(store.audit.page(0, 10), IsEmpty());
}

TEST_F(ApiWeeksTest, OnlyTheWeeksThatAreListedAreChanged) {
  for (const std::string week : {"2027-W07", "2027-W18", "2028-W08", "2027-W8", "8", "x"}) {
    const Reply reply = ask(Method::post, "weeks/" + week, R"({"held":true})");
    EXPECT_EQ(reply.status, 404) << week;
    EXPECT_THAT(std::string(fault(reply).at("message").as_string()),
                AllOf(HasSubstr(week), HasSubstr("2027-W08 to 2027-W17")));
  }
  EXPECT_EQ(ask(Method::get, "weeks/2027-W08").status, 405);
  EXPECT_THAT(store.audit.page(0, 10), IsEmpty());
}

TEST_F(ApiWeeksTest, AReaderOnlyReads) {
  be(Role::reader);
  EXPECT_EQ(ask(Method::post, "weeks/2027-W08", R"({"held":true})").status, 403);
  EXPECT_FALSE(edition(8).is_held);
}

}  // namespace
}  // namespace fundwatch::tests
