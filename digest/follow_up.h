// digest/follow_up.h — what became of what was found, for the network and those who pay for it:
// found -> relevant -> applied -> granted, a quarter at a time, and by profile and municipality;
// partnerships and municipal policies against the network's goals. Pure: counted from the answers
// as they were given (store's, handed in as values), written as CSV, JSON and a page to print.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "base/model.h"

namespace fundwatch::digest {

// What the network wants at least of each goal.
inline constexpr int kGoalAtLeast = 4;

// One answer as it was given.
struct GivenAnswer {
  std::int64_t answerer = 0;
  CaseId case_id{};
  AnswerKind kind = AnswerKind::interested;
  std::optional<std::int64_t> amount;  // in SEK
  Instant at{};
  std::string municipality;
};

// How many cases were found within the period. The keys are those of FollowUp.
struct FoundCounts {
  std::map<std::string, int> by_quarter;
  std::map<std::string, int> by_profile;
  std::map<std::string, int> by_municipality;
};

struct ReachedGoal {
  bool is_policy = false;  // of a municipality; else a partnership
  Day day{};
  std::string municipality;
  std::string text;
};

// Days [from, to], both included.
struct ReportPeriod {
  Day from{};
  Day to{};
};

// Cases found; answers that call one relevant (interested, or more), applied for, granted, each
// answerer and case once; sums in SEK.
struct Funnel {
  int found = 0;
  int relevant = 0;
  int applied = 0;
  std::int64_t applied_sum = 0;
  int granted = 0;
  std::int64_t granted_sum = 0;
  bool operator==(const Funnel&) const = default;
};

struct FollowUp {
  ReportPeriod period;
  Funnel all;
  std::map<std::string, Funnel> by_quarter;       // "2027 kv. 1"
  std::map<std::string, Funnel> by_profile;       // names; a case counts for each of its profiles
  std::map<std::string, Funnel> by_municipality;  // of the answerer, for found that of the case
  std::vector<ReachedGoal> partnerships;
  std::vector<ReachedGoal> policies;
};

// "2027 kv. 1"
std::string quarter_of(Day day);

// What is known of the period. What was answered and taken back, or declined later, counts no more.
struct FollowUpInput {
  FoundCounts found;
  std::map<CaseId, std::vector<std::string>> profiles;  // names, of cases that were answered
  std::vector<GivenAnswer> answers;                     // in the order in which they were given
  std::vector<ReachedGoal> goals;
};
FollowUp follow_up(const FollowUpInput& input, const ReportPeriod& period,
                   const Calendar& calendar);

}  // namespace fundwatch::digest
