// store/meetings_schema.h — the table of store/meetings.h, as a step of the migrations.
#pragma once

#include <string_view>

namespace fundwatch::store {

// The network's own meetings. A cancelled one stays, so that calendars learn of it.
inline constexpr std::string_view kMeetingsSchema = R"(
CREATE TABLE meeting (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  title          TEXT NOT NULL CHECK (title <> ''),
  starts         INTEGER NOT NULL,
  length_minutes INTEGER NOT NULL,
  place          TEXT NOT NULL,
  link           TEXT NOT NULL,
  sequence       INTEGER NOT NULL,
  is_cancelled   INTEGER NOT NULL,
  changed_at     INTEGER NOT NULL
) STRICT;
CREATE INDEX meeting_starts ON meeting (starts);
)";

}  // namespace fundwatch::store
