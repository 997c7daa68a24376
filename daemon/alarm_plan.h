// daemon/alarm_plan.h — when the coordinator is told of sources in trouble, and of which. Pure.
// One mail for all that is known, not one a source: at the third failure or after a day, at once
// for what is silent or needs attention, a reminder a week, and one word when all is well again.
// Who comes and goes is told of once more, and is well again when it was so for a week. Who was
// moved is told once.
#pragma once

#include <optional>
#include <vector>

#include "store/alarms.h"

namespace fundwatch::daemon {

constexpr int kAlarmFailuresMin = 3;
constexpr std::chrono::hours kAlarmFailingFor{24};
constexpr std::chrono::days kAlarmReminderEvery{7};
// A mail that is made takes those along that have failed so often, and would be next.
constexpr int kAlarmTakesAlongMin = 2;
// Between two mails, so that what breaks in the same hours stands in one.
constexpr std::chrono::hours kAlarmSpacing{6};
// In trouble again within so long after it was told well, a source comes and goes; it is believed
// to be well after so long without trouble.
constexpr std::chrono::days kAlarmFlapping{7};

// Whether the coordinator should know.
bool is_in_trouble(const Source& source, Instant now);

struct AlarmPlan {
  enum class Occasion { none, news, reminder };
  Occasion occasion = Occasion::none;  // for a mail, made now
  std::vector<Source> faults;          // all that are in trouble, worst first
  std::vector<Source> solved;
  std::vector<Source> moved;  // whose address was changed since the last mail, by their server
  std::vector<store::Alarm> alarms;  // to be written with the mail
  std::vector<SourceId> forgotten;  // alarms that say nothing any more; written without a mail, too
  std::optional<Instant> look_again;
};

// `sources` are those in any state but ok, and all that there is an alarm for.
AlarmPlan plan_alarms(const std::vector<Source>& sources, const std::vector<store::Alarm>& alarms,
                      Instant now);

}  // namespace fundwatch::daemon
