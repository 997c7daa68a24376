#include "daemon/interests.h"

#include <algorithm>

#include "base/call_status.h"
#include "digest/days.h"

namespace fundwatch::daemon {

std::vector<Interest> interests_of(const store::Store& store, const Subscriber& subscriber) {
  std::vector<Interest> interests;
  for (const Answer& answer : store.answers.of(subscriber.id)) {
    if (answer.kind != AnswerKind::interested) continue;
    for (Candidate& candidate : store.digests.of_cases(subscriber, {answer.case_id})) {
      interests.push_back({std::move(candidate), answer.at});
    }
  }
  return interests;
}

std::vector<Candidate> candidates_of(const std::vector<Interest>& interests) {
  std::vector<Candidate> candidates;
  candidates.reserve(interests.size());
  for (const Interest& interest : interests) candidates.push_back(interest.candidate);
  return candidates;
}

std::optional<store::Reminder> reminder_due(const Interest& interest, const Calendar& calendar,
                                            Instant now) {
  const Item& item = interest.candidate.item;
  if (!item.deadline || item.deadline->is_doubtful || is_over(item.status)) return std::nullopt;
  const auto left = digest::days_left(*item.deadline, calendar, now);
  if (!left || *left > kFirstReminderDays) return std::nullopt;
  const bool is_last = *left <= kLastReminderDays;
  const Day due = digest::local_day(*item.deadline, calendar);
  const int left_when_answered = calendar.days_until(due, interest.answered_at);
  if (left_when_answered <= (is_last ? kLastReminderDays : kFirstReminderDays)) return std::nullopt;
  return store::Reminder{
      interest.candidate.case_id, due,
      is_last ? store::ReminderKind::three_days : store::ReminderKind::two_weeks};
}

void add_told(std::vector<store::Reminder>& told, const digest::Entry& entry,
              const Calendar& calendar) {
  const auto& deadline = entry.item.deadline;
  if (!deadline || deadline->is_doubtful || !entry.days_left) return;
  const Day due = digest::local_day(*deadline, calendar);
  if (*entry.days_left <= kFirstReminderDays) {
    told.push_back({entry.case_id, due, store::ReminderKind::two_weeks});
  }
  if (*entry.days_left <= kLastReminderDays) {
    told.push_back({entry.case_id, due, store::ReminderKind::three_days});
  }
}

}  // namespace fundwatch::daemon
