#include "web/outcome_page.h"

#include "tests/web/inbox_support.h"
#include "web/bar_chart.h"
#include "web/routes.h"

namespace fundwatch::tests {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class OutcomePageTest : public InboxPageTest {
 protected:
  void answer(CaseId id, AnswerKind kind, std::int64_t amount) {
    Subscriber anna;
    anna.email = "anna@asf.example";
    anna.municipality = "Hofors";
    anna.consented_at = clock.now();
    const SubscriberId subscriber = store.subscribers.save(anna).value();
    store.answers.save({subscriber, id, kind, amount, clock.now()});
  }
};

TEST_F(OutcomePageTest, CountsAnswersByQuarterInChartAndTable) {
  answer(add_case("a"), AnswerKind::granted, 650'000);
  EXPECT_THAT(
      get("/uppfoljning").body,
      AllOf(HasSubstr("<h1>1 sökta och 1 beviljade 2027</h1>"),
            HasSubstr("role=\"img\" aria-labelledby=\"g1t g1d\""), HasSubstr("1 beviljade</text>"),
            HasSubstr("650 000 kr beviljat"), HasSubstr("data-l=\"Beviljat belopp\">650 000 kr"),
            HasSubstr("Hofors"), HasSubstr("Bidrag att söka")));
}

// A program may ask for as many years as it likes.
TEST_F(OutcomePageTest, AProgramsReportIsCountedWhereOtherPagesNeedNotWait) {
  EXPECT_EQ(web::lane_of(request(web::Method::get, "/uppfoljning")), web::Lane::page);
  EXPECT_EQ(web::lane_of(request(web::Method::get, "/api/v1/report")), web::Lane::tuning);
  EXPECT_EQ(web::lane_of(request(web::Method::get, "/")), web::Lane::page);
}

TEST_F(OutcomePageTest, AnEmptyYearIsZeroesEverywhere) {
  EXPECT_THAT(get("/uppfoljning?ar=2025").body,
              AllOf(HasSubstr("<h1>0 sökta och 0 beviljade 2025</h1>"), Not(HasSubstr("NaN"))));
  EXPECT_THAT(get("/uppfoljning?ar=99999").body, HasSubstr("2027</h1>"));
}

TEST_F(OutcomePageTest, IsThereAsCsv) {
  const Reply reply = get("/uppfoljning?format=csv");
  EXPECT_EQ(reply.content_type, "text/csv; charset=utf-8");
  EXPECT_THAT(header(reply, "Content-Disposition"), HasSubstr("uppfoljning-2027.csv"));
}

TEST_F(OutcomePageTest, GoalsAreAddedAndTakenAwayByHand) {
  const std::string goal = "gor=mal&mal=policy&text=Policy+%3Cb%3E&kommun=Hofors&dag=2027-01-09";
  EXPECT_EQ(header(post("/uppfoljning", goal), "Location"), "/uppfoljning?sparat=1");
  EXPECT_THAT(get("/uppfoljning").body,
              AllOf(HasSubstr("1 kommunal policy"), HasSubstr("Policy &lt;b&gt;, Hofors")));
  EXPECT_THAT(get("/uppfoljning?ar=2026").body, HasSubstr("0 kommunala policyer"));
  EXPECT_EQ(store.audit.page(0, 1).at(0).action, "goal.add");
  post("/uppfoljning", "bort=1");
  EXPECT_THAT(get("/uppfoljning").body, HasSubstr("0 kommunala policyer"));
  const Reply faulty = post("/uppfoljning", "gor=mal&mal=policy&text=&dag=x&kommun=Hofors");
  EXPECT_EQ(faulty.status, 422);
  EXPECT_THAT(faulty.body, AllOf(HasSubstr("href=\"#m-text\""), HasSubstr("href=\"#m-dag\""),
                                 HasSubstr("value=\"Hofors\"")));
  log_in(Role::reader);
  EXPECT_EQ(post("/uppfoljning", goal).status, 403);
}

TEST(BarChart, BarsKeepWithinTheWidthAndSayTheirNumber) {
  digest::Markup html;
  web::put_bars(html, {"x", "T", "D", {{"A & B", {{1'000'000'000'000, "mycket"}, {0, "inget"}}}}});
  EXPECT_EQ(html.take(),
            "<svg viewBox=\"0 0 340 80\" width=\"340\" height=\"80\" role=\"img\" "
            "aria-labelledby=\"xt xd\"><title id=\"xt\">T</title><desc id=\"xd\">D</desc>\n"
            "<text x=\"0\" y=\"14\" font-weight=\"700\">A &amp; B</text>\n"
            "<rect class=\"f1\" x=\"0\" y=\"22\" width=\"165\" height=\"16\" rx=\"2\"/>"
            "<text x=\"171\" y=\"35\">mycket</text>\n"
            "<rect class=\"f2\" x=\"0\" y=\"44\" width=\"0\" height=\"16\" rx=\"2\"/>"
            "<text x=\"6\" y=\"57\">inget</text>\n</svg>\n");
}

}  // namespace
}  // namespace fundwatch::tests
