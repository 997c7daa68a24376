// web/goal_notes.h — what the network has reached beside money: partnerships and policies of
// municipalities, listed for a year, added and taken away by hand.
#pragma once

#include "web/desk.h"

namespace fundwatch::web {

inline constexpr std::size_t kGoalTextCharactersMax = 300;
inline constexpr std::size_t kGoalPlaceCharactersMax = 60;

// What was typed, and is not right yet.
struct GoalForm {
  std::string goal = "partnership";
  std::string text;
  std::string municipality;
  std::string day;
  std::string text_fault = {};
  std::string day_fault = {};

  bool is_faulty() const { return !text_fault.empty() || !day_fault.empty(); }
};

// Both lists of that year, with a form to add one.
void put_goals(Markup& html, const Desk& desk, int year, const GoalForm& form);

// The fault's summary; nothing where there is none.
void put_goal_faults(Markup& html, const Desk& desk, const GoalForm& form);

// Does what the form wants; nothing done: it comes back with its faults.
std::optional<GoalForm> change_goals(const Desk& desk, const Fields& form);

// Both recorded. The second is false if there is no such note.
store::GoalNoteId add_goal(const Desk& desk, const store::GoalNote& note);
bool remove_goal(const Desk& desk, store::GoalNoteId id);

}  // namespace fundwatch::web
