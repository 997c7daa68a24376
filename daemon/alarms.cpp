#include "daemon/alarms.h"

#include <spdlog/logger.h>

#include <algorithm>

#include "daemon/health.h"
#include "digest/message.h"

namespace fundwatch::daemon {

std::optional<Instant> Alarms::look() {
  const Instant now = parts_.clock.now();
  const auto alarms = store_.alarms.all();
  const AlarmPlan plan = plan_alarms(sources_of_interest(alarms), alarms, now);
  const bool is_told = plan.occasion != AlarmPlan::Occasion::none;
  if (!is_told && plan.forgotten.empty()) return plan.look_again;
  store::Transaction transaction = store_.begin();
  write_down(plan, now);
  if (is_told) parts_.at(Point::outbox);
  transaction.commit();
  if (is_told) parts_.at(Point::queued);
  return plan.look_again;
}

std::vector<Source> Alarms::sources_of_interest(const std::vector<store::Alarm>& alarms) const {
  std::vector<Source> sources = store_.sources.not_ok();
  const auto is_there = [&](SourceId id) {
    return std::ranges::any_of(sources, [&](const Source& source) { return source.id == id; });
  };
  for (const store::Alarm& alarm : alarms) {
    if (is_there(alarm.source)) continue;
    if (const auto source = store_.sources.find(alarm.source)) sources.push_back(*source);
  }
  return sources;
}

void Alarms::write_down(const AlarmPlan& plan, Instant now) {
  for (const SourceId source : plan.forgotten) store_.alarms.remove(source);
  if (plan.occasion == AlarmPlan::Occasion::none) return;
  for (const store::Alarm& alarm : plan.alarms) store_.alarms.put(alarm);
  tell(plan, now);
}

void Alarms::tell(const AlarmPlan& plan, Instant now) {
  if (!config_.coordinator_address().empty()) {
    store_.outbox.add(mail_of(plan, now), now);
    return;
  }
  parts_.log.warn(
      "{} sources are in trouble, {} are well again or have moved, and nobody is told: set "
      "coordinator.email; see: fundwatch source list",
      plan.faults.size(), plan.solved.size() + plan.moved.size());
}

std::string Alarms::address_before(const Source& source) const {
  for (const store::SourceChange& change : store_.source_history.of(source.id)) {
    if (change.state == SourceState::moved) return daemon::address_before(change.words);
  }
  return {};
}

Mail Alarms::mail_of(const AlarmPlan& plan, Instant now) const {
  digest::FaultReport report;
  if (plan.occasion == AlarmPlan::Occasion::reminder) {
    report.occasion = digest::FaultReport::Occasion::reminder;
  }
  report.faults = plan.faults;
  report.solved = plan.solved;
  for (const Source& source : plan.moved) report.moved.push_back({source, address_before(source)});
  report.now = now;
  for (const Source& source : store_.sources.all()) report.well += source.paused ? 0 : 1;
  report.well -= static_cast<int>(plan.faults.size() + plan.solved.size() + plan.moved.size());
  const Subscriber nobody;  // whom no digest goes to
  return digest::make_notice(
      digest::render(report, config_, calendar_, mode_),
      {digest::message_id(nobody.id, now, config_.mail), now, calendar_.local(now).offset},
      config_);
}

}  // namespace fundwatch::daemon
