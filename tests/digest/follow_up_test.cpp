#include "digest/follow_up.h"

#include "digest/follow_up_report.h"
#include "tests/digest/golden.h"
#include "tests/digest/sample.h"

namespace fundwatch::digest {
namespace {

using testing::HasSubstr;
using testing::SizeIs;

const ReportPeriod kYear{tests::day("2027-01-01"), tests::day("2027-12-31")};

GivenAnswer answer(std::int64_t who, int case_id, AnswerKind kind, const char* at,
                   std::optional<std::int64_t> amount = {}) {
  return {who, CaseId{case_id}, kind, amount, tests::at(at), "Gävle"};
}

FollowUpInput input() {
  FollowUpInput input;
  input.found = {.by_quarter = {{"2027 kv. 1", 1}, {"2027 kv. 2", 1}, {"2027 kv. 3", 0}},
                 .by_profile = {{"finansiering", 2}, {"policy", 1}},
                 .by_municipality = {{"Gävle", 1}}};
  input.profiles = {{CaseId{1}, {"finansiering", "policy"}}, {CaseId{2}, {"finansiering"}}};
  input.answers = {
      answer(1, 1, AnswerKind::interested, "2027-01-12T08:00:00Z"),
      answer(1, 1, AnswerKind::applied, "2027-02-12T08:00:00Z", 300'000),
      answer(1, 1, AnswerKind::granted, "2027-05-12T08:00:00Z", 250'000),
      answer(2, 1, AnswerKind::interested, "2027-01-13T08:00:00Z"),
      answer(2, 1, AnswerKind::declined, "2027-01-14T08:00:00Z"),
      answer(2, 2, AnswerKind::applied, "2027-04-12T08:00:00Z", 100'000),
      answer(2, 2, AnswerKind::interested, "2027-04-13T08:00:00Z"),  // it was a mistake
  };
  input.goals = {{false, tests::day("2027-03-01"), "Bollnäs", "IOP om återbruk"},
                 {true, tests::day("2027-06-01"), "Gävle", "Policy för reserverade upphandlingar"},
                 {true, tests::day("2026-06-01"), "Ljusdal", "Året innan"}};
  return input;
}

FollowUp report() { return follow_up(input(), kYear, Calendar()); }

TEST(FollowUp, EachStepCountsOnceInItsOwnQuarter) {
  const FollowUp report = digest::report();
  EXPECT_EQ(report.all, (Funnel{2, 2, 1, 300'000, 1, 250'000}));
  EXPECT_EQ(report.by_quarter.at("2027 kv. 1"), (Funnel{1, 1, 1, 300'000, 0, 0}));
  EXPECT_EQ(report.by_quarter.at("2027 kv. 2"), (Funnel{1, 1, 0, 0, 1, 250'000}));
}

TEST(FollowUp, IsToldByProfileAndMunicipality) {
  const FollowUp report = digest::report();
  EXPECT_EQ(report.by_profile.at("policy"), (Funnel{1, 1, 1, 300'000, 1, 250'000}));
  EXPECT_EQ(report.by_profile.at("finansiering"), report.all);
  EXPECT_EQ(report.by_municipality.at("Gävle"), (Funnel{1, 2, 1, 300'000, 1, 250'000}));
}

TEST(FollowUp, AGrantWithoutAnEarlierAnswerWasAppliedForToo) {
  FollowUpInput input;
  input.answers = {answer(1, 1, AnswerKind::granted, "2027-05-12T08:00:00Z", 5)};
  EXPECT_EQ(follow_up(input, kYear, Calendar()).all, (Funnel{0, 1, 1, 0, 1, 5}));
}

TEST(FollowUp, GoalsAreThoseOfThePeriod) {
  EXPECT_THAT(report().partnerships, SizeIs(1));
  EXPECT_THAT(report().policies, SizeIs(1));
}

TEST(FollowUpReport, IsATableAnObjectAndAPage) {
  tests::expect_golden("follow_up.csv", follow_up_csv(report()));
  tests::expect_golden("follow_up.json", follow_up_json(report()));
  tests::expect_golden("follow_up_sv.html",
                       follow_up_html(report(), "Bevakningen", Language::swedish));
  EXPECT_THAT(follow_up_html(report(), "<b>", Language::english), HasSubstr("&lt;b&gt;"));
}

}  // namespace
}  // namespace fundwatch::digest
