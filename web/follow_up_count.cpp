#include "web/follow_up_count.h"

#include <algorithm>
#include <utility>

namespace fundwatch::web {
namespace {

// From the beginning of the first day to the end of the last.
store::TimeSpan span_of(const digest::ReportPeriod& period, const Calendar& calendar) {
  const Day next = std::chrono::sys_days{period.to} + std::chrono::days{1};
  return {calendar.instant(period.from, std::chrono::minutes{0}),
          calendar.instant(next, std::chrono::minutes{0})};
}

Day last_of_quarter(Day day) {
  const unsigned month = (static_cast<unsigned>(day.month()) + 2) / 3 * 3;
  return day.year() / std::chrono::month{month} / std::chrono::last;
}

std::map<std::string, int> found_by_quarter(const store::Store& store,
                                            const digest::ReportPeriod& period,
                                            const Calendar& calendar) {
  std::map<std::string, int> counts;
  for (Day from = period.from; from <= period.to;) {
    const Day to = std::min(last_of_quarter(from), period.to);
    counts[digest::quarter_of(from)] = store.follow_up.found(span_of({from, to}, calendar));
    from = std::chrono::sys_days{to} + std::chrono::days{1};
  }
  return counts;
}

digest::FollowUpInput input_of(const store::Store& store, const digest::ReportPeriod& period,
                               const Calendar& calendar) {
  const store::TimeSpan span = span_of(period, calendar);
  digest::FollowUpInput input{
      .found = {.by_quarter = found_by_quarter(store, period, calendar),
                .by_profile = store.follow_up.found_by_profile(span),
                .by_municipality = store.follow_up.found_by_municipality(span)},
      .profiles = store.follow_up.profiles_of_answered(span.end)};
  for (store::AnswerStep& step : store.follow_up.steps(span.end)) {
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
  return digest::follow_up(input_of(store, period, calendar), period, calendar);
}

}  // namespace fundwatch::web
