// store/follow_up.h — what became of what was found: every answer as it was given, the cases that
// were found, and notes of what the network reached beside. What that adds up to is
// digest/follow_up.h. Who answered is forgotten when they leave; that it was answered is not.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/model.h"
#include "store/sqlite.h"

namespace fundwatch::store {

// Days [begin, end) of UTC instants.
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

// A case with a hit that nobody dismissed.
struct FoundCase {
  CaseId case_id{};
  std::string title;
  std::string municipality;           // that it concerns; empty: not known
  std::vector<std::string> profiles;  // names
  Instant at{};                       // of its first hit
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

  // By first hit, of cases first found before `end`.
  std::vector<FoundCase> found(Instant end) const;

  GoalNoteId add(const GoalNote& note);
  bool remove(GoalNoteId id);
  // By day.
  std::vector<GoalNote> notes() const;

 private:
  Connection& database_;
};

}  // namespace fundwatch::store
