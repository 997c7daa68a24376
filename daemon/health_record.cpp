#include "daemon/health_record.h"

#include <spdlog/logger.h>

#include "base/names.h"
#include "daemon/rhythm.h"
#include "daemon/schedule.h"

namespace fundwatch::daemon {
namespace {

Advice advice_of(const feeds::Answer& answer) {
  return {.retry_after = answer.retry_after, .fresh_for = answer.fresh_for, .ttl = {}};
}

}  // namespace

void HealthRecord::record(Source source, const Attempt& attempt, const feeds::Answer& answer,
                          Instant now) {
  const Health before = source.health;
  Health& health = source.health;
  health = after(source, attempt, now);
  if (attempt.has_news) health.usual_gap = learned_gap(source.id, now);
  health.next_check = next_check(source, advice_of(answer), now, calendar_);
  const auto new_address = settled_move(health, now);
  if (new_address) health = moved(health, now);
  const bool is_read = attempt.error.empty();
  store_.sources.record(source.id, health,
                        is_read ? answer.response->validators : source.validators);
  if (new_address) {
    move(source, *new_address, now);
  } else {
    note_change(source, before);
  }
}

void HealthRecord::postpone(const Source& source, const feeds::Answer& answer, Instant now) {
  Health health = source.health;
  health.next_check = now + answer.retry_after.value_or(std::chrono::seconds(0));
  store_.sources.record(source.id, health, source.validators);
}

std::chrono::minutes HealthRecord::learned_gap(SourceId source, Instant now) const {
  return usual_gap(store_.items.days_with_news(source, {.since = now - kRhythmLooksBack,
                                                        .now = now,
                                                        .days_min = kRhythmGapsMin + 1,
                                                        .days_max = kRhythmDaysMax}));
}

void HealthRecord::move(const Source& source, const std::string& url, Instant now) {
  store_.sources.set_url(source.id, url);
  store_.source_history.add(source.id, {now, SourceState::moved, words_for_move(source.url, url)});
  parts_.log.info("source \"{}\" has moved for good from {} to {}", source.name, source.url, url);
}

void HealthRecord::note_change(const Source& source, const Health& before) {
  const Health& health = source.health;
  if (health.failures > 0) {
    parts_.log.info("source \"{}\" failed, for the {}. time in a row: {}", source.name,
                    health.failures, health.error);
  } else if (before.failures > 0) {
    parts_.log.info("source \"{}\" can be read again after {} failures", source.name,
                    before.failures);
  }
  if (health.since == before.since) return;
  store_.source_history.add(source.id, {health.since, health.state, health.error});
  if (health.state == SourceState::silent || health.state == SourceState::attention) {
    parts_.log.info("source \"{}\" is {}: {}", source.name, name_of(health.state), health.error);
  }
}

}  // namespace fundwatch::daemon
