#include "web/api_goals.h"

#include <boost/json/array.hpp>

#include "base/text.h"
#include "web/api_days.h"
#include "web/goal_notes.h"
#include "web/json_values.h"
#include "web/numbers.h"

namespace fundwatch::web {
namespace {

namespace json = boost::json;

using store::Goal;
using store::GoalNote;

std::string_view name_of(Goal goal) {
  switch (goal) {
    case Goal::partnership: return "partnership";
    case Goal::policy: return "policy";
  }
  return "partnership";
}

std::optional<Goal> parse_goal(std::string_view word) {
  for (const Goal goal : {Goal::partnership, Goal::policy}) {
    if (word == name_of(goal)) return goal;
  }
  return std::nullopt;
}

json::object described(const GoalNote& note) {
  return {{"id", static_cast<std::int64_t>(note.id)},
          {"goal", name_of(note.goal)},
          {"day", iso_day(note.day)},
          {"municipality", text_or_null(note.municipality)},
          {"text", note.text}};
}

// Puts in what the body states. The fault of what is not as expected.
std::optional<ApiFault> take_stated(BodyReader& body, GoalNote& note) {
  const auto goal = parse_goal(body.text("goal", kWordCharactersMax).value_or(""));
  note.text = collapsed(body.text("text", kGoalTextCharactersMax).value_or(""));
  note.municipality = collapsed(body.text("municipality", kGoalPlaceCharactersMax).value_or(""));
  const auto stated = body.text("day", kWordCharactersMax);
  const auto day = stated ? parse_iso_day(*stated) : std::optional(note.day);
  if (auto fault = body.fault()) return fault;
  if (!goal) return ApiFault{one_of({"partnership", "policy"}), "goal"};
  if (note.text.empty()) return ApiFault{"expected a few words", "text"};
  if (!day) return ApiFault{"expected 2027-01-31", "day"};
  note.goal = *goal;
  note.day = *day;
  return std::nullopt;
}

}  // namespace

Reply api_goals(const ApiCall& call) {
  const auto asked = days_asked(call, this_year(call.desk));
  if (const auto* fault = std::get_if<ApiFault>(&asked)) return refusal(422, *fault);
  const auto& days = std::get<store::Days>(asked);
  json::array goals;
  for (const GoalNote& note : call.store().follow_up.notes()) {
    if (note.day >= days.first && note.day <= days.last) goals.push_back(described(note));
  }
  return json_reply(json::object{{"goals", std::move(goals)}});
}

Reply api_add_goal(const ApiCall& call) {
  const Site& site = call.desk.site;
  GoalNote note{.day = site.calendar.day(site.clock.now())};
  BodyReader body(call.body);
  if (const auto fault = take_stated(body, note)) return refusal(422, *fault);
  note.id = add_goal(call.desk, note);
  return json_reply(described(note), 201);
}

Reply api_remove_goal(const ApiCall& call) {
  if (const auto fault = BodyReader(call.body).fault()) return refusal(422, *fault);
  const auto id = whole_number(call.id);
  if (!id || !remove_goal(call.desk, store::GoalNoteId{*id})) {
    return nothing_called("goal", call.id);
  }
  return json_reply(json::object{{"removed", *id}});
}

}  // namespace fundwatch::web
