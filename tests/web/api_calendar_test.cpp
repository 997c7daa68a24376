#include "web/api_calendar.h"

#include "tests/web/api_support.h"
#include "web/case_days.h"

namespace fundwatch::tests {
namespace {

using std::chrono::year;
using testing::HasSubstr;
using testing::SizeIs;
using web::Method;
using web::Reply;

// It is 15 February 2027.
class ApiCalendarTest : public ApiTest {
 protected:
  ApiCalendarTest() {
    be(Role::reader);
    add_source("region");
    seed_profile();
  }
  json::array entries(const std::string& query = "") {
    return get("calendar" + query).at("entries").as_array();
  }
  std::string refused(const std::string& query) {
    const Reply reply = ask(Method::get, "calendar?" + query);
    EXPECT_EQ(reply.status, 422) << query;
    return std::string(fault(reply).at("field").as_string());
  }
};

TEST_F(ApiCalendarTest, GivesLastDaysEventsAndMeetingsByDay) {
  const CaseId id = add_hit("Kurs", year{2027} / 2 / 26);
  Item item = store.cases.speaker(id);
  item.event_date = year{2027} / 3 / 11;
  item.deadline->at = parse_iso8601("2027-02-26T16:00:00+01:00");
  store.corrections.save(item);
  store.meetings.add({.title = "Träff", .starts = *parse_iso8601("2027-03-04T13:00:00+01:00")},
                     clock.now());
  store.reviews.mark({add_hit("Nej", year{2027} / 2 / 27)}, {.review = Review::dismissed});
  const json::array told = entries();
  ASSERT_THAT(told, SizeIs(3));
  EXPECT_EQ(told[0].at("day"), "2027-02-26");
  EXPECT_EQ(told[0].at("kind"), "last_day");
  EXPECT_EQ(told[0].at("case"), static_cast<std::int64_t>(id));
  EXPECT_EQ(told[0].at("at"), "2027-02-26T15:00:00Z");
  EXPECT_EQ(told[0].at("source"), "region");
  EXPECT_EQ(told[1].at("kind"), "meeting");
  EXPECT_EQ(told[1].at("meeting"), 1);
  EXPECT_EQ(told[1].at("at"), "2027-03-04T12:00:00Z");
  EXPECT_EQ(told[2].at("kind"), "event");
  EXPECT_EQ(told[2].at("day"), "2027-03-11");
  EXPECT_TRUE(told[2].at("at").is_null());
}

TEST_F(ApiCalendarTest, TheDaysAskedForAreThoseFromTodayOnUnlessStated) {
  add_hit("i dag", year{2027} / 2 / 15);
  add_hit("i april", year{2027} / 4 / 17);
  add_hit("förra året", year{2026} / 12 / 1);
  const json::value told = get("calendar");
  EXPECT_EQ(told.at("from"), "2027-02-15");
  EXPECT_EQ(told.at("to"), "2027-04-17");
  EXPECT_THAT(told.at("entries").as_array(), SizeIs(2));
  EXPECT_THAT(entries("?to=2027-02-15"), SizeIs(1));
  EXPECT_EQ(get("calendar?from=2026-12-01").at("to"), "2027-01-31");
  EXPECT_EQ(get("calendar?from=9999-12-24").at("to"), "9999-12-31");
  EXPECT_THAT(entries("?from=2026-12-01&to=2026-12-01"), SizeIs(1));
}

TEST_F(ApiCalendarTest, DaysThatCannotBeAskedForAreRefused) {
  EXPECT_EQ(refused("from=x"), "from");
  EXPECT_EQ(refused("to=2027-02-30"), "to");
  EXPECT_EQ(refused("from=2027-03-02&to=2027-03-01"), "to");
  EXPECT_EQ(ask(Method::get, "calendar?from=2027-01-01&to=2027-04-02").status, 200);  // 92 days
  EXPECT_EQ(refused("from=2027-01-01&to=2027-04-03"), "to");
  EXPECT_THAT(ask(Method::get, "calendar?from=2027-01-01&to=2028-01-01").body,
              HasSubstr("at most 92 days"));
}

TEST_F(ApiCalendarTest, SaysHowManyCasesItLeftOut) {
  for (std::size_t i = 0; i <= web::kDayCasesMax; ++i) {
    add_hit(std::to_string(i), year{2027} / 3 / 2);
  }
  const json::value told = get("calendar?from=2027-03-01&to=2027-03-31");
  EXPECT_EQ(told.at("on_days"), json::parse(R"({"seen":300,"all":301})"));
  EXPECT_EQ(told.at("over"), json::parse(R"({"seen":0,"all":0})"));
  EXPECT_EQ(get("calendar?from=2027-03-03").at("over"), json::parse(R"({"seen":300,"all":301})"));
}

}  // namespace
}  // namespace fundwatch::tests
