// store/upkeep_schema.h — the tables of store/upkeep.h, as a step of the migrations.
#pragma once

#include <string_view>

namespace fundwatch::store {

// When the nightly work was done last, and which items are gone: feeds may hold what is older than
// we keep, and it must not come back as news.
inline constexpr std::string_view kUpkeepSchema = R"(
CREATE TABLE upkeep (
  id      INTEGER PRIMARY KEY CHECK (id = 1),
  done_at INTEGER NOT NULL -- 0: never yet
) STRICT;
INSERT INTO upkeep (id, done_at) VALUES (1, 0);

CREATE TABLE retired_item (
  source INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  key    TEXT NOT NULL,
  PRIMARY KEY (source, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX mail_done ON mail (done_at) WHERE done_at IS NOT NULL;
)";

}  // namespace fundwatch::store
