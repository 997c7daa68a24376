// store/reminders_schema.h — the tables of store/reminders.h, as a step of the migrations.
#pragma once

#include <string_view>

namespace fundwatch::store {

// Which last day of which case a subscriber was reminded of, and when to look again. What was told
// stays told when the case is gone: no reference to it.
inline constexpr std::string_view kRemindersSchema = R"(
CREATE TABLE reminder (
  subscriber INTEGER NOT NULL REFERENCES subscriber (id) ON DELETE CASCADE,
  case_id    INTEGER NOT NULL,
  due        TEXT NOT NULL,
  kind       TEXT NOT NULL,
  at         INTEGER NOT NULL,
  PRIMARY KEY (subscriber, case_id, due, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE reminder_moment (
  subscriber INTEGER PRIMARY KEY REFERENCES subscriber (id) ON DELETE CASCADE,
  next       INTEGER NOT NULL
) STRICT;
CREATE INDEX reminder_due ON reminder_moment (next);
)";

}  // namespace fundwatch::store
