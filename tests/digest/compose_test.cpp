#include "digest/compose.h"

#include "digest/fit.h"
#include "digest/message.h"
#include "tests/digest/sample.h"

namespace fundwatch::digest {
namespace {

using testing::ElementsAre;
using tests::at;
using tests::candidate;
using tests::compose_sample;
using tests::day;

Candidate numbered(int number) { return candidate(number, "Bidrag", "Ett bidrag.", "bidrag"); }

std::vector<int> cases_in(const Digest& digest, SectionKind kind) {
  std::vector<int> cases;
  for (const Section& section : digest.sections) {
    if (section.kind != kind) continue;
    for (const Entry& entry : section.entries) cases.push_back(static_cast<int>(entry.case_id));
  }
  return cases;
}

SectionKind section_of(const Candidate& only) {
  const Digest digest = compose_sample({only});
  EXPECT_EQ(digest.sections.size(), 1U);
  return digest.sections.at(0).kind;
}

struct PlacingCase {
  const char* name;
  std::optional<DueDate> deadline;
  std::optional<Day> event;
  int version;
  SectionKind section;
};

TEST(Compose, PlacesEachByItsDay) {
  const PlacingCase cases[] = {
      {"nothing known", {}, {}, 1, SectionKind::fresh},
      {"closes today", DueDate{day("2027-02-15"), {}}, {}, 1, SectionKind::closing_soon},
      {"closes in 7 days", DueDate{day("2027-02-22"), {}}, {}, 1, SectionKind::closing_soon},
      {"closes in 8 days", DueDate{day("2027-02-23"), {}}, {}, 1, SectionKind::fresh},
      {"closed yesterday", DueDate{day("2027-02-14"), {}}, {}, 1, SectionKind::fresh},
      {"closed an hour ago",
       DueDate{day("2027-02-15"), at("2027-02-15T06:00:00+01:00")},
       {},
       1,
       SectionKind::fresh},
      {"event ahead", {}, day("2027-03-11"), 1, SectionKind::events},
      {"event over", {}, day("2027-02-14"), 1, SectionKind::fresh},
      {"event to register for within days", DueDate{day("2027-02-18"), {}}, day("2027-03-11"), 1,
       SectionKind::events},
      {"event over, deadline near", DueDate{day("2027-02-18"), {}}, day("2027-02-14"), 1,
       SectionKind::closing_soon},
      {"changed", {}, {}, 2, SectionKind::changed},
      {"changed and closing", DueDate{day("2027-02-18"), {}}, {}, 2, SectionKind::closing_soon},
      {"changed event", {}, day("2027-03-11"), 2, SectionKind::events},
  };
  for (const PlacingCase& each : cases) {
    Candidate only = numbered(1);
    only.item.deadline = each.deadline;
    only.item.event_date = each.event;
    only.version = each.version;
    EXPECT_EQ(section_of(only), each.section) << each.name;
  }
}

TEST(Compose, PlacesNothingThatIsOverByItsDays) {
  for (const CallStatus status : {CallStatus::cancelled, CallStatus::closed, CallStatus::results}) {
    Candidate only = numbered(1);
    only.item.deadline = DueDate{day("2027-02-18"), {}};
    only.item.event_date = day("2027-03-11");
    only.item.status = status;
    EXPECT_EQ(section_of(only), SectionKind::fresh);
    EXPECT_EQ(compose_sample({only}).sections.at(0).entries.at(0).days_left, std::nullopt);
    only.version = 2;
    EXPECT_EQ(section_of(only), SectionKind::changed);
  }
}

TEST(Compose, CountsTheDaysToRegisterAndThenThoseToTheEvent) {
  Candidate only = numbered(1);
  only.item.event_date = day("2027-03-11");
  EXPECT_EQ(compose_sample({only}).sections.at(0).entries.at(0).days_left, 24);
  only.item.deadline = DueDate{day("2027-02-18"), {}};
  EXPECT_EQ(compose_sample({only}).sections.at(0).entries.at(0).days_left, 3);
  only.item.deadline = DueDate{day("2027-02-14"), {}};
  EXPECT_EQ(compose_sample({only}).sections.at(0).entries.at(0).days_left, 24);
}

TEST(Compose, CountsMidnightsOfTheInstallationsZone) {
  Candidate only = numbered(1);
  only.item.deadline = DueDate{day("2027-02-16"), at("2027-02-16T23:30:00Z")};  // 00:30 on the 17th
  EXPECT_EQ(compose_sample({only}).sections.at(0).entries.at(0).days_left, 2);
}

TEST(Compose, LeavesDaysOutWhenAllIsOver) {
  Candidate only = numbered(1);
  only.item.deadline = DueDate{day("2027-02-01"), {}};
  EXPECT_EQ(compose_sample({only}).sections.at(0).entries.at(0).days_left, std::nullopt);
}

TEST(Compose, OrdersByDeadlineThenNewestFirstThenWhatIsOver) {
  std::vector<Candidate> all = {numbered(1), numbered(2), numbered(3), numbered(4), numbered(5)};
  all[0].item.deadline = DueDate{day("2027-02-01"), {}};
  all[1].item.published = at("2027-02-09T00:00:00Z");
  all[2].item.published = at("2027-02-10T00:00:00Z");
  all[3].item.deadline = DueDate{day("2027-04-01"), {}};
  all[4].item.deadline = DueDate{day("2027-03-01"), {}};
  all.push_back(numbered(6));
  all[5].item.status = CallStatus::cancelled;
  all[5].item.published = at("2027-02-14T00:00:00Z");
  EXPECT_THAT(cases_in(compose_sample(all), SectionKind::fresh), ElementsAre(5, 4, 3, 2, 6, 1));
}

TEST(Compose, NamesEachProfileOnceInTheReadersLanguage) {
  Candidate only = numbered(1);
  only.hits = {only.hits[0], only.hits[0], only.hits[0], only.hits[0]};
  only.hits[2].profile = ProfileId{3};   // has no English title
  only.hits[3].profile = ProfileId{99};  // gone
  const Digest digest = compose_sample({only}, {15, {}}, Language::english);
  EXPECT_THAT(digest.sections.at(0).entries.at(0).profiles,
              ElementsAre("Grants to apply for", "Träffar och utbildningar"));
}

TEST(Compose, TakesTheUrgentAndThenWhatHasWaitedLongest) {
  std::vector<Candidate> all = {numbered(1), numbered(2), numbered(3), numbered(4)};
  all[0].item.first_seen = at("2027-02-14T00:00:00Z");
  all[1].item.first_seen = at("2027-02-01T00:00:00Z");
  all[2].item.first_seen = at("2027-02-02T00:00:00Z");
  all[3].item.first_seen = at("2027-02-15T00:00:00Z");
  all[3].item.deadline = DueDate{day("2027-03-01"), {}};  // 14 days: next week it would be closing
  config::Digest limits;
  limits.items_max = 2;
  const Digest digest = compose_sample(all, {15, {}}, Language::swedish, limits);
  EXPECT_THAT(cases_in(digest, SectionKind::fresh), ElementsAre(4, 2));
  EXPECT_EQ(digest.waiting, 2);
}

TEST(Compose, DropsNothingWhateverTheLimit) {
  std::vector<Candidate> all;
  for (int number = 1; number <= 55; ++number) all.push_back(numbered(number));
  for (const int items_max : {0, 1, 40, 55, 100}) {
    config::Digest limits;
    limits.items_max = items_max;
    const Digest digest = compose_sample(all, {15, {}}, Language::swedish, limits);
    const std::size_t taken = cases_in(digest, SectionKind::fresh).size();
    EXPECT_EQ(taken, static_cast<std::size_t>(std::min(55, items_max)));
    EXPECT_EQ(digest.waiting, 55 - static_cast<int>(taken));
  }
}

TEST(Compose, HasNoSectionWithoutEntries) { EXPECT_TRUE(compose_sample({}).sections.empty()); }

TEST(Fit, LeavesASmallDigestAsItIs) {
  const Digest digest = compose_sample({numbered(1), numbered(2)});
  const Digest fitted =
      trimmed_to_fit(digest, tests::sample_config(), Calendar(), Mode::real).digest;
  EXPECT_THAT(cases_in(fitted, SectionKind::fresh), cases_in(digest, SectionKind::fresh));
  EXPECT_EQ(fitted.waiting, 0);
}

TEST(Fit, PutsTheLeastUrgentBackUntilTheMailFits) {
  std::vector<Candidate> all;
  for (int number = 1; number <= 40; ++number) all.push_back(numbered(number));
  all[39].item.deadline = DueDate{day("2027-02-18"), {}};
  config::Config config = tests::sample_config();
  config.digest.html_bytes_max = 20'000;
  const Digest fitted = trimmed_to_fit(compose_sample(all), config, Calendar(), Mode::real).digest;
  const std::vector<int> fresh = cases_in(fitted, SectionKind::fresh);
  EXPECT_LE(quoted_printable_bytes(render(fitted, config, Calendar(), Mode::real).html), 20'000U);
  EXPECT_THAT(cases_in(fitted, SectionKind::closing_soon), ElementsAre(40));
  EXPECT_EQ(static_cast<int>(fresh.size()) + 1 + fitted.waiting, 40);
  EXPECT_GT(fresh.size(), 5U);
  EXPECT_EQ(*std::max_element(fresh.begin(), fresh.end()), static_cast<int>(fresh.size()));
}

TEST(Fit, KeepsOneEntryWhateverTheLimit) {
  config::Config config = tests::sample_config();
  config.digest.html_bytes_max = 1;
  const Digest fitted =
      trimmed_to_fit(compose_sample({numbered(1), numbered(2)}), config, Calendar(), Mode::real)
          .digest;
  EXPECT_THAT(cases_in(fitted, SectionKind::fresh), ElementsAre(1));
  EXPECT_EQ(fitted.waiting, 1);
}

}  // namespace
}  // namespace fundwatch::digest
