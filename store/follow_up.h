// store/follow_up.h — what became of what was found: every answer as it was given, how many cases
// were found, and notes of what the network reached beside. What that adds up to is
// digest/follow_up.h. Who answered is forgotten when they leave; that it was answered is not.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/model.h"
#include "store/sqlite.h"

namespace fundwatch::store {

// [begin, end).
struct TimeSpan {
  Instant begin{};
  Instant end{};
};

struct AnswerStep {
  std::int64_t answerer = 0;  // the same number for the same one
  CaseId case_id{};
  AnswerKind kind = AnswerKind::interested;
  std::optional<std::int64_t> amount;  // in SEK
  Instant at{};
  std::string municipality;  // of the answerer, then
};

enum class GoalNoteId : std::int64_t {};

// What the network wants to reach beside money: partnerships with the public side, and policies of
// municipalities.
enum class Goal { partnership, policy };

struct GoalNote {
  GoalNoteId id{};
  Goal goal = Goal::partnership;
  Day day{};
  std::string municipality;
  std::string text;
};

class FollowUp {
 public:
  explicit FollowUp(Connection& database) : database_(database) {}

  // In the order in which they were given, all until `end`.
  std::vector<AnswerStep> steps(Instant end) const;

  // How many cases were found within the span: had their first hit of those that nobody dismissed.
  int found(const TimeSpan& span) const;
  // The same by profile, where a case counts for each of its own, and by municipality, where it is
  // known.
  std::map<std::string, int> found_by_profile(const TimeSpan& span) const;
  std::map<std::string, int> found_by_municipality(const TimeSpan& span) const;

  // The names of the profiles that found the cases which were answered until `end`.
  std::map<CaseId, std::vector<std::string>> profiles_of_answered(Instant end) const;

  GoalNoteId add(const GoalNote& note);
  bool remove(GoalNoteId id);
  // By day.
  std::vector<GoalNote> notes() const;

 private:
  Connection& database_;
};

}  // namespace fundwatch::store
