#include "daemon/alarm_plan.h"

#include <algorithm>

#include "daemon/health.h"

namespace fundwatch::daemon {
namespace {

using store::Alarm;

int rank(SourceState state) {
  switch (state) {
    case SourceState::ok:
    case SourceState::moved:
    case SourceState::paused: return 0;
    case SourceState::silent: return 1;
    case SourceState::failing: return 2;
    case SourceState::attention: return 3;
  }
  return 0;
}

const Alarm* alarm_of(const std::vector<Alarm>& alarms, SourceId source) {
  const auto found = std::find_if(alarms.begin(), alarms.end(),
                                  [&](const Alarm& alarm) { return alarm.source == source; });
  return found == alarms.end() ? nullptr : &*found;
}

bool is_open(const Alarm* alarm) { return alarm != nullptr && !alarm->cleared_at; }

bool is_news(const Source& source, const Alarm* alarm) {
  return !is_open(alarm) || rank(source.health.state) > rank(alarm->state);
}

Alarm told(const Source& source, const Alarm* old, Instant now) {
  Alarm alarm{.source = source.id, .state = source.health.state, .told_at = now};
  if (old == nullptr) return alarm;
  if (is_open(old) && rank(old->state) > rank(alarm.state)) alarm.state = old->state;
  const bool was_trouble = rank(old->state) > 0;
  alarm.is_flapping = old->is_flapping || (was_trouble && old->cleared_at.has_value());
  return alarm;
}

Instant last_told(const Alarm& alarm) {
  return std::max(alarm.told_at, alarm.cleared_at.value_or(alarm.told_at));
}

bool is_move_untold(const Source& source, const Alarm* alarm, Instant now) {
  const Health& health = source.health;
  if (health.state != SourceState::moved || source.paused) return false;
  if (now - health.since >= kMovedShownFor) return false;
  return alarm == nullptr || last_told(*alarm) < health.since;
}

bool is_well_again(const Source& source, const Alarm& alarm, Instant now) {
  if (!is_open(&alarm) || rank(source.health.state) > 0) return false;
  return !alarm.is_flapping || now - source.health.since >= kAlarmFlapping;
}

bool is_forgotten(const Source& source, const Alarm& alarm, Instant now) {
  return source.paused || (alarm.cleared_at && now - *alarm.cleared_at >= kAlarmFlapping);
}

std::optional<Instant> last_mail(const std::vector<Alarm>& alarms) {
  std::optional<Instant> last;
  for (const Alarm& alarm : alarms) {
    const Instant at = last_told(alarm);
    last = std::max(last.value_or(at), at);
  }
  return last;
}

// Sorts one source into the plan; whether that is worth a mail.
bool takes_in(AlarmPlan& plan, const Source& source, const Alarm* alarm, Instant now) {
  if (alarm != nullptr && is_forgotten(source, *alarm, now)) {
    plan.forgotten.push_back(source.id);
    alarm = nullptr;
  }
  if (is_in_trouble(source, now)) {
    plan.faults.push_back(source);
    plan.alarms.push_back(told(source, alarm, now));
    return is_news(source, alarm);
  }
  const bool has_moved = is_move_untold(source, alarm, now);
  const bool is_solved = alarm != nullptr && is_well_again(source, *alarm, now);
  if (has_moved) plan.moved.push_back(source);
  if (is_solved) plan.solved.push_back(source);
  if (!has_moved && !is_solved) return false;
  plan.alarms.push_back(alarm == nullptr ? told(source, nullptr, now) : *alarm);
  if (has_moved) plan.alarms.back().told_at = now;
  if (is_solved || !is_open(alarm)) plan.alarms.back().cleared_at = now;
  return true;
}

void take_along(AlarmPlan& plan, const std::vector<Source>& sources,
                const std::vector<Alarm>& alarms, Instant now) {
  for (const Source& source : sources) {
    if (is_in_trouble(source, now) || source.paused) continue;
    if (source.health.failures < kAlarmTakesAlongMin) continue;
    plan.faults.push_back(source);
    plan.alarms.push_back(told(source, alarm_of(alarms, source.id), now));
  }
}

}  // namespace

bool is_in_trouble(const Source& source, Instant now) {
  const Health& health = source.health;
  if (source.paused) return false;
  if (health.state != SourceState::failing) return rank(health.state) > 0;
  return health.failures >= kAlarmFailuresMin ||
         (health.failing_since && now - *health.failing_since >= kAlarmFailingFor);
}

AlarmPlan plan_alarms(const std::vector<Source>& sources, const std::vector<Alarm>& alarms,
                      Instant now) {
  AlarmPlan plan;
  bool has_news = false;
  for (const Source& source : sources) {
    if (takes_in(plan, source, alarm_of(alarms, source.id), now)) has_news = true;
  }
  const auto last = last_mail(alarms);
  if (has_news && (!last || now - *last >= kAlarmSpacing)) {
    plan.occasion = AlarmPlan::Occasion::news;
  } else if (has_news) {
    plan.look_again = *last + kAlarmSpacing;
  } else if (!plan.faults.empty() && last) {
    const bool is_due = now - *last >= kAlarmReminderEvery;
    if (is_due) plan.occasion = AlarmPlan::Occasion::reminder;
    plan.look_again = (is_due ? now : *last) + kAlarmReminderEvery;
  }
  if (plan.occasion != AlarmPlan::Occasion::none) take_along(plan, sources, alarms, now);
  std::stable_sort(plan.faults.begin(), plan.faults.end(), [](const Source& a, const Source& b) {
    return rank(a.health.state) > rank(b.health.state);
  });
  return plan;
}

}  // namespace fundwatch::daemon
