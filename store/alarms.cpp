#include "store/alarms.h"

#include "store/query.h"
#include "store/words.h"

namespace fundwatch::store {

std::vector<Alarm> Alarms::all() const {
  Query row(database_,
            "SELECT source, state, told_at, cleared_at, is_flapping FROM alarm ORDER BY source");
  std::vector<Alarm> alarms;
  while (row.step()) {
    Alarm alarm;
    alarm.source = SourceId{row.integer()};
    alarm.state = source_state(row.text(), row.file());
    alarm.told_at = row.instant();
    alarm.cleared_at = row.maybe_instant();
    alarm.is_flapping = row.flag();
    alarms.push_back(alarm);
  }
  return alarms;
}

void Alarms::put(const Alarm& alarm) {
  Query(database_,
        "INSERT OR REPLACE INTO alarm (source, state, told_at, cleared_at, is_flapping) "
        "VALUES (?, ?, ?, ?, ?)")
      .bind(alarm.source)
      .bind(word(alarm.state))
      .bind(alarm.told_at)
      .bind(alarm.cleared_at)
      .bind(alarm.is_flapping)
      .run();
}

void Alarms::remove(SourceId source) {
  Query(database_, "DELETE FROM alarm WHERE source = ?").bind(source).run();
}

}  // namespace fundwatch::store
