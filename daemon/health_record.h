// daemon/health_record.h — writes down what an attempt has meant for its source: health,
// validators, the next check, a new address, and the history of its states. Decides nothing itself:
// that is daemon/health.h, daemon/rhythm.h and daemon/schedule.h. Opens no transaction: it is part
// of the caller's.
#pragma once

#include "base/calendar.h"
#include "daemon/health.h"
#include "daemon/parts.h"
#include "feeds/fetch/fetcher.h"
#include "store/store.h"

namespace fundwatch::daemon {

class HealthRecord {
 public:
  HealthRecord(store::Store& store, const Parts& parts, const Calendar& calendar)
      : store_(store), parts_(parts), calendar_(calendar) {}

  // `source` as it was stored before the attempt.
  void record(Source source, const Attempt& attempt, const feeds::Answer& answer, Instant now);

  // Nothing was found out about the source itself: its host wants to be left in peace.
  void postpone(const Source& source, const feeds::Answer& answer, Instant now);

 private:
  std::chrono::minutes learned_gap(SourceId source, Instant now) const;
  void move(const Source& source, const std::string& url, Instant now);
  void note_change(const Source& source, const Health& before);

  store::Store& store_;
  const Parts& parts_;
  const Calendar& calendar_;
};

}  // namespace fundwatch::daemon
