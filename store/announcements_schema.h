// store/announcements_schema.h — how far the traits of store/announcements.h are posted, as a step
// of the migrations.
#pragma once

#include <string_view>

namespace fundwatch::store {

// The traits of items up to `posted` stand in announcement_trait; those of later ones, the fresh
// ones, in their rows of announcement alone.
inline constexpr std::string_view kAnnouncementsSchema = R"(
CREATE TABLE announcement_state (
  id       INTEGER PRIMARY KEY CHECK (id = 1),
  posted   INTEGER NOT NULL, -- an item
  removals INTEGER NOT NULL
) STRICT;
INSERT INTO announcement_state (id, posted, removals)
  SELECT 1, coalesce(max(item), 0), 0 FROM announcement;
CREATE TRIGGER announcement_removed AFTER DELETE ON announcement BEGIN
  UPDATE announcement_state SET removals = removals + 1;
END;
)";

}  // namespace fundwatch::store
