#include "web/follow_up_count.h"

#include <utility>

namespace fundwatch::web {
namespace {

// All until `end`.
digest::FollowUpInput input_of(const store::Store& store, Instant end) {
  digest::FollowUpInput input;
  for (store::FoundCase& found : store.follow_up.found(end)) {
    input.found.push_back(
        {found.case_id, std::move(found.profiles), std::move(found.municipality), found.at});
  }
  for (store::AnswerStep& step : store.follow_up.steps(end)) {
    input.answers.push_back({step.answerer, step.case_id, step.kind, step.amount, step.at,
                             std::move(step.municipality)});
  }
  for (store::GoalNote& note : store.follow_up.notes()) {
    input.goals.push_back({note.goal == store::Goal::policy, note.day, std::move(note.municipality),
                           std::move(note.text)});
  }
  return input;
}

}  // namespace

digest::FollowUp follow_up_of(const store::Store& store, const digest::ReportPeriod& period,
                              const Calendar& calendar) {
  const Day next = std::chrono::sys_days{period.to} + std::chrono::days{1};
  const Instant end = calendar.instant(next, std::chrono::minutes{0});
  return digest::follow_up(input_of(store, end), period, calendar);
}

}  // namespace fundwatch::web
