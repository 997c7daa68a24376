#include "digest/follow_up.h"

#include <algorithm>
#include <array>
#include <utility>

namespace fundwatch::digest {
namespace {

// How far an answer went: 0 not at all, 1 relevant, 2 applied, 3 granted.
int rank_of(AnswerKind kind) {
  switch (kind) {
    case AnswerKind::declined: return 0;
    case AnswerKind::interested:
    case AnswerKind::coming: return 1;
    case AnswerKind::applied: return 2;
    case AnswerKind::granted: return 3;
  }
  return 0;
}

constexpr int kRanks = 4;

// What one answerer has made of one case: when each rank was reached, and with which sum.
struct Course {
  struct Reached {
    Instant at{};
    std::optional<std::int64_t> amount;
    bool is_there = false;
  };
  int last = 0;
  std::array<Reached, kRanks> reached;
  std::string municipality;
};

// A grant was applied for, and what was applied for was relevant, whether it was said or not. The
// first time counts, the last sum.
void go_on(Course& course, const GivenAnswer& answer) {
  const int rank = rank_of(answer.kind);
  course.last = rank;
  course.municipality = answer.municipality;
  for (int i = 1; i <= rank; ++i) {
    Course::Reached& reached = course.reached.at(static_cast<std::size_t>(i));
    if (!reached.is_there) reached.at = answer.at;
    reached.is_there = true;
    if (i == rank && answer.amount) reached.amount = answer.amount;
  }
  for (int i = rank + 1; i < kRanks; ++i) course.reached.at(static_cast<std::size_t>(i)) = {};
}

void add_rank(Funnel& funnel, int rank, const std::optional<std::int64_t>& amount) {
  if (rank == 1) ++funnel.relevant;
  if (rank == 2) {
    ++funnel.applied;
    funnel.applied_sum += amount.value_or(0);
  }
  if (rank == 3) {
    ++funnel.granted;
    funnel.granted_sum += amount.value_or(0);
  }
}

void add_found(const std::map<std::string, int>& counts, std::map<std::string, Funnel>& funnels) {
  for (const auto& [name, count] : counts) {
    if (count > 0) funnels[name].found = count;
  }
}

class Counting {
 public:
  Counting(const ReportPeriod& period, const Calendar& calendar) : calendar_(calendar) {
    result_.period = period;
  }

  void count(const FoundCounts& found) {
    for (const auto& [quarter, count] : found.by_quarter) result_.all.found += count;
    add_found(found.by_quarter, result_.by_quarter);
    add_found(found.by_profile, result_.by_profile);
    add_found(found.by_municipality, result_.by_municipality);
  }

  void count(const Course& course, const std::vector<std::string>& profiles) {
    for (int rank = 1; rank <= course.last; ++rank) {
      const Course::Reached& reached = course.reached.at(static_cast<std::size_t>(rank));
      const auto day = day_within(reached.at);
      if (!day) continue;
      add_rank(result_.all, rank, reached.amount);
      add_rank(result_.by_quarter[quarter_of(*day)], rank, reached.amount);
      for (const std::string& profile : profiles) {
        add_rank(result_.by_profile[profile], rank, reached.amount);
      }
      if (!course.municipality.empty()) {
        add_rank(result_.by_municipality[course.municipality], rank, reached.amount);
      }
    }
  }

  FollowUp take() { return std::move(result_); }

 private:
  std::optional<Day> day_within(Instant at) const {
    const Day day = calendar_.day(at);
    const bool is_within = result_.period.from <= day && day <= result_.period.to;
    return is_within ? std::optional(day) : std::nullopt;
  }

  const Calendar& calendar_;
  FollowUp result_;
};

}  // namespace

std::string quarter_of(Day day) {
  const unsigned month = static_cast<unsigned>(day.month());
  return std::to_string(static_cast<int>(day.year())) + " kv. " +
         std::to_string((month - 1) / 3 + 1);
}

FollowUp follow_up(const FollowUpInput& input, const ReportPeriod& period,
                   const Calendar& calendar) {
  Counting counting(period, calendar);
  counting.count(input.found);
  std::map<std::pair<std::int64_t, CaseId>, Course> courses;
  for (const GivenAnswer& answer : input.answers) {
    go_on(courses[{answer.answerer, answer.case_id}], answer);
  }
  for (const auto& [who, course] : courses) {
    const auto profiles = input.profiles.find(who.second);
    counting.count(
        course, profiles == input.profiles.end() ? std::vector<std::string>() : profiles->second);
  }
  FollowUp result = counting.take();
  for (const ReachedGoal& goal : input.goals) {
    if (goal.day < period.from || goal.day > period.to) continue;
    (goal.is_policy ? result.policies : result.partnerships).push_back(goal);
  }
  return result;
}

}  // namespace fundwatch::digest
